package org.karyon.chart.resource;

import java.util.List;
import java.util.Optional;

/**
 * Which drug a resource names ({@code medication[x]}).
 *
 * @param code the drug by code or words; empty where it is not named so
 * @param reference the Medication that is the drug; empty where it is not named so
 * @param contained the Medications inside the resource
 */
public record MedicationElement(
    Optional<CodeableConcept> code, Optional<Reference> reference, List<Medication> contained) {

  /**
   * A drug by code or words.
   *
   * @param code the drug
   * @return the element
   */
  public static MedicationElement of(CodeableConcept code) {
    return new MedicationElement(Optional.of(code), Optional.empty(), List.of());
  }

  /**
   * A drug by reference alone.
   *
   * @param reference the drug
   * @return the element
   */
  public static MedicationElement of(Reference reference) {
    return new MedicationElement(Optional.empty(), Optional.of(reference), List.of());
  }

  static MedicationElement of(Element element, String name) {
    String coded = name + "CodeableConcept";
    String named = name + "Reference";
    return new MedicationElement(
        element.has(coded)
            ? Optional.of(element.one(coded, CodeableConcept::of))
            : Optional.empty(),
        element.has(named) ? Optional.of(element.one(named, Reference::of)) : Optional.empty(),
        element.contained("Medication", Medication::of));
  }

  /**
   * Whether a drug is named at all.
   *
   * @return false for an order whose drug is still to be chosen
   */
  public boolean isPresent() {
    return code.isPresent() || reference.isPresent();
  }
}
