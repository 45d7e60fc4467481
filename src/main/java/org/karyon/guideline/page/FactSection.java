package org.karyon.guideline.page;

import java.util.List;
import java.util.stream.Collectors;
import org.karyon.guideline.Guideline;

/** Every fact, the values it takes and what settles it. */
final class FactSection {

  private FactSection() {}

  static void write(Guideline guideline, Blocks page) {
    page.heading("Facts");
    page.table(
        List.of("Fact", "On cards", "Values", "Settled by", "Lines"),
        guideline.factNames().values().stream()
            .map(
                name ->
                    List.of(
                        "`" + name.fact().id() + "`",
                        name.name(),
                        name.fact().isAmount()
                            ? "a number, " + name.unit()
                            : name.fact().terms().stream()
                                .map(term -> term.id())
                                .collect(Collectors.joining(", ")),
                        String.join(", ", name.settledBy()),
                        name.citation().text()))
            .toList());
  }
}
