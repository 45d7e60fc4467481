package org.karyon.chart.resource;

/**
 * A drug as a resource of its own (FHIR R4, Medication).
 *
 * @param id the bare id; empty when the record gives none
 * @param code the drug
 */
public record Medication(String id, CodeableConcept code) {

  static Medication of(Element element) {
    return new Medication(element.id().replace("#", ""), element.one("code", CodeableConcept::of));
  }
}
