package org.karyon.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.karyon.facts.DraftedOrder;
import org.karyon.facts.PatientRecord;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.OrderCheck;
import org.karyon.guideline.Orderable;
import org.karyon.guideline.TreatmentOption;
import org.karyon.terminology.ConceptGroup;

/**
 * Finds the drafts that belong to an intensive regimen which no rule of this patient offers: some
 * drugs of one regimen, one of them at least outside the gentler regimen.
 */
final class UnofferedRegimen {

  private final Guideline guideline;
  private final PatientRecord record;
  private final OrdersInPlace inPlace;

  UnofferedRegimen(Guideline guideline, PatientRecord record, OrdersInPlace inPlace) {
    this.guideline = guideline;
    this.record = record;
    this.inPlace = inPlace;
  }

  /**
   * The drafts that make such a regimen intensive, when one of its drugs is being decided on; none
   * when the drafts fit an offered regimen as well.
   */
  List<DraftedOrder> drafts(OrderCheck.DraftedRegimen wanted, List<String> offered) {
    Set<String> notCounted = guideline.orderChecks().members(wanted.notCounted());
    List<DraftedOrder> counted =
        record.orders().all().stream()
            .filter(order -> !order.intrathecal())
            .filter(order -> Collections.disjoint(order.concepts(), notCounted))
            .toList();
    Set<DraftedOrder> found = new LinkedHashSet<>();
    Set<DraftedOrder> fitting = new LinkedHashSet<>();
    for (TreatmentOption regimen : guideline.options().values()) {
      if (regimen.intensive()) {
        List<List<DraftedOrder>> drugs = drugs(regimen, counted);
        List<DraftedOrder> drafts = drugs.stream().flatMap(List::stream).toList();
        boolean counts =
            drugs.size() >= wanted.fewest().value().intValueExact()
                && drafts.stream().anyMatch(draft -> isBeyond(draft, wanted.beyond()));
        if (counts) {
          (offered.contains(regimen.id()) ? fitting : found).addAll(drafts);
        }
      }
    }
    if (offered.stream().noneMatch(id -> guideline.option(id).intensive())) {
      found.addAll(named());
    }
    boolean decidedOn = record.orders().selected().stream().anyMatch(found::contains);
    return !decidedOn || fitting.containsAll(found)
        ? List.of()
        : found.stream().filter(draft -> isBeyond(draft, wanted.beyond())).toList();
  }

  /** An order set that is known by the name of its regimen. */
  private List<DraftedOrder> named() {
    return record.orders().all().stream()
        .filter(
            order -> guideline.terminology().isAny(order.concepts(), ConceptGroup.REGIMENS_BY_NAME))
        .toList();
  }

  /** The drafts of each drug of a regimen that is on the screen. */
  private List<List<DraftedOrder>> drugs(TreatmentOption regimen, List<DraftedOrder> counted) {
    List<List<DraftedOrder>> drugs = new ArrayList<>();
    if (counted.isEmpty()) {
      return drugs;
    }
    for (String id : regimen.orders()) {
      Orderable drug = guideline.orderable(id);
      List<DraftedOrder> drafts =
          counted.stream().filter(order -> inPlace.isOrderOf(order, drug)).toList();
      if (!drafts.isEmpty()) {
        drugs.add(drafts);
      }
    }
    return drugs;
  }

  private boolean isBeyond(DraftedOrder draft, String gentler) {
    return guideline.option(gentler).orders().stream()
        .map(guideline::orderable)
        .noneMatch(drug -> inPlace.isOrderOf(draft, drug));
  }
}
