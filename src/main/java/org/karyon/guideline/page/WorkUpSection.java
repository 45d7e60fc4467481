package org.karyon.guideline.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.WorkUpItem;

/** The work-up items: of whom they are asked and what settles them. */
final class WorkUpSection {

  private WorkUpSection() {}

  static void write(Guideline guideline, Blocks page) {
    page.heading("Work-up");
    page.table(
        List.of("Item", "What", "Asked", "A result counts", "Done when resulted", "Lines"),
        guideline.workUp().values().stream()
            .map(
                item ->
                    List.of(
                        Blocks.anchor(item.id()),
                        item.name(),
                        item.baseline()
                            ? "of every patient: "
                                + item.courses().stream()
                                    .map(course -> course.id())
                                    .collect(Collectors.joining(", "))
                            : "when a rule needs it",
                        recency(item.counts()),
                        doneWhen(item),
                        item.citation().text()))
            .toList());
  }

  private static String recency(WorkUpItem.Recency recency) {
    return switch (recency) {
      case WorkUpItem.Recency.DaysBeforeTreatment days ->
          "from " + days.days().value().toPlainString() + " days before the first treatment";
      case WorkUpItem.Recency.SinceDiagnosis unused -> "since diagnosis";
      case WorkUpItem.Recency.SinceResponse unused -> "since the newest change of course";
    };
  }

  private static String doneWhen(WorkUpItem item) {
    List<String> ways = new ArrayList<>();
    if (!item.doneBy().isEmpty()) {
      ways.add("any of " + String.join(", ", item.doneBy()));
    }
    if (!item.orAllOf().isEmpty()) {
      ways.add(
          "all of "
              + item.orAllOf().stream()
                  .map(group -> String.join(" or ", group))
                  .collect(Collectors.joining("; ")));
    }
    if (!item.settles().isEmpty()) {
      ways.add(
          "known: "
              + item.settles().stream().map(fact -> fact.id()).collect(Collectors.joining(", ")));
    }
    item.settledBy()
        .forEach(
            (lineage, settled) ->
                ways.add(
                    lineage.id().toUpperCase(Locale.ROOT) + " lineage: " + settledBy(settled)));
    return String.join("; or ", ways);
  }

  private static String settledBy(WorkUpItem.SettledBy settled) {
    return switch (settled) {
      case WorkUpItem.SettledBy.AllFacts all ->
          all.facts().stream().map(fact -> fact.id()).collect(Collectors.joining(" and "))
              + " known";
      case WorkUpItem.SettledBy.AnyGeneticResult unused ->
          "any interpretable FISH, PCR or sequencing result";
    };
  }
}
