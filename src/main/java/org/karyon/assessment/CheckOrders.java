package org.karyon.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.karyon.assessment.OrderFinding.State;
import org.karyon.assessment.WorkUpFinding.Status;
import org.karyon.facts.DraftedOrder;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.PatientRecord;
import org.karyon.facts.RecordedTest;
import org.karyon.facts.RecordedTherapy;
import org.karyon.guideline.Condition;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.OrderCheck;
import org.karyon.guideline.OrderChecks;
import org.karyon.guideline.Orderable;
import org.karyon.guideline.Row;
import org.karyon.guideline.WorkUpItem;

/**
 * Checks the orders that are being decided on; a condition on an unknown fact neither fires a check
 * nor clears an order, but asks for the test where the check names one.
 */
final class CheckOrders {

  private final Guideline guideline;
  private final Regimens regimens;
  private final PatientRecord record;
  private final PatientFacts facts;
  private final CheckWorkUp workUp;
  private final OrdersInPlace inPlace;

  CheckOrders(
      Guideline guideline,
      Regimens regimens,
      PatientRecord record,
      PatientFacts facts,
      CheckWorkUp workUp) {
    this.guideline = guideline;
    this.regimens = regimens;
    this.record = record;
    this.facts = facts;
    this.workUp = workUp;
    this.inPlace = new OrdersInPlace(guideline, record);
  }

  OrderAdvice check(Optional<TreatmentAdvice> treatment) {
    OrderChecks checks = guideline.orderChecks();
    Set<String> besideWorkUp = new LinkedHashSet<>(checks.workUpCardBeside());
    boolean anyTest = besideWorkUp.remove(OrderChecks.WORK_UP);
    LookedAt lookedAt = new LookedAt(guideline, record, inPlace, treatment);
    return new OrderAdvice(
        checks.checks().stream()
            .map(check -> check(check, lookedAt))
            .flatMap(Optional::stream)
            .toList(),
        isChoosing(order -> inPlace.matches(order, checks.treatmentCardBeside())),
        isChoosing(order -> inPlace.matches(order, besideWorkUp) || (anyTest && isWorkUp(order))),
        guideline.orderables().values().stream()
            .filter(inPlace::holds)
            .map(Orderable::id)
            .collect(Collectors.toSet()),
        treatment.flatMap(
            advice -> new RecogniseRegimen(guideline, regimens, record, inPlace).among(advice)));
  }

  /** A screen without a named order is a choice that is only beginning. */
  private boolean isChoosing(Predicate<DraftedOrder> helped) {
    List<DraftedOrder> selected = record.orders().selected();
    return selected.isEmpty() || selected.stream().anyMatch(helped.or(DraftedOrder::isUnnamed));
  }

  private boolean isWorkUp(DraftedOrder order) {
    return guideline.workUp().values().stream()
        .anyMatch(
            item ->
                isOrderOf(item, order)
                    || item.orAllOf().stream()
                        .anyMatch(g -> !Collections.disjoint(g, order.concepts())));
  }

  /** The options that a rule of this patient offers. */
  static List<String> offered(Optional<TreatmentAdvice> treatment) {
    return treatment.stream()
        .flatMap(advice -> advice.options(OptionAdvice.Status.APPLIES).stream())
        .map(option -> option.option().id())
        .toList();
  }

  private Optional<OrderFinding> check(OrderCheck check, LookedAt lookedAt) {
    return check.repeats().isPresent()
        ? repeated(check, check.repeats().get())
        : drafted(check, lookedAt.orders(check));
  }

