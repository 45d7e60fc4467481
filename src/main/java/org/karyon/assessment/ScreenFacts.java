package org.karyon.assessment;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.DraftedOrder;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.OrderCheck;
import org.karyon.guideline.WorkUpItem;

/**
 * What the tables ask of tests and orders beside the facts of a patient: the state of each test of
 * the work-up, and which groups of orders are drafted, in place or were given recently.
 *
 * @param tests the state of each work-up item by its id; one that stands in for another only where
 *     it was looked at
 * @param drafted groups and concepts of order checks of which something is being decided on
 * @param onScreen those of them of which something is on the screen, decided on or not
 * @param regimens checks of an intensive regimen whose drafts no rule of the patient offers
 * @param inPlace groups and concepts of which something is drafted, active or ordered
 * @param given groups and concepts of which something was given recently enough to count
 * @param repeated whether an order repeats a test that is done, or what is ordered or active
 */
public record ScreenFacts(
    Map<String, WorkUpFinding.Status> tests,
    Set<String> drafted,
    Set<String> onScreen,
    Set<String> regimens,
    Set<String> inPlace,
    Set<String> given,
    boolean repeated) {

  /** Copies the collections, so that they never change. */
  public ScreenFacts {
    tests = Collections.unmodifiableMap(new LinkedHashMap<>(tests));
    drafted = Collections.unmodifiableSet(new LinkedHashSet<>(drafted));
    onScreen = Collections.unmodifiableSet(new LinkedHashSet<>(onScreen));
    regimens = Collections.unmodifiableSet(new LinkedHashSet<>(regimens));
    inPlace = Collections.unmodifiableSet(new LinkedHashSet<>(inPlace));
    given = Collections.unmodifiableSet(new LinkedHashSet<>(given));
  }

  /**
   * Reads them off an assessment.
   *
   * @param assessment the assessment of a patient
   * @param guideline the guideline it was made by
   * @return the states and groups, in the guideline's order
   */
  public static ScreenFacts of(Assessment assessment, Guideline guideline) {
    OrdersInPlace orders = new OrdersInPlace(guideline, assessment.record());
    UnofferedRegimen unoffered = new UnofferedRegimen(guideline, assessment.record(), orders);
    Optional<TreatmentAdvice> treatment = assessment.treatment();
    Set<String> drafted = new LinkedHashSet<>();
    Set<String> onScreen = new LinkedHashSet<>();
    Set<String> regimens = new LinkedHashSet<>();
    Set<String> inPlace = new LinkedHashSet<>();
    Set<String> given = new LinkedHashSet<>();
    for (OrderCheck check : guideline.orderChecks().checks()) {
      Set<String> groups = groups(check);
      groups.stream()
          .filter(group -> isAny(orders, assessment.record().orders().selected(), group))
          .forEach(drafted::add);
      groups.stream()
          .filter(group -> isAny(orders, assessment.record().orders().all(), group))
          .forEach(onScreen::add);
      check
          .draftedRegimen()
          .filter(regimen -> !unoffered.drafts(regimen, CheckOrders.offered(treatment)).isEmpty())
          .ifPresent(unused -> regimens.add(check.id()));
      for (Collection<String> other : List.of(check.unlessOrdered(), check.orWhenOrdered())) {
        other.stream().filter(group -> orders.holdsAny(List.of(group))).forEach(inPlace::add);
      }
      check
          .givenWithin()
          .map(days -> assessment.record().asOf().minusDays(days.value().longValueExact()))
          .ifPresent(
              since ->
                  check.unlessOrdered().stream()
                      .filter(group -> orders.givenSince(since, List.of(group)))
                      .forEach(given::add));
    }
    return new ScreenFacts(
        tests(assessment, guideline),
        drafted,
        onScreen,
        regimens,
        inPlace,
        given,
        isRepeated(assessment));
  }

  private static Set<String> groups(OrderCheck check) {
    Set<String> groups = new LinkedHashSet<>(check.drafted());
    check.draftedTogether().forEach(groups::addAll);
    check.situations().forEach(situation -> groups.addAll(situation.of()));
    return groups;
  }

  private static boolean isAny(OrdersInPlace orders, List<DraftedOrder> among, String group) {
    return among.stream().anyMatch(order -> orders.matches(order, List.of(group)));
  }

  private static boolean isRepeated(Assessment assessment) {
    return assessment.orders().findings().stream()
        .anyMatch(finding -> finding.check().repeats().isPresent());
  }

  private static Map<String, WorkUpFinding.Status> tests(
      Assessment assessment, Guideline guideline) {
    CheckWorkUp workUp = new CheckWorkUp(guideline, assessment.record(), assessment.facts());
    Set<String> replacing = new LinkedHashSet<>();
    guideline.workUp().values().forEach(item -> item.replacedBy().ifPresent(replacing::add));
    Map<String, WorkUpFinding.Status> tests = new LinkedHashMap<>();
    assessment.all().forEach(finding -> tests.put(finding.item().id(), finding.status()));
    for (WorkUpItem item : guideline.workUp().values()) {
      if (!replacing.contains(item.id())) {
        tests.computeIfAbsent(item.id(), unused -> workUp.check(item).status());
      }
    }
    return tests;
  }
}
