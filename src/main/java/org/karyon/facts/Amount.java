package org.karyon.facts;

import java.math.BigDecimal;

/**
 * A number, in the unit that its fact names.
 *
 * @param number the number; scale carries no meaning
 */
public record Amount(BigDecimal number) implements FactValue {

  /**
   * An amount of a whole number.
   *
   * @param number any whole number
   * @return the amount
   */
  public static Amount of(long number) {
    return new Amount(BigDecimal.valueOf(number));
  }

  @Override
  public String id() {
    return number.stripTrailingZeros().toPlainString();
  }
}
