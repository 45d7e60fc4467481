package org.karyon.reading.treatment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.karyon.chart.resource.CarePlan;
import org.karyon.chart.resource.CodeableConcept;
import org.karyon.chart.resource.Medication;
import org.karyon.chart.resource.MedicationRequest;
import org.karyon.chart.resource.Reference;
import org.karyon.chart.resource.RequestGroup;
import org.karyon.chart.resource.ServiceRequest;
import org.karyon.facts.DataGap;
import org.karyon.facts.DraftedOrder;
import org.karyon.facts.DraftedOrder.Kind;
import org.karyon.facts.OrderSelection;
import org.karyon.facts.OrdersOnScreen;
import org.karyon.guideline.Guideline;
import org.karyon.reading.resources.Codings;
import org.karyon.reading.resources.DraftResources;
import org.karyon.reading.resources.Guard;
import org.karyon.reading.resources.RecordResources;
import org.karyon.terminology.ConceptGroup;

/** Reads the unsigned orders on the screen, single ones and those inside order sets. */
public final class DraftedOrderReader {

  private final Codings codings;
  private final Guard guard;
  private final DraftResources drafts;
  private final MedicationReader medications;
  private final List<DataGap> gaps = new ArrayList<>();

  public DraftedOrderReader(
      Guideline guideline, Codings codings, RecordResources record, Guard guard) {
    this.codings = codings;
    this.guard = guard;
    this.drafts = record.drafts();
    List<Medication> named = new ArrayList<>(drafts.medications());
    named.addAll(record.medications());
    this.medications = new MedicationReader(guideline, codings, named);
  }

  /**
   * What was read of the screen.
   *
   * @param orders the orders
   * @param gaps those that could not be checked
   */
  public record Read(OrdersOnScreen orders, List<DataGap> gaps) {}

  /**
   * A selection that names nothing on the screen cannot be followed, so every draft is looked at.
   */
  public Read read(OrderSelection selection) {
    // While orders are chosen, a drug may still be missing; what is to be signed names one.
    boolean whole = selection instanceof OrderSelection.Every;
    List<DraftedOrder> orders = orders(whole);
    List<DraftedOrder> selected =
        switch (selection) {
          case OrderSelection.Every every -> orders;
          case OrderSelection.Named named -> selected(orders, named.references());
        };
    OrdersOnScreen screen =
        selected.isEmpty()
            ? new OrdersOnScreen(orders, List.of())
            : new OrdersOnScreen(selected, others(orders, selected));
    return new Read(screen, List.copyOf(gaps));
  }

  private static List<DraftedOrder> others(List<DraftedOrder> orders, List<DraftedOrder> selected) {
    Set<DraftedOrder> known = new HashSet<>(selected);
    return orders.stream().filter(order -> !known.contains(order)).toList();
  }

  private List<DraftedOrder> selected(List<DraftedOrder> orders, Set<String> references) {
    Set<String> wanted = new LinkedHashSet<>(references);
    for (RequestGroup group : drafts.requestGroups()) {
      if (references.contains(group.reference())) {
        wanted.addAll(group.actions());
      }
    }
    for (CarePlan plan : drafts.carePlans()) {
      if (references.contains(plan.reference())) {
        plan.activities().forEach(activity -> wanted.addAll(references(List.of(activity.order()))));
      }
    }
    return orders.stream().filter(order -> wanted.contains(order.reference())).toList();
  }

  private List<DraftedOrder> orders(boolean whole) {
    List<DraftedOrder> orders = new ArrayList<>();
    guard.each(
        drafts.medicationRequests(),
        MedicationRequest::reference,
        r -> add(orders, r.reference(), r));
    guard.each(
        drafts.serviceRequests(), ServiceRequest::reference, r -> add(orders, r.reference(), r));
    guard.each(
        drafts.requestGroups(),
        RequestGroup::reference,
        group -> {
          inside(orders, group.reference(), group.medications(), group.services());
          protocol(orders, group.reference(), group.code());
        });
    guard.each(
        drafts.carePlans(),
        CarePlan::reference,
        plan -> {
          inside(orders, plan.reference(), plan.medications(), plan.services());
          protocol(orders, plan.reference(), CodeableConcept.named(plan.title()));
          plan.activities().forEach(activity -> activity(orders, plan, activity));
        });
    if (whole) {
      Set<String> told = gaps.stream().map(DataGap::subject).collect(Collectors.toSet());
      orders.stream()
          .filter(order -> order.kind() == Kind.MEDICATION && order.words().isEmpty())
          .filter(order -> !told.contains(order.reference()))
          .forEach(order -> cannotBeTold(order.reference(), ""));
    }
    for (String other : drafts.others()) {
      orders.add(new DraftedOrder(other, Kind.OTHER, Set.of(), other, false, false, Set.of()));
    }
    return orders;
  }

