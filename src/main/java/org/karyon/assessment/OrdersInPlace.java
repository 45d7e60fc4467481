package org.karyon.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karyon.facts.DraftedOrder;
import org.karyon.facts.Evidence;
import org.karyon.facts.PatientRecord;
import org.karyon.facts.RecordedTest;
import org.karyon.facts.RecordedTherapy;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Orderable;
import org.karyon.terminology.ConceptGroup;

/** What is ordered already: drafted on the screen, active, or an open order of the record. */
final class OrdersInPlace {

  private final Guideline guideline;
  private final PatientRecord record;
  private final Set<String> intrathecalTreatment;
  private final List<RecordedTherapy> active;
  private final List<RecordedTest> ordered;
  private final Map<String, Boolean> held = new HashMap<>();

  OrdersInPlace(Guideline guideline, PatientRecord record) {
    this.guideline = guideline;
    this.record = record;
    this.active =
        record.therapies().stream()
            .filter(therapy -> therapy.state() == RecordedTherapy.State.ACTIVE)
            .toList();
    this.ordered =
        record.tests().stream().filter(test -> test.state() == RecordedTest.State.ORDERED).toList();
    this.intrathecalTreatment = guideline.terminology().members(ConceptGroup.INTRATHECAL_TREATMENT);
  }

  /** A drug given into the cerebrospinal fluid is no systemic treatment. */
  boolean matches(DraftedOrder order, Collection<String> groups) {
    return matches(order.concepts(), order.intrathecal(), groups);
  }

  private boolean matches(Set<String> concepts, boolean intrathecal, Collection<String> groups) {
    for (String group : groups) {
      if (matches(concepts, intrathecal, group)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(Set<String> concepts, boolean intrathecal, String group) {
    Collection<String> members = guideline.orderChecks().groups().get(group);
    if (members == null) {
      return intrathecal ? intrathecalTreatment.contains(group) : concepts.contains(group);
    }
    for (String member : members) {
      if (intrathecal ? intrathecalTreatment.contains(member) : concepts.contains(member)) {
        return true;
      }
    }
    return false;
  }

  boolean holdsAny(Collection<String> groups) {
    return record.orders().all().stream().anyMatch(order -> matches(order, groups))
        || !onRecord(groups).isEmpty();
  }

  /** Active treatment and open orders of the record. */
  List<Evidence> onRecord(Collection<String> groups) {
    List<Evidence> found = new ArrayList<>();
    active.stream()
        .filter(therapy -> matches(therapy.concepts(), therapy.intrathecal(), groups))
        .map(RecordedTherapy::evidence)
        .forEach(found::add);
    ordered.stream()
        .filter(test -> matches(test.concepts(), false, groups))
        .map(RecordedTest::evidence)
        .forEach(found::add);
    return found;
  }

  /** Treatment that was given and is over; without a date nobody can say that it was recent. */
  boolean givenSince(LocalDate day, Collection<String> groups) {
    return record.therapies().stream()
        .filter(therapy -> matches(therapy.concepts(), therapy.intrathecal(), groups))
        .flatMap(therapy -> therapy.start().stream())
        .anyMatch(start -> !start.latest().isBefore(day));
  }

  boolean holds(Orderable orderable) {
    return held.computeIfAbsent(orderable.id(), unused -> isHeld(orderable));
  }

  private boolean isHeld(Orderable orderable) {
    String group = group(orderable);
    return record.orders().all().stream().anyMatch(order -> isOrderOf(order, orderable))
        || active.stream()
            .filter(therapy -> Collections.disjoint(therapy.concepts(), orderable.notAs()))
            .anyMatch(therapy -> matches(therapy.concepts(), therapy.intrathecal(), group))
        || ordered.stream().anyMatch(test -> matches(test.concepts(), false, group));
  }

  /** An oral dose is no order of a high dose of the same drug. */
  boolean isOrderOf(DraftedOrder order, Orderable orderable) {
    return matches(order.concepts(), order.intrathecal(), group(orderable))
        && Collections.disjoint(order.concepts(), orderable.notAs());
  }

  /** An order that names a class is met by any member of the class. */
  private String group(Orderable orderable) {
    return guideline.orderChecks().groups().containsKey(orderable.id())
        ? orderable.id()
        : orderable.concept();
  }
}
