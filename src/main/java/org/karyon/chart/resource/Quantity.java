package org.karyon.chart.resource;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/**
 * A measured amount (FHIR R4, Quantity).
 *
 * @param comparator {@code <}, {@code <=}, {@code >}, {@code >=}, or empty
 * @param value the number; empty when none is given
 * @param unit the unit as written; empty when none is given
 * @param code the unit's code; empty when none is given
 */
public record Quantity(String comparator, Optional<BigDecimal> value, String unit, String code) {

  /** What is not stated. */
  public static final Quantity NONE = new Quantity("", Optional.empty(), "", "");

  static Quantity of(Element element) {
    if (!element.isObject()) {
      return NONE;
    }
    return new Quantity(
        element.code("comparator", Comparator.values()).map(Comparator::sign).orElse(""),
        element.decimal("value"),
        element.shortText("unit"),
        element.text("code").strip());
  }

  /**
   * The unit as it is shown.
   *
   * @return the unit as written, else its code, else empty
   */
  public String shownUnit() {
    return unit.isEmpty() ? code : unit;
  }

  static boolean isComparator(String sign) {
    return Arrays.stream(Comparator.values()).anyMatch(known -> known.sign().equals(sign));
  }

  private enum Comparator implements Element.Code {
    LESS("<"),
    AT_MOST("<="),
    AT_LEAST(">="),
    MORE(">");

    private final String sign;

    Comparator(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }

    @Override
    public String code() {
      return sign;
    }
  }
}
