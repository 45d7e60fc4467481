package org.karyon.reading.treatment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RequestGroup;
import org.hl7.fhir.r4.model.RequestGroup.RequestGroupActionComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.karyon.chart.Chart;
import org.karyon.facts.DraftedOrder;
import org.karyon.facts.DraftedOrder.Kind;
import org.karyon.facts.OrderSelection;
import org.karyon.facts.OrdersOnScreen;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.OrderChecks;
import org.karyon.reading.resources.Codings;

/** Reads the unsigned orders on the screen, single ones and those inside order sets. */
public final class DraftedOrderReader {

  private static final Set<Class<? extends Resource>> READ =
      Set.of(
          MedicationRequest.class,
          ServiceRequest.class,
          RequestGroup.class,
          CarePlan.class,
          Medication.class);

  private final Codings codings;
  private final Chart chart;
  private final MedicationReader medications;

  public DraftedOrderReader(Guideline guideline, Codings codings, Chart chart) {
    this.codings = codings;
    this.chart = chart;
    List<Medication> named = new ArrayList<>(chart.drafts(Medication.class));
    named.addAll(chart.all(Medication.class));
    this.medications = new MedicationReader(guideline, codings, named);
  }

  /**
   * A selection that names nothing on the screen cannot be followed, so every draft is looked at.
   */
  public OrdersOnScreen read(OrderSelection selection) {
    List<DraftedOrder> orders = orders();
    List<DraftedOrder> selected =
        switch (selection) {
          case OrderSelection.Every every -> orders;
          case OrderSelection.Named named -> selected(orders, named.references());
        };
    return selected.isEmpty()
        ? new OrdersOnScreen(orders, List.of())
        : new OrdersOnScreen(
            selected, orders.stream().filter(order -> !selected.contains(order)).toList());
  }

  private List<DraftedOrder> selected(List<DraftedOrder> orders, Set<String> references) {
    Set<String> wanted = new LinkedHashSet<>(references);
    for (RequestGroup group : chart.drafts(RequestGroup.class)) {
      if (references.contains(reference(group))) {
        wanted.addAll(references(actions(group.getAction())));
      }
    }
    for (CarePlan plan : chart.drafts(CarePlan.class)) {
      if (references.contains(reference(plan))) {
        plan.getActivity()
            .forEach(activity -> wanted.addAll(references(List.of(activity.getReference()))));
      }
    }
    return orders.stream().filter(order -> wanted.contains(order.reference())).toList();
  }

  private List<DraftedOrder> orders() {
    List<DraftedOrder> orders = new ArrayList<>();
    chart.drafts(MedicationRequest.class).forEach(r -> add(orders, reference(r), r));
    chart.drafts(ServiceRequest.class).forEach(r -> add(orders, reference(r), r));
    for (RequestGroup group : chart.drafts(RequestGroup.class)) {
      add(orders, reference(group), group.getContained());
      protocol(orders, reference(group), group.getCode());
    }
    for (CarePlan plan : chart.drafts(CarePlan.class)) {
      add(orders, reference(plan), plan.getContained());
      protocol(orders, reference(plan), new CodeableConcept().setText(plan.getTitle()));
      plan.getActivity().forEach(activity -> activity(orders, plan, activity.getDetail()));
    }
    for (String other : chart.draftsOtherThan(READ)) {
      orders.add(new DraftedOrder(other, Kind.OTHER, Set.of(), other, false, false, Set.of()));
    }
    return orders;
  }

  private void add(List<DraftedOrder> orders, String reference, List<Resource> contained) {
    for (Resource resource : contained) {
      if (resource instanceof MedicationRequest request) {
        add(orders, reference, request);
      } else if (resource instanceof ServiceRequest request) {
        add(orders, reference, request);
      }
    }
  }

  private void add(List<DraftedOrder> orders, String reference, MedicationRequest request) {
    if (isWithdrawn(request.getStatus())
        || Boolean.TRUE.equals(request.getDoNotPerformElement().getValue())) {
      return;
    }
    Set<String> renews = new LinkedHashSet<>(references(request.getBasedOn()));
    renews.addAll(references(List.of(request.getPriorPrescription())));
    if (!request.hasMedication()) {
      orders.add(new DraftedOrder(reference, Kind.MEDICATION, Set.of(), "", false, false, renews));
      return;
    }
    medications
        .read(request, request.getMedication(), Route.of(codings, request.getDosageInstruction()))
        .ifPresentOrElse(
            drug ->
                orders.add(
                    new DraftedOrder(
                        reference,
                        Kind.MEDICATION,
                        drug.concepts(),
                        drug.words(),
                        drug.intrathecal(),
                        drug.fromText(),
                        renews)),
            () ->
                chart.setAside(
                    request,
                    "The drug of this draft is named by a reference that was not sent; the order"
                        + " could not be checked."));
  }

  private void add(List<DraftedOrder> orders, String reference, ServiceRequest request) {
    if (isWithdrawn(request.getStatus())
        || Boolean.TRUE.equals(request.getDoNotPerformElement().getValue())) {
      return;
    }
    Set<String> renews = new LinkedHashSet<>(references(request.getBasedOn()));
    renews.addAll(references(request.getReplaces()));
    orders.add(service(reference, request.getCode(), renews));
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
        concepts.contains(OrderChecks.INTRATHECAL),
        codings.concepts(code).isEmpty(),
        renews);
  }

  private void activity(
      List<DraftedOrder> orders, CarePlan plan, CarePlan.CarePlanActivityDetailComponent detail) {
    if (Boolean.TRUE.equals(detail.getDoNotPerformElement().getValue())) {
      return;
    }
    if (detail.hasProduct()) {
      medications
          .read(
              plan,
              detail.getProduct(),
              Route.of(
                  codings, new CodeableConcept(), Optional.ofNullable(detail.getDescription())))
          .map(
              drug ->
                  new DraftedOrder(
                      reference(plan),
                      Kind.MEDICATION,
                      drug.concepts(),
                      drug.words(),
                      drug.intrathecal(),
                      drug.fromText(),
                      Set.of()))
          .ifPresent(orders::add);
    } else if (detail.hasCode()) {
      orders.add(service(reference(plan), detail.getCode(), Set.of()));
    }
  }

  private static List<Reference> actions(List<RequestGroupActionComponent> actions) {
    List<Reference> references = new ArrayList<>();
    for (RequestGroupActionComponent action : actions) {
      if (action.hasResource()) {
        references.add(action.getResource());
      }
      references.addAll(actions(action.getAction()));
    }
    return references;
  }

  private static boolean isWithdrawn(MedicationRequest.MedicationRequestStatus status) {
    return status == MedicationRequest.MedicationRequestStatus.CANCELLED
        || status == MedicationRequest.MedicationRequestStatus.ENTEREDINERROR
        || status == MedicationRequest.MedicationRequestStatus.STOPPED;
  }

  private static boolean isWithdrawn(ServiceRequest.ServiceRequestStatus status) {
    return status == ServiceRequest.ServiceRequestStatus.REVOKED
        || status == ServiceRequest.ServiceRequestStatus.ENTEREDINERROR;
  }

  private static Set<String> references(List<Reference> references) {
    Set<String> names = new LinkedHashSet<>();
    references.stream()
        .filter(Reference::hasReference)
        .map(Reference::getReference)
        .forEach(names::add);
    return names;
  }

  private static String reference(DomainResource resource) {
    return resource.fhirType() + '/' + resource.getIdElement().getIdPart();
  }
}
