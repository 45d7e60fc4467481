package org.karyon.guideline.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.OrderCheck;
import org.karyon.guideline.OrderCheck.UnknownFact;
import org.karyon.guideline.Row;

/** The checks of the orders, one row each, and the groups of orders that they look at. */
final class OrderCheckSection {

  private OrderCheckSection() {}

  static void write(Guideline guideline, Blocks page) {
    page.heading("Order checks");
    page.paragraph(
        "On order-select the selected drafts are checked, on order-sign all of them. The treatment"
            + " card stands beside a selected order of: %s; the work-up card beside one of: %s."
                .formatted(
                    String.join(", ", guideline.orderChecks().treatmentCardBeside()),
                    String.join(", ", guideline.orderChecks().workUpCardBeside())));
    page.table(
        List.of(
            "Check",
            "Kind",
            "Says",
            "Indicator",
            "Looks at",
            "Fires when",
            "Silent when ordered",
            "Asks or offers",
            "Lines"),
        guideline.orderChecks().checks().stream().map(OrderCheckSection::check).toList());
    page.table(
        List.of("Group of orders", "Holds"),
        guideline.orderChecks().groups().entrySet().stream()
            .map(group -> List.of(group.getKey(), String.join(", ", group.getValue())))
            .toList());
  }

  private static List<String> check(OrderCheck check) {
    return List.of(
        Blocks.anchor(check.id()),
        check.kind().id(),
        Stream.of(
                Optional.of(check.title()),
                check.openTitle(),
                Optional.of(check.says()),
                Optional.of(check.advice()))
            .flatMap(Optional::stream)
            .map(words -> words.endsWith(".") ? words : words + ".")
            .collect(Collectors.joining(" ")),
        check.indicator().id(),
        looksAt(check),
        String.join("; or ", fires(check)),
        String.join(", ", check.unlessOrdered())
            + check
                .givenWithin()
                .map(
                    days -> "; or given within " + days.value().toPlainString() + ' ' + days.unit())
                .orElse(""),
        String.join(", ", offers(check)),
        check.citation().text());
  }

  private static String looksAt(OrderCheck check) {
    List<String> looked = new ArrayList<>(check.drafted());
    check.draftedTogether().forEach(together -> looked.add(String.join(" with ", together)));
    check
        .draftedRegimen()
        .ifPresent(
            regimen ->
                looked.add(
                    "%s drugs of an intensive regimen that is not offered, one beyond %s; not counted: %s"
                        .formatted(
                            regimen.fewest().value().toPlainString(),
                            regimen.beyond(),
                            String.join(", ", regimen.notCounted()))));
    return String.join(", ", looked);
  }

  private static List<String> fires(OrderCheck check) {
    List<String> when = new ArrayList<>();
    check
        .situations()
        .forEach(
            situation ->
                when.add(
                    (situation.of().isEmpty() ? "" : String.join(", ", situation.of()) + ": ")
                        + situation.row().words()));
    check
        .milder()
        .ifPresent(
            milder ->
                when.add(
                    "as %s: %s"
                        .formatted(
                            milder.indicator().id(),
                            milder.when().stream()
                                .map(Row::words)
                                .collect(Collectors.joining("; or ")))));
    check.whenUnknown().map(OrderCheckSection::unknown).ifPresent(when::add);
    check.openTitle().ifPresent(unused -> when.add("a condition is unknown"));
    if (!check.whenMissing().isEmpty()) {
      when.add("missing: " + String.join(", ", check.whenMissing()));
    }
    if (!check.orWhenOrdered().isEmpty()) {
      when.add("also ordered: " + String.join(", ", check.orWhenOrdered()));
    }
    check
        .repeats()
        .ifPresent(
            repeats ->
                when.add(
                    "a draft repeats an open order of a test, an active one of "
                        + String.join(", ", repeats.drugs())
                        + ", or a completed one of "
                        + String.join(", ", repeats.tests())));
    return when;
  }

  private static List<String> offers(OrderCheck check) {
    List<String> offers = new ArrayList<>(check.asks());
    offers.addAll(check.suggests());
    check.replacesWith().ifPresent(option -> offers.add(option + " in its place"));
    if (check.removes()) {
      offers.add("removal of the draft");
    }
    return offers;
  }

  private static String unknown(UnknownFact unknown) {
    return unknown.around().words() + " and " + unknown.fact().id() + " is unknown";
  }
}
