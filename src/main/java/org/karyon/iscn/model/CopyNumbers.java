package org.karyon.iscn.model;

import java.util.List;
import org.karyon.iscn.report.CountRange;

/**
 * How many copies of each chromosome a clone has, counted by centromere, as ranges.
 *
 * <p>A whole-arm derivative such as der(1;7)(q10;p10) keeps one of two centromeres; both
 * chromosomes then have a range.
 */
public final class CopyNumbers {

  private final int[] low;
  private final int[] high;
  private int lowTotal;
  private int highTotal;

  private CopyNumbers(int[] low, int[] high, int lowTotal, int highTotal) {
    this.low = low;
    this.high = high;
    this.lowTotal = lowTotal;
    this.highTotal = highTotal;
  }

  /** A complete set at a ploidy level. */
  public static CopyNumbers level(int ploidy, SexChromosomes sex, int sexChromosomes) {
    int[] low = new int[Chromosome.INDEXES];
    for (int i = 1; i <= Chromosome.AUTOSOMES; i++) {
      low[i] = ploidy;
    }
    low[Chromosome.X.index()] = sex.x();
    low[Chromosome.Y.index()] = sex.y();
    int[] high = low.clone();
    int open = Math.max(0, sexChromosomes - sex.x() - sex.y());
    high[Chromosome.X.index()] += open;
    high[Chromosome.Y.index()] += open;
    int total = Chromosome.AUTOSOMES * ploidy + sexChromosomes;
    return new CopyNumbers(low, high, total, total);
  }

  public CopyNumbers times(int multiplier) {
    int[] lows = low.clone();
    int[] highs = high.clone();
    for (int i = 0; i < lows.length; i++) {
      lows[i] *= multiplier;
      highs[i] *= multiplier;
    }
    return new CopyNumbers(lows, highs, lowTotal * multiplier, highTotal * multiplier);
  }

  /** The copies after the changes; this object stays as it is. */
  public CopyNumbers with(List<Abnormality> changes) {
    CopyNumbers changed = times(1);
    for (Abnormality change : changes) {
      changed.apply(change);
    }
    return changed;
  }

  public CountRange of(Chromosome chromosome) {
    return new CountRange(low[chromosome.index()], high[chromosome.index()]);
  }

  public CountRange total() {
    return new CountRange(lowTotal, highTotal);
  }

  private void apply(Abnormality change) {
    Notation notation = change.notation();
    int direction = notation.isLoss() ? -1 : 1;
    switch (change) {
      case ChromosomeChange whole -> {
        if (notation.sign() == Notation.Sign.REPLACEMENT) {
          // "X,?X" names the second sex chromosome of the field, not a gain.
          return;
        }
        addCentromere(whole.chromosome(), direction * notation.lowCopies());
        addTotal(direction * notation.lowCopies(), direction * notation.highCopies());
      }
      case MarkerChange marker -> {
        if (marker.kind().isChromosome()) {
          addTotal(direction * notation.lowCopies(), direction * notation.highCopies());
        }
      }
      case StructuralChange structure -> apply(structure, notation, direction);
    }
  }

  private void apply(StructuralChange structure, Notation notation, int direction) {
    Rearrangement head = structure.head();
    int copies = notation.lowCopies();
    int named = head.operation().replacesAllNamedByOne() ? known(head) : 1;
    boolean wholeArms = named > 1 && isWholeArm(head);
    if (notation.sign() == Notation.Sign.REPLACEMENT) {
      addTotal(-copies * Math.max(0, named - 1), -copies * Math.max(0, named - 1));
      if (wholeArms) {
        head.chromosomes().forEach(chromosome -> widen(chromosome, -copies, 0));
      }
      return;
    }
    addTotal(direction * copies, direction * copies);
    for (Chromosome chromosome : head.chromosomes()) {
      if (wholeArms) {
        widen(chromosome, Math.min(0, direction * copies), Math.max(0, direction * copies));
      } else if (named > 1 || chromosome == head.first()) {
        addCentromere(chromosome, direction * copies);
      }
    }
  }

  private static int known(Rearrangement head) {
    int known = 0;
    for (Chromosome chromosome : head.chromosomes()) {
      known += chromosome.isKnown() ? 1 : 0;
    }
    return known;
  }

  private static boolean isWholeArm(Rearrangement head) {
    return head.operation() != Operation.ROBERTSONIAN
        && head.operation() != Operation.DICENTRIC
        && head.breakpoints().stream().anyMatch(point -> point.band().isWholeArm());
  }

  private void addCentromere(Chromosome chromosome, int copies) {
    low[chromosome.index()] += copies;
    high[chromosome.index()] += copies;
  }

  private void widen(Chromosome chromosome, int lowest, int highest) {
    low[chromosome.index()] += lowest;
    high[chromosome.index()] += highest;
  }

  private void addTotal(int one, int other) {
    lowTotal += Math.min(one, other);
    highTotal += Math.max(one, other);
  }
}
