package org.karyon.reading.response;

import java.math.BigDecimal;
import java.util.Optional;
import org.karyon.reading.words.Answer;

/**
 * The share of cells that are residual leukemia, as far as a result tells it.
 *
 * @param least the smallest share that it can mean, 0 to 1
 * @param most the largest share that it can mean, 0 to 1
 * @param belowMost whether the share lies below the largest one and is never equal to it
 */
record ResidualFraction(BigDecimal least, BigDecimal most, boolean belowMost) {

  /**
   * A share with an optional comparator.
   *
   * @return empty where the number is no share of a whole
   */
  static Optional<ResidualFraction> of(String comparator, BigDecimal share) {
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        switch (comparator) {
          case "<" -> new ResidualFraction(BigDecimal.ZERO, share, true);
          case "<=" -> new ResidualFraction(BigDecimal.ZERO, share, false);
          case ">", ">=" -> new ResidualFraction(share, BigDecimal.ONE, false);
          default -> new ResidualFraction(share, share, false);
        });
  }

  /** A share somewhere between two. */
  static Optional<ResidualFraction> between(BigDecimal one, BigDecimal other) {
    return of("", one.min(other))
        .flatMap(
            least ->
                of("", one.max(other))
                    .map(most -> new ResidualFraction(least.least(), most.most(), false)));
  }

  /** Whether it lies at or above the threshold, below it, or on neither side for certain. */
  Answer against(BigDecimal threshold) {
    if (least.compareTo(threshold) >= 0) {
      return Answer.PRESENT;
    }
    int compared = most.compareTo(threshold);
    return compared < 0 || (compared == 0 && belowMost) ? Answer.ABSENT : Answer.INDETERMINATE;
  }

  /** Whether it only says that less was found than an assay can see. */
  boolean isUpperLimit() {
    return least.signum() == 0 && most.signum() > 0;
  }
}
