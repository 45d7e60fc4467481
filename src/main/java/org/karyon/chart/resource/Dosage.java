package org.karyon.chart.resource;

/**
 * How a drug is given (FHIR R4, Dosage).
 *
 * @param route by which route
 * @param text the instructions in words; empty when none are given
 */
public record Dosage(CodeableConcept route, String text) {

  static Dosage of(Element element) {
    return new Dosage(element.one("route", CodeableConcept::of), element.text("text"));
  }

  /**
   * Instructions in words alone.
   *
   * @param text the words
   * @return the dosage
   */
  public static Dosage inWords(String text) {
    return new Dosage(CodeableConcept.NONE, text);
  }
}
