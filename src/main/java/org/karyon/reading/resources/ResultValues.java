package org.karyon.reading.resources;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.karyon.chart.resource.CodeableConcept;
import org.karyon.chart.resource.Observation.ReferenceRange;
import org.karyon.chart.resource.Quantity;
import org.karyon.chart.resource.Value;
import org.karyon.reading.words.Answer;
import org.karyon.terminology.ConceptGroup;

/**
 * The value of an Observation or a component, its interpretation and its limit, as readers see it.
 */
final class ResultValues {

  private static final String NORMAL_RANGE =
      "http://terminology.hl7.org/CodeSystem/referencerange-meaning";

  private final Codings codings;

  ResultValues(Codings codings) {
    this.codings = codings;
  }

  ResultValue value(Value value, CodeableConcept absent) {
    return switch (value) {
      case Value.Coded coded ->
          coded(codings.concepts(coded.concept()), Codings.allWords(coded.concept()));
      case Value.Measured measured -> number(measured.quantity());
      case Value.Whole whole -> new ResultValue.Measured("", whole.number(), "");
      case Value.Ratio ratio -> ratio(ratio);
      case Value.Text text -> new ResultValue.Text(text.text());
      case Value.Flag flag -> new ResultValue.Flag(flag.flag());
      case Value.Other unused -> new ResultValue.None(Optional.of("a value of another kind"));
      case Value.Withheld unused -> none(absent);
      case Value.None unused -> none(absent);
    };
  }

  /** A value by what its codes stand for. */
  ResultValue.Coded coded(Set<String> concepts, String words) {
    return new ResultValue.Coded(concepts, codings.terminology().groups(concepts), words);
  }

  private static ResultValue none(CodeableConcept absent) {
    return new ResultValue.None(
        absent.isEmpty() ? Optional.empty() : Optional.of(Codings.words(absent)));
  }

  /** No laboratory sends thirty digits; writing out such a number could fill the memory. */
  static boolean isPlausible(BigDecimal number) {
    return number.precision() <= 30 && Math.abs((long) number.scale()) <= 30;
  }

  private static ResultValue number(Quantity quantity) {
    return quantity
        .value()
        .filter(ResultValues::isPlausible)
        .<ResultValue>map(
            number -> new ResultValue.Measured(quantity.comparator(), number, quantity.shownUnit()))
        .orElseGet(() -> new ResultValue.None(Optional.empty()));
  }

  private static ResultValue ratio(Value.Ratio ratio) {
    BigDecimal denominator = ratio.denominator().value().orElse(BigDecimal.ONE);
    Optional<BigDecimal> numerator = ratio.numerator().value().filter(ResultValues::isPlausible);
    if (numerator.isEmpty() || denominator.signum() == 0 || !isPlausible(denominator)) {
      return new ResultValue.None(Optional.empty());
    }
    return new ResultValue.Measured(
        ratio.numerator().comparator(),
        numerator.get().divide(denominator, MathContext.DECIMAL64),
        "1");
  }

  Optional<Answer> interpretation(List<CodeableConcept> interpretations) {
    Set<ConceptGroup> said = codings.terminology().groups(codings.concepts(interpretations));
    if (said.contains(ConceptGroup.INTERPRETATIONS_INDETERMINATE)) {
      return Optional.of(Answer.INDETERMINATE);
    }
    boolean positive = said.contains(ConceptGroup.INTERPRETATIONS_POSITIVE);
    boolean negative = said.contains(ConceptGroup.INTERPRETATIONS_NEGATIVE);
    if (positive == negative) {
      return positive ? Optional.of(Answer.INDETERMINATE) : Optional.empty();
    }
    return Optional.of(positive ? Answer.PRESENT : Answer.ABSENT);
  }

  /** A limit in another unit than the value, or of another kind than the normal range, is none. */
  static Optional<BigDecimal> upperLimit(List<ReferenceRange> ranges, Value value) {
    if (ranges.isEmpty()) {
      return Optional.empty();
    }
    return ranges.stream()
        .filter(range -> range.type().isEmpty() || range.type().hasCoding(NORMAL_RANGE, "normal"))
        .filter(range -> hasUnitOf(range.high(), value))
        .flatMap(range -> range.high().value().stream())
        .filter(ResultValues::isPlausible)
        .findFirst();
  }

  private static boolean hasUnitOf(Quantity limit, Value value) {
    if (!(value instanceof Value.Measured measured)
        || (limit.unit().isEmpty() && limit.code().isEmpty())) {
      return true;
    }
    List<String> units =
        Stream.of(measured.quantity().unit(), measured.quantity().code())
            .map(ResultValues::unit)
            .toList();
    return Stream.of(limit.unit(), limit.code())
        .map(ResultValues::unit)
        .anyMatch(unit -> !unit.isEmpty() && units.contains(unit));
  }

  private static String unit(String unit) {
    return unit.toLowerCase(Locale.ROOT)
        .replace(" ", "")
        .replace('\u00b5', 'u')
        .replace('\u03bc', 'u');
  }
}
