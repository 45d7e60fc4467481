package org.karyon.cards;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.OrderFinding;
import org.karyon.facts.DraftedOrder;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.ShortNames;

/**
 * The one card of what belongs with the orders that are being chosen: what to add, and which tests
 * are open. Nothing of it is a warning while the screen is not yet complete.
 */
final class CompanionCard {

  private final Guideline guideline;
  private final ShortNames names;
  private final CardWriter writer;
  private final CheckSuggestions suggestions;

  CompanionCard(Guideline guideline, CardWriter writer) {
    this.guideline = guideline;
    this.names = guideline.shortNames();
    this.writer = writer;
    this.suggestions = new CheckSuggestions(guideline, writer);
  }

  Optional<Card> write(
      Assessment assessment, List<OrderFinding> companions, DraftOrders drafts, Remarks remarks) {
    if (companions.isEmpty()) {
      return Optional.empty();
    }
    List<DraftedOrder> orders = OrderCheckCard.orders(companions);
    CheckWords words = new CheckWords(guideline, writer, assessment);
    List<Ground> grounds = words.grounds(companions);
    return Optional.of(
        writer.card(
            summary(companions, orders),
            "info",
            writer.foot(
                detail(companions, words),
                assessment,
                grounds,
                OrderCheckCard.basis(companions),
                remarks),
            suggestions.of(assessment, companions, drafts),
            OrderCheckCard.extension(assessment, companions, orders).restingOn(grounds)));
  }

  private String summary(List<OrderFinding> companions, List<DraftedOrder> orders) {
    String additions = Summary.join(additions(companions), " and ");
    String tests = Summary.join(tests(companions), " and ");
    return Summary.fitting(
        OrderCheckCard.names(orders, writer),
        ", ",
        named -> {
          if (additions.isEmpty()) {
            return Sentence.COMPANION_OPEN.with("orders", named, "tests", tests);
          }
          return tests.isEmpty()
              ? Sentence.COMPANION_ADD.with("orders", named, "additions", additions)
              : Sentence.COMPANION_BOTH.with(
                  "orders", named, "additions", additions, "tests", tests);
        });
  }

  private List<String> additions(List<OrderFinding> companions) {
    Set<String> additions = new LinkedHashSet<>();
    for (OrderFinding finding : companions) {
      switch (finding.state()) {
        case CONFLICT, NOTE ->
            finding.check().suggests().stream()
                .map(guideline::orderable)
                .map(order -> names.of(order).text())
                .forEach(additions::add);
        case OPEN -> {}
      }
    }
    return List.copyOf(additions);
  }

  private List<String> tests(List<OrderFinding> companions) {
    return companions.stream()
        .flatMap(finding -> finding.tests().stream())
        .map(test -> names.of(test.item()).text())
        .distinct()
        .toList();
  }

  private Markdown detail(List<OrderFinding> companions, CheckWords words) {
    Markdown detail = new Markdown();
    for (OrderFinding finding : companions) {
      List<String> what = new ArrayList<>(additions(List.of(finding)));
      what.addAll(finding.tests().stream().map(words::test).toList());
      detail.bullet(words.needed(Summary.capital(String.join(", ", what)), finding));
    }
    return detail;
  }
}
