package org.karyon.guideline.page;

import java.util.List;
import java.util.stream.Collectors;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Row;
import org.karyon.guideline.TreatmentOption;

/** The options of treatment and the orders they draft. */
final class OptionSection {

  private OptionSection() {}

  static void write(Guideline guideline, Blocks page) {
    page.heading("Options and what they draft");
    page.table(
        List.of("Option", "What", "Drafted orders", "Left open", "Targets", "Cautions", "Lines"),
        guideline.options().values().stream()
            .map(
                option ->
                    List.of(
                        Blocks.anchor(option.id()),
                        option.name(),
                        orders(guideline, option.orders()) + draftedWhen(option),
                        orders(guideline, option.optional()),
                        option.targets().stream()
                            .map(antigen -> guideline.name(antigen).name())
                            .collect(Collectors.joining("; ")),
                        option.cautions().stream()
                            .map(fact -> guideline.name(fact).name())
                            .collect(Collectors.joining("; ")),
                        option.citation().text()))
            .toList());
  }

  private static String draftedWhen(TreatmentOption option) {
    return option.draftedWhen().isEmpty()
        ? ""
        : ", only when "
            + option.draftedWhen().stream().map(Row::words).collect(Collectors.joining("; or "));
  }

  private static String orders(Guideline guideline, List<String> ids) {
    return ids.stream()
        .map(guideline::orderable)
        .map(order -> order.text() + " (" + order.coding().code() + ")")
        .collect(Collectors.joining("; "));
  }
}