  private void inside(
      List<DraftedOrder> orders,
      String reference,
      List<MedicationRequest> drugs,
      List<ServiceRequest> services) {
    drugs.forEach(request -> add(orders, reference, request));
    services.forEach(request -> add(orders, reference, request));
  }

  private void add(List<DraftedOrder> orders, String reference, MedicationRequest request) {
    if (isWithdrawn(request) || request.doNotPerform()) {
      return;
    }
    Set<String> renews = new LinkedHashSet<>(references(request.basedOn()));
    renews.addAll(references(List.of(request.priorPrescription())));
    if (!request.medication().isPresent()) {
      orders.add(new DraftedOrder(reference, Kind.MEDICATION, Set.of(), "", false, false, renews));
      return;
    }
    medications
        .read(request.medication(), Route.of(codings, request.dosages()))
        .ifPresentOrElse(
            drug -> {
              if (!drug.told()) {
                cannotBeTold(reference, drug.words());
              }
              orders.add(
                  new DraftedOrder(
                      reference,
                      Kind.MEDICATION,
                      drug.concepts(),
                      drug.words(),
                      drug.intrathecal(),
                      drug.fromText(),
                      renews));
            },
            () ->
                gaps.add(
                    new DataGap(
                        DataGap.Kind.NOT_READ,
                        request.reference(),
                        "The drug of this draft is named by a reference that was not sent; the"
                            + " order could not be checked.")));
  }

  /** An order whose drug cannot be told is never passed in silence. */
  private void cannotBeTold(String reference, String words) {
    gaps.add(
        new DataGap(
            DataGap.Kind.NOT_READ,
            reference,
            "The drug of this draft could not be told%s; the order could not be checked."
                .formatted(words.isEmpty() ? "" : " (" + words + ")")));
  }

  private void add(List<DraftedOrder> orders, String reference, ServiceRequest request) {
    if (isWithdrawn(request) || request.doNotPerform()) {
      return;
    }
    Set<String> renews = new LinkedHashSet<>(references(request.basedOn()));
    renews.addAll(references(request.replaces()));
    orders.add(service(reference, request.code(), renews));
  }

  /** Chemotherapy protocols are often known by the name of the order set alone. */
  private void protocol(List<DraftedOrder> orders, String reference, CodeableConcept name) {
    DraftedOrder protocol = service(reference, name, Set.of());
    if (!protocol.words().isEmpty()) {
      orders.add(protocol);
    }
  }

  private DraftedOrder service(String reference, CodeableConcept code, Set<String> renews) {
    Set<String> concepts = codings.conceptsOrNamed(code);
    return new DraftedOrder(
        reference,
        Kind.SERVICE,
        concepts,
        Codings.words(code),
        codings.terminology().isAny(concepts, ConceptGroup.INTRATHECAL_TREATMENT),
        codings.concepts(code).isEmpty(),
        renews);
  }

  private void activity(List<DraftedOrder> orders, CarePlan plan, CarePlan.Activity activity) {
    if (activity.doNotPerform()) {
      return;
    }
    if (activity.product().isPresent()) {
      medications
          .read(activity.product(), Route.of(codings, CodeableConcept.NONE, activity.description()))
          .map(
              drug ->
                  new DraftedOrder(
                      plan.reference(),
                      Kind.MEDICATION,
                      drug.concepts(),
                      drug.words(),
                      drug.intrathecal(),
                      drug.fromText(),
                      Set.of()))
          .ifPresent(orders::add);
    } else if (!activity.code().isEmpty()) {
      orders.add(service(plan.reference(), activity.code(), Set.of()));
    }
  }

  private static boolean isWithdrawn(MedicationRequest request) {
    return request
        .status()
        .filter(
            status ->
                switch (status) {
                  case CANCELLED, ENTERED_IN_ERROR, STOPPED -> true;
                  case ACTIVE, ON_HOLD, COMPLETED, DRAFT, UNKNOWN -> false;
                })
        .isPresent();
  }

  private static boolean isWithdrawn(ServiceRequest request) {
    return request
        .status()
        .filter(
            status ->
                switch (status) {
                  case REVOKED, ENTERED_IN_ERROR -> true;
                  case DRAFT, ACTIVE, ON_HOLD, COMPLETED, UNKNOWN -> false;
                })
        .isPresent();
  }

  private static Set<String> references(List<Reference> references) {
    Set<String> names = new LinkedHashSet<>();
    references.stream()
        .filter(Reference::hasReference)
        .map(Reference::reference)
        .forEach(names::add);
    return names;
  }
}
