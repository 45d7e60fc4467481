package org.karyon.guideline.yaml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.Row;
import org.karyon.guideline.TreatmentOption;
import org.karyon.guideline.TreatmentRule;

/** Reads treatment tables and options. */
final class TreatmentReader {

  private final ConditionReader conditions;
  private final Problems problems;

  TreatmentReader(ConditionReader conditions, Problems problems) {
    this.conditions = conditions;
    this.problems = problems;
  }

  DecisionTable table(Entry entry) {
    String id = entry.text("table");
    problems.declare("table", id, entry.place());
    String hit = entry.text("hit");
    if (!Set.of("unique", "collect").contains(hit)) {
      problems.add(entry.place(), "'hit' must be unique or collect, not '" + hit + "'.");
    }
    DecisionTable table =
        new DecisionTable(
            id,
            entry.sentence("title"),
            hit.equals("unique"),
            entry.entry("applies-to").map(conditions::row).orElseGet(() -> new Row(List.of())),
            entry
                .optionalText("settle-first")
                .map(name -> SourceReader.fact(entry, name, problems)),
            entry.entries("overlaps").stream().map(this::overlap).toList(),
            entry.entries("rules").stream().map(this::rule).toList());
    entry.end();
    return table;
  }

  private DecisionTable.Overlap overlap(Entry entry) {
    DecisionTable.Overlap overlap =
        new DecisionTable.Overlap(
            new LinkedHashSet<>(entry.texts("rules")), entry.text("interpretation"));
    entry.end();
    return overlap;
  }

  private TreatmentRule rule(Entry entry) {
    String id = entry.text("id");
    problems.declare("rule", id, entry.place());
    TreatmentRule rule =
        new TreatmentRule(
            id,
            entry.sentence("title"),
            entry.text("phase"),
            conditions.rows(entry, "when"),
            entry.entries("options").stream().map(this::offer).toList(),
            entry.texts("tests"),
            SourceReader.citation(entry),
            entry.texts("interpretations"));
    entry.end();
    if (rule.when().isEmpty()) {
      problems.add(entry.place(), "The rule '" + id + "' does not say when it holds.");
    }
    return rule;
  }

  private TreatmentRule.OfferedOption offer(Entry entry) {
    List<Row> onlyWhen = conditions.rows(entry, "only-when");
    TreatmentRule.OfferedOption offer =
        new TreatmentRule.OfferedOption(
            entry.text("option"), onlyWhen, entry.optionalSentence("because").orElse(""));
    if (onlyWhen.isEmpty() == !offer.because().isEmpty()) {
      problems.add(
          entry.place(),
          "An option that is only offered sometimes needs both 'only-when' and 'because'.");
    }
    entry.end();
    return offer;
  }

  TreatmentOption option(Entry entry) {
    String id = entry.text("id");
    problems.declare("option", id, entry.place());
    TreatmentOption option =
        new TreatmentOption(
            id,
            entry.sentence("name"),
            entry.texts("orders"),
            entry.texts("optional"),
            entry.texts("background"),
            SourceReader.facts(entry, entry.texts("cautions"), problems),
            entry.texts("targets").stream()
                .map(name -> RiskReader.presence(entry, name, problems))
                .toList(),
            SourceReader.facts(entry, entry.texts("shows"), problems),
            conditions.rows(entry, "drafted-when"),
            entry.texts("recognised-with"),
            entry.texts("recognised-by"),
            entry.flag("adjunct"),
            entry.flag("intensive"),
            SourceReader.citation(entry),
            entry.texts("interpretations"));
    entry.end();
    return option;
  }
}
