package org.karyon.iscn.model;

import org.karyon.iscn.text.Span;

/**
 * What every entry of a clone carries beside the change itself.
 *
 * @param sign gain, loss, or replacement of a homologue
 * @param uncertain whether a question mark or an alternative makes it doubtful
 * @param constitutional whether the text marks it as constitutional (a trailing c)
 * @param lowCopies smallest number of copies meant (x2, +2mar)
 * @param highCopies largest number of copies meant (+1~4mar)
 * @param cells the metaphases stated for this entry alone
 * @param span where it stands in the text
 */
public record Notation(
    Sign sign,
    boolean uncertain,
    boolean constitutional,
    int lowCopies,
    int highCopies,
    CellCount cells,
    Span span) {

  /** Gain, loss, or an unsigned entry that replaces a homologue. */
  public enum Sign {
    GAIN,
    LOSS,
    REPLACEMENT
  }

  public boolean isGain() {
    return sign == Sign.GAIN;
  }

  public boolean isLoss() {
    return sign == Sign.LOSS;
  }

  public Notation asUncertain() {
    return new Notation(sign, true, constitutional, lowCopies, highCopies, cells, span);
  }

  public Notation withCells(CellCount count) {
    return new Notation(sign, uncertain, constitutional, lowCopies, highCopies, count, span);
  }
}
