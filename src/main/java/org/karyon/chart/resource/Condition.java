package org.karyon.chart.resource;

import java.util.List;
import java.util.Optional;
import org.karyon.facts.RecordedDate;

/**
 * A problem or diagnosis (FHIR R4, Condition).
 *
 * @param reference the reference, for example {@code Condition/7}
 * @param code what it is
 * @param clinicalStatus whether it is active
 * @param verificationStatus how sure it is
 * @param histology what the tissue shows, where an extension tells it (mCODE)
 * @param onset when it began; empty where the record gives an age or a text
 * @param recordedDate when it was written down
 */
public record Condition(
    String reference,
    CodeableConcept code,
    CodeableConcept clinicalStatus,
    CodeableConcept verificationStatus,
    List<CodeableConcept> histology,
    Optional<RecordedDate> onset,
    Optional<RecordedDate> recordedDate) {

  private static final String HISTOLOGY = "histology-morphology-behavior";

  /** An extension with a concept as its value. */
  private record Extension(String url, CodeableConcept value) {

    static Extension of(Element element) {
      return new Extension(
          element.text("url"), element.one("valueCodeableConcept", CodeableConcept::of));
    }
  }

  static Condition of(Element element) {
    return new Condition(
        element.reference(),
        element.one("code", CodeableConcept::of),
        element.one("clinicalStatus", CodeableConcept::of),
        element.one("verificationStatus", CodeableConcept::of),
        element.has("extension")
            ? element.all("extension", Extension::of).stream()
                .filter(extension -> extension.url().endsWith(HISTOLOGY))
                .map(Extension::value)
                .toList()
            : List.of(),
        element.when("onset"),
        element.date("recordedDate", FhirDate.DATE_TIME));
  }
}
