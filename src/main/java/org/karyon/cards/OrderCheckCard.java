package org.karyon.cards;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.OptionAdvice;
import org.karyon.assessment.OrderFinding;
import org.karyon.assessment.WorkUpFinding;
import org.karyon.facts.DraftedOrder;
import org.karyon.facts.Fact;
import org.karyon.facts.PatientFacts;
import org.karyon.guideline.Coded;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.OrderCheck;
import org.karyon.guideline.TreatmentOption;

/** The cards that speak of the orders on the screen: one for each conflict, most urgent first. */
final class OrderCheckCard {

  private final Guideline guideline;
  private final CardWriter writer;
  private final FactWords words;

  OrderCheckCard(Guideline guideline, CardWriter writer) {
    this.guideline = guideline;
    this.writer = writer;
    this.words = new FactWords(guideline);
  }

  List<Card> write(Assessment assessment, DraftOrders drafts) {
    return conflicts(assessment).stream()
        .sorted(
            Comparator.comparing(
                (List<OrderFinding> conflict) -> conflict.get(0).indicator(),
                Comparator.reverseOrder()))
        .map(conflict -> write(assessment, conflict, drafts))
        .toList();
  }

  /** Checks that wait for the same tests are one conflict, although several rules speak of it. */
  private static List<List<OrderFinding>> conflicts(Assessment assessment) {
    Map<String, List<OrderFinding>> conflicts = new LinkedHashMap<>();
    for (OrderFinding finding : assessment.orders().findings()) {
      String tests =
          finding.tests().stream().map(test -> test.item().id()).collect(Collectors.joining(","));
      String conflict = tests.isEmpty() ? finding.check().id() : tests;
      conflicts.computeIfAbsent(conflict, unused -> new ArrayList<>()).add(finding);
    }
    return List.copyOf(conflicts.values());
  }

  private Card write(Assessment assessment, List<OrderFinding> conflict, DraftOrders drafts) {
    OrderFinding first = conflict.get(0);
    List<DraftedOrder> orders =
        conflict.stream().flatMap(finding -> finding.orders().stream()).distinct().toList();
    List<Card.Suggestion> suggestions = suggestions(assessment, first, drafts);
    boolean removing =
        suggestions.stream()
            .flatMap(suggestion -> suggestion.actions().stream())
            .anyMatch(action -> action.type().equals("delete"));
    return writer.card(
        first.title() + ": " + names(orders),
        first.indicator().id(),
        detail(assessment, conflict, orders),
        suggestions,
        removing ? "at-most-one" : "any",
        overrideReasons(first.indicator()),
        extension(assessment, conflict, orders));
  }

  private static String names(List<DraftedOrder> orders) {
    return orders.stream().map(Summary::name).distinct().collect(Collectors.joining(", "));
  }

  private List<Coded> overrideReasons(OrderCheck.Indicator indicator) {
    return switch (indicator) {
      case INFO -> List.of();
      case WARNING, CRITICAL -> guideline.orderChecks().overrideReasons();
    };
  }

  private Markdown detail(
      Assessment assessment, List<OrderFinding> conflict, List<DraftedOrder> orders) {
    Set<Fact<?>> facts = facts(conflict);
    Markdown detail =
        new Markdown()
            .list("Orders concerned", orders.stream().map(OrderCheckCard::line).toList())
            .table(FactWords.HEADER, rows(assessment.facts(), conflict))
            .list("Unknown", unknown(assessment.facts(), facts))
            .list("Tests that are missing", tests(conflict))
            .paragraph(lookedFor(conflict.get(0).check()));
    for (OrderFinding finding : conflict) {
      detail.paragraph(finding.says() + " (" + finding.check().citation().text() + ")");
    }
    detail.paragraph("**What to do.** " + conflict.get(0).check().advice());
    return writer.foot(
        detail,
        conflict.stream()
            .map(OrderFinding::check)
            .map(c -> new CardWriter.Basis(c.id(), c.citation(), c.interpretations()))
            .toList());
  }

  /** A check of something that is not there says where it was looked for. */
  private String lookedFor(OrderCheck check) {
    if (check.unlessOrdered().isEmpty() || check.suggests().isEmpty()) {
      return "";
    }
    String wanted =
        check.suggests().stream()
            .map(id -> guideline.orderable(id).text())
            .collect(Collectors.joining(", "));
    return "Not found among the drafts, the active treatment and the open orders"
        + check
            .givenWithin()
            .map(
                days ->
                    ", nor given in the last %s days (an interval that Karyon declares)"
                        .formatted(days.value().toPlainString()))
            .orElse("")
        + ": "
        + wanted
        + ".";
  }

