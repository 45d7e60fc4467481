package org.karyon.reading.words;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number of a report with what it is a number of.
 *
 * @param form how it is written
 * @param share the share of a whole that it states, where it states one
 * @param number the number itself, or the part of a whole
 * @param whole of how many, where that is said: the 200 of "2 of 200"
 * @param international whether it is a percentage of the international scale of BCR::ABL1
 */
public record WordedAmount(
    Form form,
    Optional<Share> share,
    BigDecimal number,
    Optional<BigDecimal> whole,
    boolean international) {

  /** How an amount is written. */
  public enum Form {
    PERCENT,
    /** "160/200", "2 of 200", "1 in 2000". */
    PART,
    /** "3 x 10^-4". */
    POWER,
    /** A number alone. */
    COUNT
  }

  /** Whether it says that nothing was found. */
  public boolean isZero() {
    return form != Form.COUNT && share.filter(s -> s.most().signum() == 0).isPresent();
  }

  /** Whether it lies under a share for certain. */
  boolean isBelow(BigDecimal limit) {
    return share.filter(s -> s.most().compareTo(limit) < 0).isPresent();
  }

  /** The same amount, of which the text says that more or less was meant. */
  WordedAmount compared(String comparator) {
    return new WordedAmount(
        form, share.flatMap(s -> Share.of(comparator, s.most())), number, whole, international);
  }
}
