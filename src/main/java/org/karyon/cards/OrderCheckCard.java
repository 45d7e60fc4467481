package org.karyon.cards;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.OrderFinding;
import org.karyon.facts.DraftedOrder;
import org.karyon.facts.Fact;
import org.karyon.facts.PatientFacts;
import org.karyon.guideline.Coded;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.OrderCheck.Indicator;

/** The cards that speak of the orders on the screen: one for each conflict, most urgent first. */
final class OrderCheckCard {

  private final Guideline guideline;
  private final CardWriter writer;
  private final CheckSuggestions suggestions;

  OrderCheckCard(Guideline guideline, CardWriter writer) {
    this.guideline = guideline;
    this.writer = writer;
    this.suggestions = new CheckSuggestions(guideline, writer);
  }

  /**
   * What is said while orders are being chosen: several conflicts of one drug in one card, and the
   * less urgent ones in one where there are more than there is room for.
   */
  List<Card> whileChoosing(
      Assessment assessment,
      List<OrderFinding> conflicts,
      int room,
      DraftOrders drafts,
      Remarks remarks) {
    List<List<OrderFinding>> cards = new ArrayList<>(ofOneDrug(conflicts));
    cards.sort(mostUrgentFirst(remarks.policy()));
    if (cards.size() > room) {
      List<List<OrderFinding>> less = cards.subList(room - 1, cards.size());
      List<OrderFinding> together = less.stream().flatMap(List::stream).toList();
      less.clear();
      cards.add(together);
    }
    return cards.stream().map(conflict -> write(assessment, conflict, drafts, remarks)).toList();
  }

  /** What is said before signing: each conflict and each thing that is missing for itself. */
  List<Card> beforeSigning(
      Assessment assessment, List<OrderFinding> findings, DraftOrders drafts, Remarks remarks) {
    return ofOneTest(findings).stream()
        .sorted(mostUrgentFirst(remarks.policy()))
        .map(conflict -> write(assessment, conflict, drafts, remarks))
        .toList();
  }

  private static Comparator<List<OrderFinding>> mostUrgentFirst(PolicyInForce policy) {
    return Comparator.comparing(
        (List<OrderFinding> conflict) -> indicator(conflict, policy), Comparator.reverseOrder());
  }

  private static Indicator indicator(List<OrderFinding> conflict, PolicyInForce policy) {
    return conflict.stream()
        .map(policy::indicator)
        .max(Comparator.naturalOrder())
        .orElse(Indicator.INFO);
  }

  private static List<List<OrderFinding>> ofOneDrug(List<OrderFinding> findings) {
    List<List<OrderFinding>> groups = new ArrayList<>();
    for (OrderFinding finding : findings) {
      List<OrderFinding> group = new ArrayList<>(List.of(finding));
      for (List<OrderFinding> other : List.copyOf(groups)) {
        if (sharesAnOrder(other, finding)) {
          group.addAll(0, other);
          groups.remove(other);
        }
      }
      group.sort(Comparator.comparing(OrderFinding::indicator, Comparator.reverseOrder()));
      groups.add(group);
    }
    return groups;
  }

  private static boolean sharesAnOrder(List<OrderFinding> group, OrderFinding finding) {
    return group.stream()
        .flatMap(other -> other.orders().stream())
        .anyMatch(finding.orders()::contains);
  }

  /** Checks that wait for the same tests are one conflict, although several rules speak of it. */
  private static List<List<OrderFinding>> ofOneTest(List<OrderFinding> findings) {
    Map<String, List<OrderFinding>> conflicts = new LinkedHashMap<>();
    for (OrderFinding finding : findings) {
      String tests =
          finding.tests().stream().map(test -> test.item().id()).collect(Collectors.joining(","));
      String conflict = tests.isEmpty() ? finding.check().id() : tests;
      conflicts.computeIfAbsent(conflict, unused -> new ArrayList<>()).add(finding);
    }
    return List.copyOf(conflicts.values());
  }

  private Card write(
      Assessment assessment, List<OrderFinding> conflict, DraftOrders drafts, Remarks remarks) {
    List<DraftedOrder> orders = orders(conflict);
    List<Card.Suggestion> offered = suggestions.of(assessment, conflict, drafts);
    boolean removing =
        offered.stream()
            .flatMap(suggestion -> suggestion.actions().stream())
            .anyMatch(action -> action.type().equals("delete"));
    CheckWords words = new CheckWords(guideline, writer, assessment);
    List<Ground> grounds = words.grounds(conflict);
    return writer.card(
        summary(conflict),
        indicator(conflict, remarks.policy()).id(),
        writer.foot(
            words
                .detail(conflict)
                .bullets(remarks.policy().words(conflict, writer.words(assessment).dates())),
            assessment,
            grounds,
            basis(conflict),
            remarks),
        offered,
        removing && ofOneDrug(conflict).size() == 1 ? "at-most-one" : "any",
        overrideReasons(indicator(conflict, remarks.policy())),
        extension(assessment, conflict, orders).restingOn(grounds));
  }

  static List<DraftedOrder> orders(List<OrderFinding> conflict) {
    return conflict.stream().flatMap(finding -> finding.orders().stream()).distinct().toList();
  }

  /** What is ordered, a test by its short name. */
  static List<String> names(List<DraftedOrder> orders, CardWriter writer) {
    return orders.stream().map(writer::name).distinct().toList();
  }

  private String summary(List<OrderFinding> conflict) {
    List<String> titles = conflict.stream().map(OrderFinding::title).distinct().toList();
    return Summary.fitting(
        names(orders(conflict), writer),
        ", ",
        orders -> {
          String first = Sentence.CHECK.with("title", titles.get(0), "orders", orders);
          String all =
              titles.size() == 1
                  ? first
                  : Sentence.CHECK_AND_MORE.with(
                      "title",
                      titles.get(0),
                      "orders",
                      orders,
                      "more",
                      String.join("; ", titles.subList(1, titles.size())));
          return all.length() <= Summary.LONGEST ? all : first;
        });
  }

  private List<Coded> overrideReasons(Indicator indicator) {
    return switch (indicator) {
      case INFO -> List.of();
      case WARNING, CRITICAL -> guideline.orderChecks().overrideReasons();
    };
  }

  static List<CardWriter.Basis> basis(List<OrderFinding> conflict) {
    return conflict.stream()
        .map(OrderFinding::check)
        .map(c -> new CardWriter.Basis(c.id(), c.citation(), c.interpretations()))
        .toList();
  }

  static AssessmentExtension extension(
      Assessment assessment, List<OrderFinding> conflict, List<DraftedOrder> orders) {
    Set<String> missing = new LinkedHashSet<>();
    PatientFacts used = PatientFacts.none();
    for (Fact<?> fact : CheckWords.facts(conflict)) {
      used = used.withFrom(fact, assessment.facts());
      if (assessment.facts().get(fact).value().isEmpty()) {
        missing.add(fact.id());
      }
    }
    conflict.stream()
        .flatMap(finding -> finding.tests().stream())
        .forEach(test -> missing.add(test.item().id()));
    return CardWriter.plain(
            "order-check",
            conflict.stream().map(finding -> finding.check().id()).distinct().toList(),
            used,
            List.copyOf(missing))
        .about(orders.stream().map(DraftedOrder::reference).distinct().toList());
  }
}
