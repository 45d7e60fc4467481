package org.karyon.guideline;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a parameter counts or measures. Its unit in the folder begins with these words; what follows
 * tells since when or of what.
 */
public enum ParameterUnit {
  PERCENT("%", Form.PERCENT),
  FRACTION_OF_CELLS("fraction of cells", Form.FRACTION),
  DAYS("days", Form.WHOLE),
  YEARS("years", Form.WHOLE),
  LYMPHOBLASTS_PER_MICROLITRE("lymphoblasts per microlitre", Form.POSITIVE),
  ECOG_GRADE("ECOG grade", Form.WHOLE),
  KARNOFSKY_SCORE("Karnofsky score", Form.WHOLE),
  TIMES("times", Form.POSITIVE),
  MILLIGRAMS_PER_DECILITRE("mg/dL", Form.POSITIVE),
  MICROMOLES_PER_LITRE("µmol/L", Form.POSITIVE),
  UNITS_PER_LITRE("U/L", Form.POSITIVE),
  METAPHASES("metaphases", Form.WHOLE),
  NUCLEI("nuclei", Form.WHOLE),
  CHROMOSOMES("chromosomes", Form.WHOLE),
  ABNORMALITIES("abnormalities", Form.WHOLE),
  DNA_INDEX("DNA index", Form.POSITIVE),
  COPIES("copies", Form.WHOLE),
  DRUGS("drugs", Form.WHOLE);

  private enum Form {
    WHOLE,
    POSITIVE,
    PERCENT,
    FRACTION
  }

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final String words;
  private final Form form;

  ParameterUnit(String words, Form form) {
    this.words = words;
    this.form = form;
  }

  /** The words with which such a unit begins. */
  public String words() {
    return words;
  }

  /** Whether a unit of the folder is of this kind. */
  public boolean isMeantBy(String unit) {
    return unit.equals(words) || unit.startsWith(words + " ");
  }

  /**
   * Why a number cannot be one of this kind.
   *
   * @param number the number of the folder
   * @return what it has to be; empty when it can be one
   */
  public Optional<String> refusal(BigDecimal number) {
    return switch (form) {
      case WHOLE ->
          number.signum() > 0 && number.stripTrailingZeros().scale() <= 0 && number.precision() < 10
              ? Optional.empty()
              : Optional.of("a whole number above 0");
      case POSITIVE -> number.signum() > 0 ? Optional.empty() : Optional.of("a number above 0");
      case PERCENT ->
          number.signum() > 0 && number.compareTo(HUNDRED) <= 0
              ? Optional.empty()
              : Optional.of("above 0 and at most 100");
      case FRACTION ->
          number.signum() > 0 && number.compareTo(BigDecimal.ONE) < 0
              ? Optional.empty()
              : Optional.of("above 0 and below 1");
    };
  }
}
