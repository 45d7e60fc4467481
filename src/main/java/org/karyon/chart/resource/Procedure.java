package org.karyon.chart.resource;

import java.util.Optional;
import org.karyon.facts.RecordedDate;

/**
 * Something that is or was done to the patient (FHIR R4, Procedure).
 *
 * @param reference the reference, for example {@code Procedure/7}
 * @param status its status; empty when none is given
 * @param code what is done
 * @param performed when
 * @param until when it ended, where a period says so
 */
public record Procedure(
    String reference,
    Optional<Status> status,
    CodeableConcept code,
    Optional<RecordedDate> performed,
    Optional<RecordedDate> until) {

  /** The status of a procedure. */
  public enum Status implements Element.Code {
    PREPARATION("Preparation"),
    IN_PROGRESS("In Progress"),
    NOT_DONE("Not Done"),
    ON_HOLD("On Hold"),
    STOPPED("Stopped"),
    COMPLETED("Completed"),
    ENTERED_IN_ERROR("Entered in Error"),
    UNKNOWN("Unknown");

    private final String display;

    Status(String display) {
      this.display = display;
    }

    /**
     * The status in words.
     *
     * @return FHIR's words for it
     */
    public String display() {
      return display;
    }
  }

  static Procedure of(Element element) {
    return new Procedure(
        element.reference(),
        element.code("status", Status.values()),
        element.one("code", CodeableConcept::of),
        element.when("performed"),
        element.until("performed"));
  }
}