  private Optional<OrderFinding> drafted(OrderCheck check, List<DraftedOrder> orders) {
    if (orders.isEmpty() || isSilenced(check)) {
      return Optional.empty();
    }
    if (inPlace.holdsAny(check.orWhenOrdered())) {
      return Optional.of(conflict(check, orders, inPlace.onRecord(check.orWhenOrdered())));
    }
    if (!check.whenMissing().isEmpty()) {
      return open(check, orders, missing(check.whenMissing()));
    }
    if (check.whenUnknown().isPresent()) {
      OrderCheck.UnknownFact unknown = check.whenUnknown().get();
      boolean asked =
          Rows.truth(unknown.around(), facts) == Truth.TRUE
              && facts.get(unknown.fact()).value().isEmpty();
      return asked ? open(check, orders, firstOpen(check.asks())) : Optional.empty();
    }
    return situated(check, orders);
  }

  /** Each condition counts for the orders that it is about. */
  private Optional<OrderFinding> situated(OrderCheck check, List<DraftedOrder> orders) {
    Set<DraftedOrder> conflicting = new LinkedHashSet<>();
    Set<DraftedOrder> undecided = new LinkedHashSet<>();
    for (OrderCheck.Situation situation : check.situations()) {
      List<DraftedOrder> concerned =
          orders.stream()
              .filter(order -> situation.of().isEmpty() || inPlace.matches(order, situation.of()))
              .toList();
      switch (Rows.truth(situation.row(), facts)) {
        case TRUE -> conflicting.addAll(concerned);
        case UNKNOWN -> undecided.addAll(concerned);
        case FALSE -> {}
      }
    }
    if (!conflicting.isEmpty()) {
      return Optional.of(conflict(check, List.copyOf(conflicting), List.of()));
    }
    if (!undecided.isEmpty()) {
      return open(check, List.copyOf(undecided), firstOpen(check.asks()));
    }
    return check
        .milder()
        .filter(milder -> Rows.any(milder.when(), facts) == Truth.TRUE)
        .map(
            milder ->
                new OrderFinding(
                    check, State.NOTE, orders, facts(milder.when()), List.of(), List.of()));
  }

  private boolean isSilenced(OrderCheck check) {
    return inPlace.holdsAny(check.unlessOrdered())
        || check
            .givenWithin()
            .map(days -> record.asOf().minusDays(days.value().longValueExact()))
            .filter(since -> inPlace.givenSince(since, check.unlessOrdered()))
            .isPresent();
  }

  private OrderFinding conflict(
      OrderCheck check, List<DraftedOrder> orders, List<Evidence> against) {
    return new OrderFinding(check, State.CONFLICT, orders, facts(check), List.of(), against);
  }

  /** A question whose test is on its way is not asked again. */
  private Optional<OrderFinding> open(
      OrderCheck check, List<DraftedOrder> orders, List<WorkUpFinding> tests) {
    return tests.isEmpty()
        ? Optional.empty()
        : Optional.of(new OrderFinding(check, State.OPEN, orders, facts(check), tests, List.of()));
  }

  private List<WorkUpFinding> missing(List<String> items) {
    return items.stream()
        .map(id -> workUp.check(guideline.workUpItem(id)))
        .filter(CheckOrders::isMissing)
        .toList();
  }

  /** The first test that still has to answer, because its answer may spare the others. */
  private List<WorkUpFinding> firstOpen(List<String> items) {
    return items.stream()
        .map(id -> workUp.check(guideline.workUpItem(id)))
        .filter(finding -> finding.status() != Status.DONE)
        .limit(1)
        .filter(CheckOrders::isMissing)
        .toList();
  }

  private static boolean isMissing(WorkUpFinding finding) {
    return switch (finding.status()) {
      case MISSING, UNREADABLE -> true;
      case DONE, ORDERED -> false;
    };
  }

  private static List<Fact<?>> facts(OrderCheck check) {
    List<Fact<?>> facts = new ArrayList<>(facts(check.when()));
    check
        .whenUnknown()
        .ifPresent(
            unknown -> {
              unknown.around().conditions().stream().map(Condition::fact).forEach(facts::add);
              facts.add(unknown.fact());
            });
    return facts.stream().distinct().toList();
  }

