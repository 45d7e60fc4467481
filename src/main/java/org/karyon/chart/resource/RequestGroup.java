package org.karyon.chart.resource;

import java.util.ArrayList;
import java.util.List;

/**
 * An order set (FHIR R4, RequestGroup).
 *
 * @param reference the reference, for example {@code RequestGroup/7}
 * @param code what it is
 * @param actions the addresses of the orders that its actions name, at every depth
 * @param medications the orders for drugs inside it
 * @param services the orders for tests and procedures inside it
 */
public record RequestGroup(
    String reference,
    CodeableConcept code,
    List<String> actions,
    List<MedicationRequest> medications,
    List<ServiceRequest> services) {

  static RequestGroup of(Element element) {
    return new RequestGroup(
        element.reference(),
        element.one("code", CodeableConcept::of),
        actions(element),
        element.contained("MedicationRequest", MedicationRequest::of),
        element.contained("ServiceRequest", ServiceRequest::of));
  }

  private static List<String> actions(Element parent) {
    List<String> addresses = new ArrayList<>();
    parent.all(
        "action",
        action -> {
          Reference named = action.one("resource", Reference::of);
          if (named.hasReference()) {
            addresses.add(named.reference());
          }
          return addresses.addAll(actions(action));
        });
    return addresses;
  }
}
