package org.karyon.guideline.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.yaml.ClinicalCase.Edge;
import org.karyon.guideline.yaml.ClinicalCase.Said;
import tools.jackson.databind.node.ObjectNode;

/** Reads the cases of clinicians as strictly as the guideline itself. */
public final class CaseReader {

  /** The day of the cases that name no other, and of the examples. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final Problems problems = new Problems();
  private final CaseNames names;
  private final List<ClinicalCase> cases = new ArrayList<>();

  private CaseReader(Guideline guideline) {
    this.names = new CaseNames(guideline, problems);
  }

  /**
   * Reads every file of a folder.
   *
   * @param folder where the files are
   * @param guideline what the cases may name
   * @return the cases, in the order of the files
   * @throws InconsistentGuideline with every problem at once
   */
  public static List<ClinicalCase> read(Path folder, Guideline guideline) {
    Map<String, String> texts = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        texts.put("cases/" + file.getFileName(), Files.readString(file));
      }
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    return read(texts, guideline);
  }

  /** Reads files by their texts. */
  public static List<ClinicalCase> read(Map<String, String> texts, Guideline guideline) {
    CaseReader reader = new CaseReader(guideline);
    texts.forEach(reader::file);
    if (!reader.problems.found().isEmpty()) {
      throw new InconsistentGuideline(reader.problems.found());
    }
    return List.copyOf(reader.cases);
  }

  private void file(String file, String text) {
    YamlValue value = YamlFile.parse(file, text, problems);
    Entry.entries(value, problems).forEach(entry -> cases.add(one(entry)));
  }

  private ClinicalCase one(Entry entry) {
    String name = entry.text("case");
    problems.declare("case", name, entry.place());
    LocalDate today = entry.optionalText("today").map(LocalDate::parse).orElse(TODAY);
    Fragments fragments = new Fragments(today, problems);
    List<ObjectNode> resources = new ArrayList<>();
    resources.add(
        fragments.patient(
            entry.optionalText("born").orElse("1985-06-15"),
            entry.optionalText("died").isPresent()));
    fragments
        .leukemia(entry.optionalText("leukemia").orElse("b"), entry.place())
        .ifPresent(resources::add);
    List<Entry> record = entry.entries("record");
    record.forEach(fragment -> resources.add(fragments.recorded(fragment)));
    List<ObjectNode> drafts = new ArrayList<>();
    entry
        .value("drafts")
        .ifPresent(
            value -> {
              if (value instanceof YamlValue.Sequence sequence) {
                sequence.values().forEach(draft -> drafts.add(fragments.draft(draft)));
              } else {
                problems.add(value, "A list of orders is expected here.");
              }
            });
    Map<String, String> facts = entry.entry("facts").map(this::facts).orElse(Map.of());
    Map<String, Edge> edges = new LinkedHashMap<>();
    entry
        .entry("tries")
        .ifPresent(
            tried ->
                tried
                    .all()
                    .forEach(
                        (parameter, side) -> {
                          names.parameter(parameter, side);
                          edges.put(parameter, edge(tried, parameter));
                        }));
    Optional<Entry> must = entry.entry("must");
    Optional<Entry> mustNot = entry.entry("must-not");
    if (must.isEmpty() && mustNot.isEmpty()) {
      problems.add(entry.place(), "This case says neither what must be said nor what must not be.");
    }
    ClinicalCase read =
        new ClinicalCase(
            name,
            entry.place().file(),
            entry.place().line(),
            today,
            resources,
            drafts,
            facts,
            !record.isEmpty() || facts.isEmpty(),
            edges,
            said(must),
            said(mustNot));
    entry.end();
    return read;
  }

  private Edge edge(Entry tried, String parameter) {
    String side = tried.text(parameter);
    return switch (side) {
      case "below" -> Edge.BELOW;
      case "at" -> Edge.AT;
      case "above" -> Edge.ABOVE;
      default -> {
        problems.add(
            tried.place(),
            "A case lies below, at or above '" + parameter + "', not '" + side + "'.");
        yield Edge.AT;
      }
    };
  }

  private Map<String, String> facts(Entry entry) {
    Map<String, String> facts = new LinkedHashMap<>();
    entry
        .all()
        .forEach(
            (id, value) -> {
              Optional<Fact<?>> fact = names.fact(id, value);
              String text = entry.text(id);
              facts.put(id, text);
              fact.filter(known -> !known.isAmount())
                  .filter(known -> !text.equals("unknown"))
                  .filter(known -> known.terms().stream().noneMatch(term -> term.id().equals(text)))
                  .ifPresent(
                      known ->
                          problems.unknown(
                              value,
                              "value of '" + id + "' called",
                              text,
                              known.terms().stream().map(FactValue::id).toList()));
            });
    return facts;
  }

  private Said said(Optional<Entry> optional) {
    Entry entry =
        optional.orElseGet(() -> new Entry(new YamlValue.Mapping("", 1, Map.of()), problems));
    Said said =
        new Said(
            entry.entry("facts").map(this::facts).orElse(Map.of()),
            entry.optionalText("risk"),
            entry.optionalText("provisional").map("true"::equals),
            entry.optionalText("scope").map(text -> text.toUpperCase(Locale.ROOT)),
            entry.value("rules").map(value -> names.rules(entry, "rules")),
            entry.value("offers").map(value -> names.options(entry, "offers")),
            lists(entry, "needs"),
            names.options(entry, "excludes"),
            lists(entry, "cautions"),
            names.options(entry, "in-words"),
            names.tests(entry, "asks"),
            names.tests(entry, "done"),
            names.tests(entry, "ordered"),
            lists(entry, "left"),
            entry.entry("checks").map(this::checks),
            entry.optionalText("resembles"),
            entry.texts("cards"));
    entry.end();
    return said;
  }

  private Map<String, String> checks(Entry entry) {
    Map<String, String> checks = new LinkedHashMap<>();
    entry
        .all()
        .forEach(
            (id, value) -> {
              names.check(id, value);
              checks.put(id, entry.text(id));
            });
    return checks;
  }

  private Map<String, List<String>> lists(Entry entry, String key) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    entry
        .entry(key)
        .ifPresent(inner -> inner.all().keySet().forEach(id -> lists.put(id, inner.texts(id))));
    return lists;
  }
}
