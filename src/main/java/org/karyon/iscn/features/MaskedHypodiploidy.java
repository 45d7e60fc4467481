package org.karyon.iscn.features;

import org.karyon.iscn.model.Chromosome;
import org.karyon.iscn.model.Clone;
import org.karyon.iscn.report.CountRange;
import org.karyon.iscn.report.PloidyPatterns;

/**
 * The signature of a doubled hypodiploid clone of which only the doubled cells were seen (I-09).
 *
 * <p>A hypodiploid stem has one or two of each chromosome, so its doubling has two or four and no
 * odd number: pairs of gains, no trisomies. The sex chromosomes follow the same rule, X to XX, XX
 * to XXXX and XY to XXYY, and count as one pair. Each trisomy beside the pairs needs a separate
 * gain or loss after the doubling. A pattern with enough pairs and no more trisomies than pairs may
 * therefore be either disease; it is suspected, and hyperdiploidy is not asserted. One pair alone,
 * such as +21,+21, is the whole doubling of 24 chromosomes where it makes 48 without a Y; in any
 * other number it proves nothing.
 *
 * <p>The limits are twice the smallest stem, 24 chromosomes, and the widest high hyperdiploidy.
 * From a number that is a parameter a list written against the triploid set, or a gain of
 * chromosome 1 with none of 3, 7, 15, 16 and 17, is enough, because that is the usual doubled low
 * hypodiploid clone. Near the triploid number chromosome 17 and two more of the others stay at two
 * copies.
 */
final class MaskedHypodiploidy {

  private static final Chromosome[] USUALLY_LOST = {
    Chromosome.THREE, Chromosome.SEVEN, Chromosome.FIFTEEN, Chromosome.SIXTEEN, Chromosome.SEVENTEEN
  };
  private static final int TRISOMY = 3;
  private static final int TETRASOMY = 4;

  private final PloidyPatterns patterns;

  MaskedHypodiploidy(PloidyPatterns patterns) {
    this.patterns = patterns;
  }

  /** Whether the clone may be a doubled hypodiploid one although no stem is described. */
  boolean fits(Clone clone) {
    CountRange number = clone.acquiredNumber();
    if (clone.isDoubled()) {
      return false;
    }
    if (clone.ploidy() == 3
        && number.meets(patterns.doubledLowHypodiploidFrom(), patterns.nearTriploidFrom() - 1)) {
      return true;
    }
    if (clone.written().incomplete()) {
      return false;
    }
    if (number.within(patterns.nearTriploidFrom(), patterns.nearTriploidTo())) {
      return isAtTwo(clone, Chromosome.SEVENTEEN) && usuallyLost(clone) >= patterns.usuallyLost();
    }
    boolean likeLowHypodiploid =
        number.meets(patterns.doubledLowHypodiploidFrom(), patterns.nearTriploidFrom() - 1)
            && clone.copies().of(Chromosome.autosome(1)).low() >= TRISOMY
            && usuallyLost(clone) == USUALLY_LOST.length;
    return likeLowHypodiploid
        || (number.meets(patterns.smallestDoubled(), patterns.nearTriploidFrom() - 1)
            && isInPairs(clone));
  }

  private static int usuallyLost(Clone clone) {
    int count = 0;
    for (Chromosome chromosome : USUALLY_LOST) {
      count += isAtTwo(clone, chromosome) ? 1 : 0;
    }
    return count;
  }

  private static boolean isAtTwo(Clone clone, Chromosome chromosome) {
    return clone.copies().of(chromosome).high() <= 2;
  }

  private boolean isInPairs(Clone clone) {
    int trisomies = 0;
    int pairs = 0;
    for (int i = 1; i <= Chromosome.AUTOSOMES; i++) {
      int copies = clone.copies().of(Chromosome.autosome(i)).low();
      trisomies += copies == TRISOMY ? 1 : 0;
      pairs += copies >= TETRASOMY ? 1 : 0;
    }
    int x = Math.max(0, clone.copies().of(Chromosome.X).low());
    int sex = x + Math.max(0, clone.copies().of(Chromosome.Y).low());
    boolean doubledSex = sex == TETRASOMY && x % 2 == 0;
    trisomies += sex >= TRISOMY && !doubledSex ? 1 : 0;
    int all = pairs + (doubledSex ? 1 : 0);
    boolean doubledNearHaploid =
        clone.acquiredNumber().within(patterns.smallestDoubled(), patterns.smallestDoubled())
            && all == 1
            && trisomies == 0
            && x % 2 == 0
            && (sex - x) % 2 == 0;
    return doubledNearHaploid || (all >= patterns.doubledPairs() && trisomies <= pairs);
  }
}