  private static List<Fact<?>> facts(List<Row> rows) {
    List<Fact<?>> facts = new ArrayList<>();
    rows.forEach(row -> row.conditions().stream().map(Condition::fact).forEach(facts::add));
    return facts.stream().distinct().toList();
  }

  private Optional<OrderFinding> repeated(OrderCheck check, OrderCheck.Repeats repeats) {
    List<DraftedOrder> orders = new ArrayList<>();
    Set<Evidence> against = new LinkedHashSet<>();
    for (DraftedOrder order : record.orders().selected()) {
      List<Evidence> earlier =
          switch (order.kind()) {
            case MEDICATION ->
                inPlace.matches(order, repeats.drugs()) ? activeOrders(order) : List.of();
            case SERVICE -> earlierTests(order, repeats);
            case OTHER -> List.of();
          };
      if (!earlier.isEmpty()) {
        orders.add(order);
        against.addAll(earlier);
      }
    }
    return orders.isEmpty()
        ? Optional.empty()
        : Optional.of(conflict(check, orders, List.copyOf(against)));
  }

  private List<Evidence> activeOrders(DraftedOrder order) {
    return record.therapies().stream()
        .filter(therapy -> therapy.state() == RecordedTherapy.State.ACTIVE)
        .filter(therapy -> therapy.intrathecal() == order.intrathecal())
        .filter(therapy -> !Collections.disjoint(therapy.concepts(), order.concepts()))
        .map(RecordedTherapy::evidence)
        .filter(evidence -> isAnotherOrder(evidence, "MedicationRequest/", order))
        .toList();
  }

  private List<Evidence> earlierTests(DraftedOrder order, OrderCheck.Repeats repeats) {
    List<Evidence> earlier =
        new ArrayList<>(
            record.tests().stream()
                .filter(test -> test.state() == RecordedTest.State.ORDERED)
                .filter(test -> !Collections.disjoint(test.concepts(), order.concepts()))
                .map(RecordedTest::evidence)
                .filter(evidence -> isAnotherOrder(evidence, "ServiceRequest/", order))
                .toList());
    if (facts.get(Facts.COURSE).value().filter(repeats.courses()::contains).isPresent()) {
      repeats.tests().stream()
          .map(guideline::workUpItem)
          .filter(item -> isOrderOf(item, order))
          .flatMap(item -> done(item, order).stream())
          .forEach(earlier::add);
    }
    return earlier;
  }

  /** A fact may be settled by one test and still ask for another; only the same one is repeated. */
  private List<Evidence> done(WorkUpItem item, DraftedOrder order) {
    WorkUpFinding finding = workUp.check(item);
    if (finding.status() != Status.DONE) {
      return List.of();
    }
    return item.settles().isEmpty()
        ? finding.evidence()
        : record.tests().stream()
            .filter(test -> test.state() == RecordedTest.State.RESULTED)
            .filter(test -> !Collections.disjoint(test.concepts(), order.concepts()))
            .map(RecordedTest::evidence)
            .toList();
  }

  private boolean isAnotherOrder(Evidence evidence, String kind, DraftedOrder order) {
    return evidence.resource().startsWith(kind)
        && record.orders().all().stream()
            .map(DraftedOrder::reference)
            .noneMatch(evidence.resource()::equals)
        && order.renews().stream().noneMatch(renewed -> renewed.endsWith(evidence.resource()));
  }

  private boolean isOrderOf(WorkUpItem item, DraftedOrder order) {
    Collection<String> concepts = new LinkedHashSet<>(item.doneBy());
    concepts.addAll(item.orderedBy());
    item.orders().forEach(id -> concepts.add(guideline.orderable(id).concept()));
    return order.kind() == DraftedOrder.Kind.SERVICE
        && (!Collections.disjoint(concepts, order.concepts())
            || CheckWorkUp.names(item, order.words()));
  }
}
