package org.karyon.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.karyon.guideline.Guideline;

/**
 * A table that was written apart from the guideline folder: on each line what it is about, one of
 * its aspects, and what must stand there.
 */
final class Statements {

  private static final Path FOLDER = Path.of("src/test/resources/proof");

  /** Tables whose lines are parts with values; the others have one text a line. */
  private static final Set<String> WITH_PARTS =
      Set.of(
          "options.tsv",
          "rules.tsv",
          "tables.tsv",
          "risk.tsv",
          "work-up.tsv",
          "parameters.tsv",
          "orders.tsv",
          "checks.tsv",
          "groups.tsv",
          "notes.tsv",
          "facts.tsv",
          "lesions.tsv",
          "names.tsv",
          "comorbidity.tsv",
          "concept-groups.tsv",
          "words.tsv");

  private static final Set<String> WHOLE = Set.of("phase", "unit");
  private static final Pattern CONDITION = Pattern.compile("=.*[&,]");

  private final String file;
  private final Map<String, String> expected = new LinkedHashMap<>();

  private Statements(Path file) {
    this.file = file.getFileName().toString();
    try {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] parts = line.split("\t", 2);
          String before = expected.put(parts[0], parts.length > 1 ? ordered(parts[1].strip()) : "");
          if (before != null) {
            throw new IllegalStateException(file + " says twice what is of " + parts[0]);
          }
        }
      }
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** The parts of a line and the values of a part may stand in any order. */
  private String ordered(String line) {
    if (!WITH_PARTS.contains(file)) {
      return line;
    }
    return Arrays.stream(line.split("; "))
        .map(part -> part.split(": ", 2))
        .sorted(Comparator.comparing(part -> part[0]))
        .map(part -> part[0] + ": " + ordered(part[0], part[1]))
        .collect(Collectors.joining("; "));
  }

  private static String ordered(String part, String values) {
    if (WHOLE.contains(part)) {
      return values;
    }
    return Arrays.stream(values.split(" "))
        .map(value -> CONDITION.matcher(value).find() ? condition(value) : value)
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String condition(String value) {
    return Arrays.stream(value.split("&"))
        .map(
            one -> {
              String[] sides = one.split("=", 2);
              return sides.length < 2
                  ? one
                  : sides[0]
                      + "="
                      + Arrays.stream(sides[1].split(","))
                          .sorted()
                          .collect(Collectors.joining(","));
            })
        .sorted()
        .collect(Collectors.joining("&"));
  }

  static List<Statements> all() {
    if (!Files.isDirectory(FOLDER)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".tsv"))
          .filter(file -> !file.getFileName().toString().equals("equivalent.tsv"))
          .sorted()
          .map(Statements::new)
          .toList();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  String file() {
    return file;
  }

  private Map<String, String> found(Guideline guideline) {
    return Stated.of(file.replace(".tsv", ""), guideline, expected.keySet());
  }

  /** The first difference. */
  Optional<String> firstFault(Guideline guideline) {
    Map<String, String> found = found(guideline);
    return found.equals(expected) ? Optional.empty() : faults(found).stream().findFirst();
  }

  /** Every difference. */
  List<String> faults(Guideline guideline) {
    return faults(found(guideline));
  }

  /** Of a text that begins with "*" each of the words between the stars must be there. */
  private static boolean says(String found, String expected) {
    return expected.startsWith("*")
        ? Arrays.stream(expected.substring(1).split("\\*")).allMatch(found::contains)
        : found.equals(expected);
  }

  private List<String> faults(Map<String, String> found) {
    List<String> faults = new ArrayList<>();
    expected.forEach(
        (what, value) -> {
          if (!says(found.getOrDefault(what, ""), value)) {
            faults.add(
                "%s: %s is [%s], and the folder says [%s]"
                    .formatted(file, what, value, found.getOrDefault(what, "nothing")));
          }
        });
    found.keySet().stream()
        .filter(what -> !expected.containsKey(what))
        .forEach(what -> faults.add("%s does not speak of %s".formatted(file, what)));
    return faults;
  }
}