  private static String line(DraftedOrder order) {
    return Markdown.text(order.words())
        + " ("
        + Markdown.text(order.reference())
        + (order.intrathecal() ? ", intrathecal" : "")
        + (order.fromText() ? ", recognised by its words and not by a code" : "")
        + ")";
  }

  private static Set<Fact<?>> facts(List<OrderFinding> conflict) {
    Set<Fact<?>> facts = new LinkedHashSet<>();
    conflict.stream()
        .flatMap(finding -> finding.facts().stream())
        .flatMap(fact -> FactWords.basisOf(fact).stream())
        .forEach(facts::add);
    return facts;
  }

  private List<List<String>> rows(PatientFacts known, List<OrderFinding> conflict) {
    List<List<String>> rows = new ArrayList<>();
    facts(conflict).forEach(fact -> rows.addAll(words.rows(fact, known)));
    conflict.stream()
        .flatMap(finding -> finding.against().stream())
        .distinct()
        .forEach(evidence -> rows.add(FactWords.row("Recorded or ordered already", evidence)));
    return rows;
  }

  private List<String> unknown(PatientFacts known, Set<Fact<?>> facts) {
    return facts.stream()
        .filter(fact -> known.get(fact).value().isEmpty())
        .map(fact -> words.unknown(fact, known))
        .distinct()
        .toList();
  }

  private static List<String> tests(List<OrderFinding> conflict) {
    return conflict.stream()
        .flatMap(finding -> finding.tests().stream())
        .map(OrderCheckCard::line)
        .distinct()
        .toList();
  }

  private static String line(WorkUpFinding finding) {
    return finding.item().name()
        + switch (finding.status()) {
          case UNREADABLE -> ": could not be checked, because a part of the record was not read";
          case MISSING, DONE, ORDERED -> "";
        };
  }

  private List<Card.Suggestion> suggestions(
      Assessment assessment, OrderFinding finding, DraftOrders drafts) {
    return switch (finding.state()) {
      case OPEN -> tests(finding, drafts);
      case CONFLICT, NOTE -> {
        List<Card.Suggestion> suggestions = new ArrayList<>();
        finding.check().suggests().stream()
            .filter(id -> !assessment.orders().inPlace().contains(id))
            .map(guideline::orderable)
            .forEach(
                order ->
                    suggestions.add(
                        writer.suggestion("Add " + order.text(), List.of(drafts.create(order)))));
        replacement(assessment, finding, drafts).ifPresent(suggestions::add);
        removal(finding, drafts).ifPresent(suggestions::add);
        yield suggestions;
      }
    };
  }

  private List<Card.Suggestion> tests(OrderFinding finding, DraftOrders drafts) {
    return finding.tests().stream()
        .filter(test -> test.status() == WorkUpFinding.Status.MISSING)
        .map(
            test ->
                writer.suggestion(
                    "Order " + test.item().name(),
                    test.remaining().stream()
                        .map(guideline::orderable)
                        .map(drafts::create)
                        .toList()))
        .toList();
  }

  /** Only what the guideline offers at this step stands in the place of an order. */
  private Optional<Card.Suggestion> replacement(
      Assessment assessment, OrderFinding finding, DraftOrders drafts) {
    Optional<TreatmentOption> option =
        assessment.treatment().stream()
            .flatMap(advice -> advice.options(OptionAdvice.Status.APPLIES).stream())
            .map(OptionAdvice::option)
            .filter(
                offered -> finding.check().replacesWith().filter(offered.id()::equals).isPresent())
            .findFirst();
    List<Card.Action> removed = drafts.deletes(finding.orders());
    if (option.isEmpty() || removed.size() < finding.orders().size()) {
      return Optional.empty();
    }
    List<Card.Action> actions = new ArrayList<>();
    option.get().orders().stream()
        .filter(id -> !assessment.orders().inPlace().contains(id))
        .map(guideline::orderable)
        .map(drafts::create)
        .forEach(actions::add);
    actions.addAll(removed);
    return Optional.of(writer.suggestion("Replace with " + option.get().name(), actions));
  }

  private Optional<Card.Suggestion> removal(OrderFinding finding, DraftOrders drafts) {
    List<Card.Action> removed =
        finding.check().removes() ? drafts.deletes(finding.orders()) : List.of();
    return removed.isEmpty()
        ? Optional.empty()
        : Optional.of(writer.suggestion("Take off " + names(finding.orders()), removed));
  }

  private static AssessmentExtension extension(
      Assessment assessment, List<OrderFinding> conflict, List<DraftedOrder> orders) {
    Set<String> missing = new LinkedHashSet<>();
    PatientFacts used = PatientFacts.none();
    for (Fact<?> fact : facts(conflict)) {
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
            conflict.stream().map(finding -> finding.check().id()).toList(),
            used,
            List.copyOf(missing))
        .about(orders.stream().map(DraftedOrder::reference).distinct().toList());
  }
}
