package org.karyon.reading;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.Amount;

/** A share of cells in percent; a fraction is only taken for one when its unit says so. */
final class BlastPercent {

  private static final Set<String> PERCENT = Set.of("%", "percent", "");
  private static final Set<String> FRACTION = Set.of("1", "{fraction}", "fraction", "ratio");

  private BlastPercent() {}

  static Optional<Amount> of(Result result) {
    return result.number().flatMap(BlastPercent::percent);
  }

  private static Optional<Amount> percent(ResultValue.Number number) {
    boolean fraction = FRACTION.contains(number.unit());
    boolean percent = PERCENT.contains(number.unit()) || number.unit().startsWith("%");
    if (!fraction && !percent) {
      return Optional.empty();
    }
    BigDecimal value = fraction ? number.number().movePointRight(2) : number.number();
    boolean possible = value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(100)) <= 0;
    return possible ? Optional.of(new Amount(value)) : Optional.empty();
  }
}
