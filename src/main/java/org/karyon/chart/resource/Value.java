package org.karyon.chart.resource;

import java.math.BigDecimal;
import java.util.List;

/** The value of an Observation or of a component ({@code value[x]}). */
public sealed interface Value {

  /** A concept. */
  record Coded(CodeableConcept concept) implements Value {}

  /** An amount; it has a number. */
  record Measured(Quantity quantity) implements Value {}

  /** A whole number without a unit. */
  record Whole(BigDecimal number) implements Value {}

  /** Two amounts, both with a number. */
  record Ratio(Quantity numerator, Quantity denominator) implements Value {}

  /** A text. */
  record Text(String text) implements Value {}

  /** A yes or no. */
  record Flag(boolean flag) implements Value {}

  /** A value of a kind that no reader uses, such as a range or a time. */
  record Other() implements Value {}

  /** Only the remark that there is none, for example why. */
  record Withheld() implements Value {}

  /** None. */
  record None() implements Value {}

  /** Where a value has no content but a remark of its own. */
  List<String> REMARKS = List.of("_valueString", "_valueInteger", "_valueBoolean");

  /** The kinds of value that no reader uses. */
  List<String> UNUSED =
      List.of("valueRange", "valueSampledData", "valueTime", "valueDateTime", "valuePeriod");

  /**
   * Reads the value of an element; where several kinds are given, which FHIR forbids, the first in
   * the order below.
   *
   * @param element an Observation or a component
   * @return its value
   */
  static Value of(Element element) {
    if (element.has("valueCodeableConcept")) {
      CodeableConcept concept = element.one("valueCodeableConcept", CodeableConcept::of);
      return concept.isEmpty() ? new None() : new Coded(concept);
    }
    if (element.has("valueQuantity")) {
      Quantity quantity = element.one("valueQuantity", Quantity::of);
      return quantity.value().isPresent() ? new Measured(quantity) : new None();
    }
    if (element.has("valueString")) {
      String text = element.text("valueString");
      return text.isEmpty() ? new None() : new Text(text);
    }
    if (element.has("valueInteger")) {
      return element.whole("valueInteger").<Value>map(Whole::new).orElseGet(None::new);
    }
    if (element.has("valueBoolean")) {
      return element.flag("valueBoolean").<Value>map(Flag::new).orElseGet(None::new);
    }
    if (element.has("valueRatio")) {
      return element.one("valueRatio", Value::ratio);
    }
    if (REMARKS.stream().anyMatch(element::has)) {
      return new Withheld();
    }
    return UNUSED.stream().anyMatch(element::has) ? new Other() : new None();
  }

  private static Value ratio(Element element) {
    Quantity numerator = element.one("numerator", Quantity::of);
    return numerator.value().isPresent()
        ? new Ratio(numerator, element.one("denominator", Quantity::of))
        : new None();
  }

  /**
   * Whether there is one.
   *
   * @return false where the element says nothing
   */
  default boolean isPresent() {
    return !(this instanceof None);
  }
}
