package org.karyon.chart.resource;

import java.util.List;
import java.util.Optional;
import org.karyon.facts.RecordedDate;

/**
 * That a drug is or was taken (FHIR R4, MedicationStatement).
 *
 * @param reference the reference, for example {@code MedicationStatement/7}
 * @param status its status; empty when none is given
 * @param medication the drug
 * @param dosages how it is taken
 * @param effective when
 * @param until when it ended, where a period says so
 * @param dateAsserted when that was said
 */
public record MedicationStatement(
    String reference,
    Optional<Status> status,
    MedicationElement medication,
    List<Dosage> dosages,
    Optional<RecordedDate> effective,
    Optional<RecordedDate> until,
    Optional<RecordedDate> dateAsserted) {

  /** The status of a statement. */
  public enum Status implements Element.Code {
    ACTIVE,
    COMPLETED,
    ENTERED_IN_ERROR,
    INTENDED,
    STOPPED,
    ON_HOLD,
    UNKNOWN,
    NOT_TAKEN
  }

  static MedicationStatement of(Element element) {
    return new MedicationStatement(
        element.reference(),
        element.code("status", Status.values()),
        MedicationElement.of(element, "medication"),
        element.all("dosage", Dosage::of),
        element.when("effective"),
        element.until("effective"),
        element.date("dateAsserted", FhirDate.DATE_TIME));
  }
}
