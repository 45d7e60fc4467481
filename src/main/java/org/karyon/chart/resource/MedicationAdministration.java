package org.karyon.chart.resource;

import java.util.Optional;
import org.karyon.facts.RecordedDate;

/**
 * That a drug was given (FHIR R4, MedicationAdministration).
 *
 * @param reference the reference, for example {@code MedicationAdministration/7}
 * @param status its status; empty when none is given
 * @param medication the drug
 * @param dosage how it was given
 * @param effective when
 * @param until when it ended, where a period says so
 */
public record MedicationAdministration(
    String reference,
    Optional<Status> status,
    MedicationElement medication,
    Dosage dosage,
    Optional<RecordedDate> effective,
    Optional<RecordedDate> until) {

  /** The status of an administration. */
  public enum Status implements Element.Code {
    IN_PROGRESS,
    NOT_DONE,
    ON_HOLD,
    COMPLETED,
    ENTERED_IN_ERROR,
    STOPPED,
    UNKNOWN
  }

  static MedicationAdministration of(Element element) {
    return new MedicationAdministration(
        element.reference(),
        element.code("status", Status.values()),
        MedicationElement.of(element, "medication"),
        element.one("dosage", Dosage::of),
        element.when("effective"),
        element.until("effective"));
  }
}
