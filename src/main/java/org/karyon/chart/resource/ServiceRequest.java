package org.karyon.chart.resource;

import java.util.List;
import java.util.Optional;
import org.karyon.facts.RecordedDate;

/**
 * An order for a test or a procedure (FHIR R4, ServiceRequest).
 *
 * @param reference the reference, for example {@code ServiceRequest/7}
 * @param status its status; empty when none is given
 * @param doNotPerform whether it forbids the service
 * @param code what is ordered
 * @param authoredOn when
 * @param basedOn what it carries out
 * @param replaces what it takes the place of
 */
public record ServiceRequest(
    String reference,
    Optional<Status> status,
    boolean doNotPerform,
    CodeableConcept code,
    Optional<RecordedDate> authoredOn,
    List<Reference> basedOn,
    List<Reference> replaces) {

  /** The status of an order for a service. */
  public enum Status implements Element.Code {
    DRAFT,
    ACTIVE,
    ON_HOLD,
    REVOKED,
    COMPLETED,
    ENTERED_IN_ERROR,
    UNKNOWN
  }

  static ServiceRequest of(Element element) {
    return new ServiceRequest(
        element.reference(),
        element.code("status", Status.values()),
        element.is("doNotPerform"),
        element.one("code", CodeableConcept::of),
        element.date("authoredOn", FhirDate.DATE_TIME),
        element.all("basedOn", Reference::of),
        element.all("replaces", Reference::of));
  }
}
