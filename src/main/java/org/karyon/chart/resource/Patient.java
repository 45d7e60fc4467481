package org.karyon.chart.resource;

import java.util.Optional;
import org.karyon.facts.RecordedDate;

/**
 * A person (FHIR R4, Patient).
 *
 * @param id the bare id; empty when the record gives none
 * @param birth the birth date
 * @param deceased whether the person is said to have died
 */
public record Patient(String id, Optional<RecordedDate> birth, boolean deceased) {

  static Patient of(Element element) {
    return new Patient(
        element.id(),
        element.date("birthDate", FhirDate.DATE),
        element.is("deceasedBoolean")
            || element.has("deceasedDateTime")
            // The day may be withheld; the death is stated all the same.
            || element.has("_deceasedDateTime"));
  }

  /**
   * The reference.
   *
   * @return for example {@code Patient/7}
   */
  public String reference() {
    return "Patient/" + id;
  }
}
