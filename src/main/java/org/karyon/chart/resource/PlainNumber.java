package org.karyon.chart.resource;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.karyon.facts.RecordedDate;

/**
 * An Observation that is a number with its name, its unit and its date, and nothing else that is
 * read: what most of a record is. It is valid FHIR as far as it is read.
 *
 * @param name what was measured and in which unit; the same object for all of one document
 * @param subject the reference of the subject, as it was sent
 * @param status the status
 * @param comparator {@code <}, {@code <=}, {@code >}, {@code >=}, or empty
 * @param number the number as it was sent
 * @param effective when it was true
 * @param issued when it was reported
 * @param judged whether the laboratory says what it makes of it, or what is normal; such a number
 *     is only told from others here, and is read from its tree
 */
public record PlainNumber(
    Name name,
    String subject,
    Observation.Status status,
    String comparator,
    String number,
    Optional<RecordedDate> effective,
    Optional<RecordedDate> issued,
    boolean judged) {

  private static final Map<String, Observation.Status> STATUSES =
      Arrays.stream(Observation.Status.values())
          .collect(Collectors.toMap(Observation.Status::code, status -> status));

  /** What was measured and in which unit; told apart by being another object. */
  public static final class Name {

    private final CodeableConcept code;
    private final String unit;
    private final String unitCode;

    /**
     * A name.
     *
     * @param code what was measured
     * @param unit the unit as written; empty when none is given
     * @param unitCode the unit's code; empty when none is given
     */
    public Name(CodeableConcept code, String unit, String unitCode) {
      this.code = code;
      this.unit = unit;
      this.unitCode = unitCode;
    }

    /**
     * What was measured.
     *
     * @return the codes and words
     */
    public CodeableConcept code() {
      return code;
    }

    /**
     * How long it is.
     *
     * @return the characters of its words and its unit
     */
    public int characters() {
      int characters = code.text().length() + unit.length();
      for (Coding coding : code.codings()) {
        characters += coding.display().length();
      }
      return characters;
    }

    /**
     * An Observation of this name, to be judged by its name and unit.
     *
     * @return one whose number is zero
     */
    public Observation example() {
      return Observation.measured(
          "",
          Optional.of(Observation.Status.FINAL),
          code,
          new Quantity("", Optional.of(BigDecimal.ZERO), unit, unitCode),
          Optional.empty(),
          Optional.empty());
    }
  }

  /**
   * Whether a text is a status of Observations.
   *
   * @param text a code
   * @return the status; empty when FHIR knows none of that code
   */
  public static Optional<Observation.Status> status(String text) {
    return Optional.ofNullable(STATUSES.get(text));
  }

  /**
   * Whether a text is a comparator of Quantities.
   *
   * @param text a code
   * @return false for every other text
   */
  public static boolean isComparator(String text) {
    return Quantity.isComparator(text);
  }

  /**
   * A date and time as FHIR writes it.
   *
   * @param text a dateTime
   * @return the date; empty when it is not valid
   */
  public static Optional<RecordedDate> dateTime(String text) {
    return FhirDate.DATE_TIME.read(text);
  }

  /**
   * An instant as FHIR writes it.
   *
   * @param text an instant
   * @return the date; empty when it is not valid
   */
  public static Optional<RecordedDate> instant(String text) {
    return FhirDate.INSTANT.read(text);
  }

  /**
   * The Observation.
   *
   * @param reference its reference
   * @return the same as its tree is read to
   */
  public Observation observation(String reference) {
    return Observation.measured(
        reference,
        Optional.of(status),
        name.code,
        new Quantity(comparator, Optional.of(new BigDecimal(number)), name.unit, name.unitCode),
        effective,
        issued);
  }
}
