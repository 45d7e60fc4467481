package org.karyon.guideline.page;

import java.util.List;
import java.util.stream.Collectors;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Row;
import org.karyon.guideline.TreatmentRule;
import org.karyon.guideline.TreatmentRule.OfferedOption;

/** The decision tables of treatment, one below the other. */
public final class TreatmentSection {

  /** What the columns hold. */
  public static final List<String> COLUMNS =
      List.of(
          "Rule",
          "Step",
          "When",
          "Options, in the source's order",
          "Tests",
          "Lines",
          "Interpretations");

  private TreatmentSection() {}

  static void write(Guideline guideline, Blocks page) {
    page.heading("Treatment");
    for (DecisionTable table : guideline.tables()) {
      page.subheading(table.title());
      page.paragraph(
          "Applies to: "
              + table.appliesTo().words()
              + "."
              + table
                  .settleFirst()
                  .map(fact -> " No choice is given while `" + fact.id() + "` is open.")
                  .orElse("")
              + table.overlaps().stream()
                  .map(
                      overlap ->
                          " %s may hold together (%s)."
                              .formatted(
                                  String.join(" and ", overlap.rules()), overlap.interpretation()))
                  .collect(Collectors.joining()));
      page.table(COLUMNS, table.rules().stream().map(rule -> rule(guideline, rule)).toList());
    }
  }

  private static List<String> rule(Guideline guideline, TreatmentRule rule) {
    return List.of(
        Blocks.anchor(rule.id()),
        rule.title() + " (" + rule.phase() + ")",
        rule.when().stream().map(Row::words).collect(Collectors.joining("; or ")),
        rule.options().stream()
            .map(option -> offered(guideline, option))
            .collect(Collectors.joining("; ")),
        String.join(", ", rule.tests()),
        rule.citation().text(),
        String.join(", ", rule.interpretations()));
  }

  private static String offered(Guideline guideline, OfferedOption offered) {
    return guideline.option(offered.option()).name()
        + (offered.because().isEmpty() ? "" : " (only " + offered.because() + ")");
  }
}
