package org.karyon.explorer.guideline;

import static org.karyon.explorer.guideline.Bit.code;
import static org.karyon.explorer.guideline.Bit.to;
import static org.karyon.explorer.guideline.Bit.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.karyon.explorer.patient.FactWording;
import org.karyon.facts.Fact;
import org.karyon.guideline.FactName;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.RiskFeature;
import org.karyon.guideline.RiskRow;
import org.karyon.guideline.WorkUpItem;

/** What is asked of every patient: the work-up, the risk, and the facts. */
final class PatientSections {

  private static final int MOST_NAMES = 8;

  private final Guideline guideline;
  private final FactWording words;

  PatientSections(Guideline guideline) {
    this.guideline = guideline;
    this.words = new FactWording(guideline);
  }

  PageTable workUp() {
    return new PageTable(
        "work-up",
        "Work-up",
        "",
        List.of(
            "Item",
            "What",
            "Asked",
            "A result counts",
            "Drafted orders",
            "Lines",
            "Interpretations"),
        guideline.workUp().values().stream().map(this::item).toList());
  }

  private PageTable.Row item(WorkUpItem item) {
    String asked =
        item.baseline()
            ? "of every patient: "
                + item.courses().stream()
                    .map(course -> course.id().replace('-', ' '))
                    .collect(Collectors.joining(", "))
            : "when a rule needs it";
    String counts =
        switch (item.counts()) {
          case WorkUpItem.Recency.DaysBeforeTreatment days ->
              "from %s days before the first treatment"
                  .formatted(days.days().value().toPlainString());
          case WorkUpItem.Recency.SinceDiagnosis unused -> "since diagnosis";
          case WorkUpItem.Recency.SinceResponse unused -> "since the newest change of course";
        };
    return new PageTable.Row(
        item.id(),
        item.id(),
        List.of(
            Cell.words(item.name()),
            Cell.words(asked),
            Cell.words(counts),
            Cell.list(
                item.orders().stream()
                    .map(guideline::orderable)
                    .map(
                        order ->
                            words(
                                order.text()
                                    + " ("
                                    + TreatmentSections.system(order.coding().system())
                                    + " "
                                    + order.coding().code()
                                    + ")"))
                    .toList()),
            Cell.lines(item.citation()),
            Cell.interpretations(item.interpretations())));
  }

  PageTable risk() {
    return new PageTable(
        "risk",
        "Risk",
        "The first row that holds decides.",
        List.of("Rule", "When", "Group", "Because", "Lines", "Interpretations"),
        guideline.riskRows().stream().map(this::row).toList());
  }

  private PageTable.Row row(RiskRow row) {
    return new PageTable.Row(
        row.id(),
        row.id(),
        List.of(
            Cell.words(
                row.when().conditions().stream()
                    .map(words::condition)
                    .collect(Collectors.joining("; "))),
            Cell.words(row.group().id()),
            Cell.words(row.says()),
            Cell.lines(row.citation()),
            Cell.interpretations(row.interpretations())));
  }

  PageTable features() {
    return new PageTable(
        "features",
        "Risk features",
        "",
        List.of(
            "Feature", "What", "Weighs", "Recognised by names such as", "Lines", "Interpretations"),
        guideline.features().stream().map(this::feature).toList());
  }

  private PageTable.Row feature(RiskFeature feature) {
    return new PageTable.Row(
        feature.id(),
        feature.id(),
        List.of(
            Cell.words(feature.name()),
            Cell.words(feature.weight().id().replace('-', ' ')),
            Cell.words(
                guideline.lesions().stream()
                    .filter(lesion -> lesion.fact().equals(feature.fact()))
                    .flatMap(
                        lesion -> Stream.concat(lesion.names().stream(), lesion.shownBy().stream()))
                    .limit(MOST_NAMES)
                    .collect(Collectors.joining(", "))),
            Cell.lines(feature.citation()),
            Cell.interpretations(feature.interpretations())));
  }

  PageTable facts() {
    Set<String> taken =
        guideline.features().stream()
            .map(RiskFeature::id)
            .collect(Collectors.toCollection(HashSet::new));
    List<PageTable.Row> rows = new ArrayList<>();
    for (FactName name : guideline.factNames().values()) {
      Fact<?> fact = name.fact();
      rows.add(
          new PageTable.Row(
              taken.contains(fact.id()) ? "" : fact.id(),
              fact.id(),
              List.of(
                  Cell.words(name.name()),
                  fact.isAmount()
                      ? Cell.words("a number, " + name.unit())
                      : Cell.row(
                          Stream.of(
                              code(
                                  fact.terms().stream()
                                      .map(term -> term.id())
                                      .collect(Collectors.joining(", "))))),
                  Cell.list(
                      name.settledBy().stream()
                          .map(test -> to(guideline.workUpItem(test).name(), test))
                          .toList()),
                  Cell.lines(name.citation()))));
    }
    return new PageTable(
        "facts",
        "Facts",
        "What is asked of the record. Unknown is never read as negative.",
        List.of("Fact", "Called", "Values", "Settled by", "Lines"),
        rows);
  }
}
