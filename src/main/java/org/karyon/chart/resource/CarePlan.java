package org.karyon.chart.resource;

import java.util.List;

/**
 * A plan of treatment (FHIR R4, CarePlan).
 *
 * @param reference the reference, for example {@code CarePlan/7}
 * @param title its name; empty when it has none
 * @param activities what is planned
 * @param medications the orders for drugs inside it
 * @param services the orders for tests and procedures inside it
 */
public record CarePlan(
    String reference,
    String title,
    List<Activity> activities,
    List<MedicationRequest> medications,
    List<ServiceRequest> services) {

  /**
   * One thing that is planned.
   *
   * @param order the order that carries it out
   * @param doNotPerform whether it forbids the activity
   * @param product the drug
   * @param code what is done
   * @param description how, in words; empty when that is not said
   */
  public record Activity(
      Reference order,
      boolean doNotPerform,
      MedicationElement product,
      CodeableConcept code,
      String description) {

    static Activity of(Element element) {
      return element.one(
          "detail",
          detail ->
              new Activity(
                  element.one("reference", Reference::of),
                  detail.is("doNotPerform"),
                  MedicationElement.of(detail, "product"),
                  detail.one("code", CodeableConcept::of),
                  detail.text("description")));
    }
  }

  static CarePlan of(Element element) {
    return new CarePlan(
        element.reference(),
        element.text("title"),
        element.all("activity", Activity::of),
        element.contained("MedicationRequest", MedicationRequest::of),
        element.contained("ServiceRequest", ServiceRequest::of));
  }
}
