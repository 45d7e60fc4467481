package org.karyon.chart.resource;

import java.util.List;

/**
 * A concept by codes, by words, or both (FHIR R4, CodeableConcept).
 *
 * @param codings its codes
 * @param text its words; empty when none are given
 */
public record CodeableConcept(List<Coding> codings, String text) {

  /** What is not stated. */
  public static final CodeableConcept NONE = new CodeableConcept(List.of(), "");

  /** Copies the codes, so that they never change. */
  public CodeableConcept {
    codings = List.copyOf(codings);
  }

  static CodeableConcept of(Element element) {
    return element.isObject()
        ? new CodeableConcept(element.all("coding", Coding::of), element.text("text"))
        : NONE;
  }

  /**
   * A concept in words alone.
   *
   * @param text its words
   * @return the concept
   */
  public static CodeableConcept named(String text) {
    return new CodeableConcept(List.of(), text);
  }

  /**
   * A concept by one code.
   *
   * @param coding the code
   * @return the concept
   */
  public static CodeableConcept coded(Coding coding) {
    return new CodeableConcept(List.of(coding), "");
  }

  /**
   * Whether there are words of its own.
   *
   * @return false where only codes with their displays are given
   */
  public boolean hasText() {
    return !text.isEmpty();
  }

  /**
   * Whether anything is stated.
   *
   * @return true where there is neither a code nor a word
   */
  public boolean isEmpty() {
    if (!text.isEmpty()) {
      return false;
    }
    for (Coding coding : codings) {
      if (coding.hasCode() || coding.hasDisplay()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether one of its codes is this one.
   *
   * @param system the code system
   * @param code the code
   * @return false for the same code of another system
   */
  public boolean hasCoding(String system, String code) {
    return codings.stream()
        .anyMatch(coding -> coding.system().equals(system) && coding.code().equals(code));
  }
}
