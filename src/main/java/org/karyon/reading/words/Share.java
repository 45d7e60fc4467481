package org.karyon.reading.words;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The share of cells that are residual leukemia, as far as a result tells it.
 *
 * @param least the smallest share that it can mean, 0 to 1
 * @param most the largest share that it can mean, 0 to 1
 * @param belowMost whether the share lies below the largest one and is never equal to it
 */
public record Share(BigDecimal least, BigDecimal most, boolean belowMost) {

  /**
   * A share with an optional comparator.
   *
   * @return empty where the number is no share of a whole
   */
  public static Optional<Share> of(String comparator, BigDecimal share) {
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        switch (comparator) {
          case "<" -> new Share(BigDecimal.ZERO, share, true);
          case "<=" -> new Share(BigDecimal.ZERO, share, false);
          case ">", ">=" -> new Share(share, BigDecimal.ONE, false);
          default -> new Share(share, share, false);
        });
  }

  /** A share somewhere between two. */
  public static Optional<Share> between(BigDecimal one, BigDecimal other) {
    return of("", one.min(other))
        .flatMap(
            least ->
                of("", one.max(other)).map(most -> new Share(least.least(), most.most(), false)));
  }

  /** Whether it lies at or above the threshold, below it, or on neither side for certain. */
  public Answer against(BigDecimal threshold) {
    if (least.compareTo(threshold) >= 0) {
      return Answer.PRESENT;
    }
    int compared = most.compareTo(threshold);
    return compared < 0 || (compared == 0 && belowMost) ? Answer.ABSENT : Answer.INDETERMINATE;
  }

  /** Whether it only says that less was found than an assay can see. */
  public boolean isUpperLimit() {
    return least.signum() == 0 && most.signum() > 0;
  }
}
