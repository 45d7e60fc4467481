package org.karyon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One name stands for one class, and one file for one concept. */
class NamesAndSizesTest {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final List<Path> ALL_SOURCES =
      List.of(
          SOURCES,
          Path.of("src/test/java"),
          Path.of("src/bench/java"),
          Path.of("spark/src/main/java"),
          Path.of("spark/src/test/java"),
          Path.of("elsewhere/src/test/java"));
  private static final long LARGEST = 16L * 1024;

  /** FHIR's own name for a problem, and the guideline's for a cell of its tables. */
  private static final Set<String> TWO_MEANINGS = Set.of("Condition.java");

  @Test
  void noTwoClassesShareASimpleName() {
    Map<String, List<Path>> byName =
        ALL_SOURCES.stream()
            .flatMap(sources -> files(sources).stream())
            .filter(file -> !name(file).equals("package-info.java"))
            .filter(file -> !TWO_MEANINGS.contains(name(file)))
            .collect(Collectors.groupingBy(NamesAndSizesTest::name));

    assertThat(byName.values().stream().filter(same -> same.size() > 1)).isEmpty();
  }

  @Test
  void noFileIsLargerThanSixteenKilobytes() {
    List<Path> files = files(SOURCES);

    assertThat(files).hasSizeGreaterThan(750);
    assertThat(files.stream().filter(file -> size(file) > LARGEST)).isEmpty();
  }

  private static List<Path> files(Path sources) {
    try (Stream<Path> files = Files.walk(sources)) {
      return files.filter(file -> name(file).endsWith(".java")).toList();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
