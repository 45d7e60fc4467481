package org.karyon.iscn;

/**
 * The signature of a doubled hypodiploid clone of which only the doubled cells were seen.
 *
 * <p>Doubling makes pairs: four copies of what the stem kept in two, two of the rest, and few or no
 * trisomies. Near the triploid number chromosomes 3, 7, 15, 16 and above all 17 typically stay at
 * two copies.
 */
final class MaskedHypodiploidy {

  private static final Chromosome[] USUALLY_LOST = {
    Chromosome.THREE, Chromosome.SEVEN, Chromosome.FIFTEEN, Chromosome.SIXTEEN, Chromosome.SEVENTEEN
  };
  private static final int USUALLY_LOST_AT_TWO = 3;
  private static final int HYPERDIPLOID_LOW = 50;
  private static final int TRIPLOID_LOW = 66;
  private static final int TRIPLOID_HIGH = 80;
  private static final int WRITTEN_AGAINST_3N_LOW = 58;

  private MaskedHypodiploidy() {}

  static boolean fits(Clone clone) {
    CountRange number = clone.acquiredNumber();
    if (clone.isDoubled() || clone.written().incomplete()) {
      return false;
    }
    if (number.within(TRIPLOID_LOW, TRIPLOID_HIGH)) {
      return atTwoCopies(clone) >= USUALLY_LOST_AT_TWO
          && clone.copies().of(Chromosome.SEVENTEEN).high() <= 2;
    }
    if (!number.within(HYPERDIPLOID_LOW, TRIPLOID_LOW - 1)) {
      return false;
    }
    boolean writtenAgainstTriploid = clone.ploidy() == 3 && number.low() >= WRITTEN_AGAINST_3N_LOW;
    return writtenAgainstTriploid || inPairs(clone);
  }

  private static int atTwoCopies(Clone clone) {
    int count = 0;
    for (Chromosome chromosome : USUALLY_LOST) {
      count += clone.copies().of(chromosome).high() <= 2 ? 1 : 0;
    }
    return count;
  }

  private static boolean inPairs(Clone clone) {
    int trisomies = 0;
    int tetrasomies = 0;
    for (int i = 1; i <= Chromosome.AUTOSOMES; i++) {
      int copies = clone.copies().of(Chromosome.autosome(i)).low();
      trisomies += copies == 3 ? 1 : 0;
      tetrasomies += copies >= 4 ? 1 : 0;
    }
    int sex =
        Math.max(0, clone.copies().of(Chromosome.X).low())
            + Math.max(0, clone.copies().of(Chromosome.Y).low());
    // Three sex chromosomes speak against doubling.
    trisomies += sex == 3 ? 1 : 0;
    // Four are one pair more, but XXYY is common in true hyperdiploidy: the pairs must prevail.
    boolean withSexChromosomes = sex == 4 && tetrasomies >= 1 && trisomies <= tetrasomies;
    return withSexChromosomes || (tetrasomies >= 2 && trisomies <= tetrasomies);
  }
}
