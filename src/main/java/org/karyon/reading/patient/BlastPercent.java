package org.karyon.reading.patient;

import java.math.BigDecimal;
import java.util.Optional;
import org.karyon.facts.Amount;
import org.karyon.reading.resources.Bound;
import org.karyon.reading.resources.Result;
import org.karyon.reading.resources.ResultValue;
import org.karyon.reading.words.Words;
import org.karyon.terminology.ConceptGroup;
import org.karyon.terminology.PhraseList;
import org.karyon.terminology.Terminology;

/** A share of cells in percent; a fraction is only taken for one when its unit says so. */
public final class BlastPercent {

  private final Terminology terminology;

  public BlastPercent(Terminology terminology) {
    this.terminology = terminology;
  }

  /** Whether it counts the blasts of a marrow: by its code, or by a name without any known code. */
  public boolean isOfMarrow(Result result) {
    Words name = result.name();
    boolean named =
        result.concepts().isEmpty()
            && result.specimen() == Result.Specimen.MARROW
            && name.containAny(terminology.phrases(PhraseList.COUNTS_OF_BLASTS))
            && !name.containAny(terminology.phrases(PhraseList.NO_COUNT_OF_ALL_BLASTS));
    return result.has(ConceptGroup.MARROW_BLAST_SHARES) || named;
  }

  /**
   * The share, as far as it can be told apart from the limit: "&lt;20 %" is a share below 20 and
   * none to compare with 10.
   */
  public Optional<Amount> of(Result result, BigDecimal limit) {
    return result
        .number()
        .flatMap(
            number ->
                percent(number)
                    .flatMap(share -> Bound.against(number.comparator(), share.number(), limit)))
        .map(Amount::new);
  }

  private Optional<Amount> percent(ResultValue.Measured number) {
    String unit = number.unit();
    String meant = terminology.unit(unit).orElse(unit);
    boolean fraction = meant.equals("1");
    boolean other =
        Words.of(unit).containAny(terminology.phrases(PhraseList.SHARE_OF_ANOTHER_TIME));
    boolean percent = unit.isEmpty() || meant.equals("%") || (unit.startsWith("%") && !other);
    if (!fraction && !percent) {
      return Optional.empty();
    }
    BigDecimal value = fraction ? number.number().movePointRight(2) : number.number();
    boolean possible = value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(100)) <= 0;
    return possible ? Optional.of(new Amount(value)) : Optional.empty();
  }
}
