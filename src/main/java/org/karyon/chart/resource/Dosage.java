package org.karyon.chart.resource;

/**
 * How a drug is given (FHIR R4, Dosage).
 *
 * @param route by which route
 * @param text the instructions in words; empty when none are given
 * @param weekly whether its schedule is once in one or more weeks
 */
public record Dosage(CodeableConcept route, String text, boolean weekly) {

  static Dosage of(Element element) {
    return new Dosage(
        element.one("route", CodeableConcept::of),
        element.text("text"),
        element.one("timing", Dosage::isWeekly));
  }

  private static boolean isWeekly(Element timing) {
    return timing.one(
        "repeat",
        repeat -> repeat.text("periodUnit").equals("wk") && repeat.text("frequency").matches("|1"));
  }

  /**
   * Instructions in words alone.
   *
   * @param text the words
   * @return the dosage
   */
  public static Dosage inWords(String text) {
    return new Dosage(CodeableConcept.NONE, text, false);
  }
}
