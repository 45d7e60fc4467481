package org.karyon.guideline.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.RiskFeature;

/** The rows that decide the risk group, and the features they weigh. */
final class RiskSection {

  private RiskSection() {}

  static void write(Guideline guideline, Blocks page) {
    page.heading("Risk");
    page.paragraph("The first row that holds decides.");
    page.table(
        List.of("Rule", "When", "Group", "Because", "Lines", "Interpretations"),
        guideline.riskRows().stream()
            .map(
                row ->
                    List.of(
                        Blocks.anchor(row.id()),
                        row.when().words(),
                        row.group().id(),
                        row.says(),
                        row.citation().text(),
                        String.join(", ", row.interpretations())))
            .toList());
    page.table(
        List.of(
            "Feature",
            "What",
            "Weighs",
            "Lineages",
            "Recognised by name",
            "Lines",
            "Interpretations"),
        guideline.features().stream()
            .map(
                feature ->
                    List.of(
                        Blocks.anchor(feature.id()),
                        feature.name(),
                        feature.weight().id(),
                        feature.lineages().stream()
                            .map(lineage -> lineage.id().toUpperCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")),
                        names(guideline, feature),
                        feature.citation().text(),
                        String.join(", ", feature.interpretations())))
            .toList());
  }

  private static String names(Guideline guideline, RiskFeature feature) {
    return guideline.lesions().stream()
        .filter(lesion -> lesion.fact().equals(feature.fact()))
        .flatMap(lesion -> Stream.concat(lesion.names().stream(), lesion.shownBy().stream()))
        .limit(6)
        .collect(Collectors.joining(", "));
  }
}
