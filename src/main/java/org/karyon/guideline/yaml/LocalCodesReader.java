package org.karyon.guideline.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.karyon.terminology.CodeBinding;
import org.karyon.terminology.CodeSystem;
import org.karyon.terminology.Terminology;

/**
 * Reads the codes that a hospital adds, from FHIR ConceptMaps (R4, and R5 where it does not differ)
 * and from tables with the columns system, code, display and concept. A code can only be added to a
 * concept of the guideline; what the guideline's own codes stand for cannot be changed.
 */
final class LocalCodesReader {

  private static final List<String> COLUMNS = List.of("system", "code", "display", "concept");
  private static final Pattern URI = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:\\S+");
  private static final Pattern OID = Pattern.compile("[0-2](?:\\.\\d+)+");

  /** The target says the same, or something wider that is still true of the source. */
  private static final Set<String> HOLDS =
      Set.of("equivalent", "equal", "wider", "subsumes", "source-is-narrower-than-target");

  private static final Set<String> SAYS_NOTHING = Set.of("unmatched", "disjoint", "not-related-to");

  /** The concepts of the guideline as Karyon publishes them. */
  private static final String OURS = "/CodeSystem/concepts";

  private final Problems problems;
  private final Terminology terminology;
  private final Map<String, Map<String, CodeBinding>> added = new LinkedHashMap<>();

  LocalCodesReader(Terminology terminology, Problems problems) {
    this.terminology = terminology;
    this.problems = problems;
  }

  /** The terminology with the codes of all files. */
  Terminology read(LocalCodeFiles files) {
    files.texts().forEach(this::read);
    Map<String, List<CodeBinding>> codes = new LinkedHashMap<>();
    added.forEach((concept, bindings) -> codes.put(concept, List.copyOf(bindings.values())));
    return codes.isEmpty() ? terminology : terminology.with(codes);
  }

  private void read(String file, String text) {
    String name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      table(file, text);
    } else if (name.endsWith(".json")) {
      map(file, text);
    } else {
      problems.add(
          file, 1, "This is neither a table (.csv) nor a ConceptMap (.json); remove or rename it.");
    }
  }

  private void table(String file, String text) {
    String body = text.startsWith("\ufeff") ? text.substring(1) : text;
    char delimiter = body.lines().findFirst().orElse("").contains(";") ? ';' : ',';
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter)
            .setHeader()
            .setIgnoreHeaderCase(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();
    try (CSVParser table = CSVParser.parse(new StringReader(body), format)) {
      List<String> missing =
          COLUMNS.stream()
              .filter(
                  column ->
                      table.getHeaderMap().keySet().stream().noneMatch(column::equalsIgnoreCase))
              .toList();
      if (!missing.isEmpty()) {
        problems.add(
            file,
            1,
            "The first line must name the columns %s; missing: %s."
                .formatted(String.join(",", COLUMNS), String.join(", ", missing)));
        return;
      }
      for (CSVRecord row : table) {
        // One line of the file is one row, unless a display goes over several lines.
        YamlValue place = place(file, (int) table.getCurrentLineNumber());
        if (row.isConsistent()) {
          add(place, row.get("system"), row.get("code"), row.get("display"), row.get("concept"));
        } else {
          problems.add(place, "This row has not as many columns as the first line.");
        }
      }
    } catch (IOException | RuntimeException malformed) {
      problems.add(
          file, 1, "This is not a table that can be read: " + malformed.getMessage() + ".");
    }
  }

  private static YamlValue place(String file, int line) {
    return new YamlValue.Scalar(file, Math.max(1, line), "");
  }

  /** JSON is YAML, and read as such every element knows its line. */
  private void map(String file, String text) {
    Entry map = Entry.of(YamlFile.parse(file, text, problems), problems);
    if (!map.optionalText("resourceType").orElse("").equals("ConceptMap")) {
      problems.add(file, 1, "A file that ends in .json must be a FHIR ConceptMap.");
      return;
    }
    for (Entry group : map.entries("group")) {
      String system = group.text("source");
      String targets = group.optionalText("target").orElse("");
      for (Entry element : group.entries("element")) {
        String code = element.text("code");
        String display = element.optionalText("display").orElse("");
        element.entries("target").forEach(target -> target(system, code, display, targets, target));
      }
    }
  }

  private void target(String system, String code, String display, String targets, Entry target) {
    String relation =
        target
            .optionalText("equivalence")
            .or(() -> target.optionalText("relationship"))
            .orElse("equivalent");
    if (SAYS_NOTHING.contains(relation)) {
      return;
    }
    if (!HOLDS.contains(relation)) {
      problems.add(
          target.place(),
          "'%s' is '%s' to its target, which does not say that it always means it; only equivalent and wider targets are added."
              .formatted(code, relation));
      return;
    }
    String wanted = target.text("code");
    boolean ours =
        targets.isEmpty() || targets.endsWith(OURS) || terminology.concept(wanted).isPresent();
    if (ours) {
      add(target.place(), system, code, display, wanted);
      return;
    }
    Set<String> meant = terminology.conceptsOf(targets, wanted);
    if (meant.isEmpty()) {
      problems.add(
          target.place(),
          "The target '%s|%s' stands for no concept of the guideline.".formatted(targets, wanted));
    }
    meant.forEach(concept -> add(target.place(), system, code, display, concept));
  }

  private void add(YamlValue place, String system, String code, String display, String concept) {
    Optional<CodeSystem> known = terminology.system(system);
    if (known.isEmpty() && !URI.matcher(system).matches() && !OID.matcher(system).matches()) {
      problems.add(
          place,
          "'%s' is no code system: write the URI that stands in the hospital's records."
              .formatted(system));
      return;
    }
    if (code.isBlank()) {
      problems.add(place, "The code is missing here.");
      return;
    }
    if (terminology.concept(concept).isEmpty()) {
      problems.unknown(place, "concept", concept, terminology.conceptIds());
      return;
    }
    if (!terminology.isPossible(system, code)) {
      problems.add(
          place, "'%s' is no code of '%s': its check digit is wrong.".formatted(code, system));
      return;
    }
    Set<String> already = terminology.conceptsOf(system, code);
    if (!already.isEmpty() && !already.contains(concept)) {
      problems.add(
          place,
          "'%s|%s' stands for %s in the guideline already; a local code cannot change that."
              .formatted(system, code, String.join(", ", already)));
      return;
    }
    CodeBinding binding =
        new CodeBinding(
            known.map(CodeSystem::uri).orElse(system),
            code.strip(),
            false,
            display,
            false,
            false,
            "local codes, " + place.file() + ':' + place.line());
    CodeBinding before =
        added
            .computeIfAbsent(concept, unused -> new LinkedHashMap<>())
            .putIfAbsent(binding.system() + '|' + binding.code(), binding);
    if (before != null) {
      problems.add(
          place,
          "'%s|%s' was added to '%s' before (%s); remove one of them."
              .formatted(system, code, concept, before.source()));
    }
  }
}
