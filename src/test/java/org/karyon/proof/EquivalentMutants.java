package org.karyon.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.guideline.yaml.KnowledgeMutant;

/** Changes that change nothing for any patient, each listed by hand with its reason. */
final class EquivalentMutants {

  private record Listed(String path, String change, String reason) {}

  private final List<Listed> listed;
  private final Set<Listed> used = new LinkedHashSet<>();

  private EquivalentMutants(List<Listed> listed) {
    this.listed = listed;
  }

  static EquivalentMutants read() {
    Path file = Path.of("src/test/resources/proof/equivalent.tsv");
    try {
      return new EquivalentMutants(
          Files.exists(file)
              ? Files.readAllLines(file).stream()
                  .filter(line -> !line.isBlank() && !line.startsWith("#"))
                  .map(line -> line.split("\t"))
                  .map(parts -> new Listed(parts[0], parts[1], parts[2]))
                  .toList()
              : List.of());
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** Why the change is none; the path and a part of the change name it. */
  Optional<String> reason(KnowledgeMutant mutant) {
    Optional<Listed> found =
        listed.stream()
            .filter(entry -> entry.path().equals(mutant.path()))
            .filter(entry -> mutant.change().contains(entry.change()))
            .findFirst();
    found.ifPresent(used::add);
    return found.map(Listed::reason);
  }

  List<String> unused() {
    return listed.stream().filter(entry -> !used.contains(entry)).map(Listed::path).toList();
  }
}
