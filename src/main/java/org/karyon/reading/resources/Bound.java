package org.karyon.reading.resources;

import java.math.BigDecimal;
import java.util.Optional;

/** What a number with a comparator says of a limit: "&lt;20" is below 20 and says nothing of 10. */
public final class Bound {

  private static final BigDecimal STEP = BigDecimal.ONE.movePointLeft(6);

  private Bound() {}

  /**
   * A value on the side of the limit where the result must lie, or nothing when it may lie on both.
   */
  public static Optional<BigDecimal> against(
      String comparator, BigDecimal number, BigDecimal limit) {
    int compared = number.compareTo(limit);
    return switch (comparator) {
      case "<" -> compared <= 0 ? Optional.of(number.subtract(STEP)) : Optional.empty();
      case "<=" -> compared < 0 ? Optional.of(number) : Optional.empty();
      case ">" -> compared >= 0 ? Optional.of(number.add(STEP)) : Optional.empty();
      case ">=" -> compared >= 0 ? Optional.of(number) : Optional.empty();
      default -> Optional.of(number);
    };
  }
}
