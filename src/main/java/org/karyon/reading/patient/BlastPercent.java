package org.karyon.reading.patient;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.Amount;
import org.karyon.reading.resources.Bound;
import org.karyon.reading.resources.Result;
import org.karyon.reading.resources.ResultValue;
import org.karyon.reading.words.Words;
import org.karyon.terminology.ConceptGroup;

/** A share of cells in percent; a fraction is only taken for one when its unit says so. */
public final class BlastPercent {

  private static final Set<String> PERCENT = Set.of("%", "percent", "");
  private static final Set<String> FRACTION = Set.of("1", "{fraction}", "fraction", "ratio");

  /** A share of another time or person, where the words behind the number say so. */
  private static final List<String> OTHER_TIME =
      List.of(
          "before", "previous", "previously", "prior", "earlier", "diagnosis", "donor", "after");

  private BlastPercent() {}

  /** Whether it counts the blasts of a marrow: by its code, or by a name without any known code. */
  public static boolean isOfMarrow(Result result) {
    Words name = result.name();
    boolean named =
        result.concepts().isEmpty()
            && result.specimen() == Result.Specimen.MARROW
            && name.containAny(List.of("blasts", "lymphoblasts"))
            && !name.containAny(List.of("mrd", "residual", "cd19", "cd20", "cd22", "of blasts"));
    return result.has(ConceptGroup.MARROW_BLAST_SHARES) || named;
  }

  /**
   * The share, as far as it can be told apart from the limit: "&lt;20 %" is a share below 20 and
   * none to compare with 10.
   */
  public static Optional<Amount> of(Result result, BigDecimal limit) {
    return result
        .number()
        .flatMap(
            number ->
                percent(number)
                    .flatMap(share -> Bound.against(number.comparator(), share.number(), limit)))
        .map(Amount::new);
  }

  private static Optional<Amount> percent(ResultValue.Measured number) {
    boolean fraction = FRACTION.contains(number.unit());
    boolean other = Words.of(number.unit()).containAny(OTHER_TIME);
    boolean percent = PERCENT.contains(number.unit()) || (number.unit().startsWith("%") && !other);
    if (!fraction && !percent) {
      return Optional.empty();
    }
    BigDecimal value = fraction ? number.number().movePointRight(2) : number.number();
    boolean possible = value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(100)) <= 0;
    return possible ? Optional.of(new Amount(value)) : Optional.empty();
  }
}
