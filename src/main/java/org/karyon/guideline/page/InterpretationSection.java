package org.karyon.guideline.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.karyon.guideline.Guideline;

/** The readings where the source is silent, each with what rests on it. */
final class InterpretationSection {

  private InterpretationSection() {}

  static void write(Guideline guideline, Blocks page) {
    page.heading("Interpretations");
    page.paragraph("Where the source is silent. Cards show these as interpretations.");
    page.table(
        List.of("Id", "Question", "Reading", "Lines", "Used by"),
        guideline.interpretations().values().stream()
            .map(
                i ->
                    List.of(
                        Blocks.anchor(i.id()),
                        i.title(),
                        i.text(),
                        i.citation().text(),
                        usedBy(guideline, i.id())))
            .toList());
  }

  private static String usedBy(Guideline guideline, String interpretation) {
    Set<String> users = new LinkedHashSet<>();
    guideline.factNames().values().stream()
        .filter(name -> name.interpretations().contains(interpretation))
        .forEach(name -> users.add(name.fact().id()));
    guideline.workUp().values().stream()
        .filter(item -> item.interpretations().contains(interpretation))
        .forEach(item -> users.add(item.id()));
    guideline.features().stream()
        .filter(feature -> feature.interpretations().contains(interpretation))
        .forEach(feature -> users.add(feature.id()));
    guideline.riskRows().stream()
        .filter(row -> row.interpretations().contains(interpretation))
        .forEach(row -> users.add(row.id()));
    guideline.tables().stream()
        .flatMap(table -> table.rules().stream())
        .filter(rule -> rule.interpretations().contains(interpretation))
        .forEach(rule -> users.add(rule.id()));
    guideline.options().values().stream()
        .filter(option -> option.interpretations().contains(interpretation))
        .forEach(option -> users.add(option.id()));
    guideline.orderChecks().checks().stream()
        .filter(check -> check.interpretations().contains(interpretation))
        .forEach(check -> users.add(check.id()));
    return String.join(", ", users);
  }
}
