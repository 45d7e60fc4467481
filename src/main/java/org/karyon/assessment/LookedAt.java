package org.karyon.assessment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.DraftedOrder;
import org.karyon.facts.PatientRecord;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.OrderCheck;

/** Which of the orders that are being decided on a check looks at. */
final class LookedAt {

  private final Guideline guideline;
  private final PatientRecord record;
  private final OrdersInPlace inPlace;
  private final List<String> offered;

  LookedAt(
      Guideline guideline,
      PatientRecord record,
      OrdersInPlace inPlace,
      Optional<TreatmentAdvice> treatment) {
    this.guideline = guideline;
    this.record = record;
    this.inPlace = inPlace;
    this.offered = CheckOrders.offered(treatment);
  }

  List<DraftedOrder> orders(OrderCheck check) {
    Set<DraftedOrder> orders = new LinkedHashSet<>(selected(check.drafted()));
    check.draftedTogether().forEach(together -> orders.addAll(together(together)));
    orders.addAll(regimen(check));
    return List.copyOf(orders);
  }

  private List<DraftedOrder> together(List<String> groups) {
    boolean all =
        groups.stream()
            .allMatch(
                group ->
                    record.orders().all().stream()
                        .anyMatch(order -> inPlace.matches(order, List.of(group))));
    return all ? selected(groups) : List.of();
  }

  private List<DraftedOrder> regimen(OrderCheck check) {
    return check
        .draftedRegimen()
        .map(regimen -> new UnofferedRegimen(guideline, record, inPlace).drafts(regimen, offered))
        .orElse(List.of());
  }

  private List<DraftedOrder> selected(List<String> groups) {
    return record.orders().selected().stream()
        .filter(order -> inPlace.matches(order, groups))
        .toList();
  }
}
