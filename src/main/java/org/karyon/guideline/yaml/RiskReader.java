package org.karyon.guideline.yaml;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.Lineage;
import org.karyon.facts.Presence;
import org.karyon.facts.RiskGroup;
import org.karyon.guideline.RiskFeature;
import org.karyon.guideline.RiskRow;
import org.karyon.guideline.Row;

/** Reads the risk features and the table of risk groups. */
final class RiskReader {

  private final ConditionReader conditions;
  private final Problems problems;

  RiskReader(ConditionReader conditions, Problems problems) {
    this.conditions = conditions;
    this.problems = problems;
  }

  List<RiskFeature> features(Entry file) {
    return file.entries("features").stream().map(this::feature).toList();
  }

  List<RiskRow> rows(Entry file) {
    return file.entries("groups").stream().map(this::row).toList();
  }

  private RiskFeature feature(Entry entry) {
    String id = entry.text("id");
    problems.declare("risk feature", id, entry.place());
    RiskFeature feature =
        new RiskFeature(
            id,
            presence(entry, entry.optionalText("fact").orElse(id), problems),
            weight(entry),
            entry.sentence("name"),
            lineages(entry),
            SourceReader.citation(entry),
            entry.texts("interpretations"),
            entry.texts("explained-by").stream()
                .map(name -> presence(entry, name, problems))
                .toList(),
            entry.texts("explained-in-karyotypes-by"));
    entry.end();
    return feature;
  }

  private Set<Lineage> lineages(Entry entry) {
    Set<Lineage> lineages = EnumSet.noneOf(Lineage.class);
    List<String> known = Arrays.stream(Lineage.values()).map(Lineage::id).toList();
    for (String name : entry.texts("lineages")) {
      Arrays.stream(Lineage.values())
          .filter(lineage -> lineage.id().equals(name))
          .findFirst()
          .ifPresentOrElse(
              lineages::add, () -> problems.unknown(entry.place(), "lineage", name, known));
    }
    if (lineages.isEmpty()) {
      problems.add(entry.place(), "'lineages' is missing here: b, t or both.");
    }
    return lineages;
  }

  private RiskFeature.Weight weight(Entry entry) {
    String group = entry.text("group");
    Optional<RiskFeature.Weight> weight =
        Arrays.stream(RiskFeature.Weight.values()).filter(w -> w.id().equals(group)).findFirst();
    if (weight.isEmpty()) {
      problems.unknown(
          entry.place(),
          "kind of risk feature",
          group,
          Arrays.stream(RiskFeature.Weight.values()).map(RiskFeature.Weight::id).toList());
    }
    return weight.orElse(RiskFeature.Weight.POOR);
  }

  private RiskRow row(Entry entry) {
    String id = entry.text("id");
    problems.declare("rule", id, entry.place());
    String then = entry.text("then");
    Optional<RiskGroup> group =
        Arrays.stream(RiskGroup.values()).filter(g -> g.id().equals(then)).findFirst();
    if (group.isEmpty()) {
      problems.unknown(
          entry.place(),
          "risk group",
          then,
          Arrays.stream(RiskGroup.values()).map(RiskGroup::id).toList());
    }
    RiskRow row =
        new RiskRow(
            id,
            entry.entry("when").map(conditions::row).orElseGet(() -> new Row(List.of())),
            group.orElse(RiskGroup.STANDARD),
            entry.sentence("says"),
            SourceReader.citation(entry),
            entry.texts("interpretations"));
    entry.end();
    return row;
  }

  /** The fact of that name, which must be one that is present or absent. */
  @SuppressWarnings("unchecked") // The type is checked just before the cast.
  static Fact<Presence> presence(Entry entry, String name, Problems problems) {
    Fact<?> fact = SourceReader.fact(entry, name, problems);
    if (fact.type() == Presence.class) {
      return (Fact<Presence>) fact;
    }
    if (fact.id().equals(name)) {
      problems.add(entry.place(), "'" + name + "' is not a fact that is present or absent.");
    }
    return Facts.POOR_FEATURE;
  }
}
