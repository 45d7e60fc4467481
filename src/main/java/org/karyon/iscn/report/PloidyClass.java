package org.karyon.iscn.report;

/** Ploidy classes used in acute lymphoblastic leukemia, by number of chromosomes. */
public enum PloidyClass {
  NEAR_HAPLOID("near-haploid"),
  LOW_HYPODIPLOID("low hypodiploid"),
  HIGH_HYPODIPLOID("high hypodiploid"),
  NEAR_DIPLOID("near-diploid"),
  DIPLOID("diploid"),
  LOW_HYPERDIPLOID("low hyperdiploid"),
  HIGH_HYPERDIPLOID("high hyperdiploid"),
  NEAR_TRIPLOID("near-triploid"),
  NEAR_TETRAPLOID("near-tetraploid"),
  HIGHER("above tetraploid"),
  /** A range of numbers that meets more than one class. */
  UNCERTAIN("uncertain"),
  /** No number is known. */
  UNKNOWN("unknown");

  /** The nomenclature's own bounds; those that carry a risk belong to the guideline. */
  private static final int LOWEST = 20;

  private static final int HIGHEST_TETRAPLOID = 103;
  private static final int HIGHEST = 250;

  private final String text;

  PloidyClass(String text) {
    this.text = text;
  }

  /** The class in words. */
  public String text() {
    return text;
  }

  /** The class of a number of chromosomes; beyond all classes it is {@link #UNKNOWN}. */
  public static PloidyClass of(int number, KaryotypeThresholds thresholds) {
    if (number < LOWEST || number > HIGHEST) {
      return UNKNOWN;
    }
    if (number < Ploidy.DIPLOID) {
      return below(number, thresholds);
    }
    return number == Ploidy.DIPLOID ? DIPLOID : above(number, thresholds);
  }

  private static PloidyClass below(int number, KaryotypeThresholds thresholds) {
    if (number >= thresholds.hypodiploidyBelow()) {
      return NEAR_DIPLOID;
    }
    if (number >= thresholds.patterns().hypodiploidStemBelow()) {
      return HIGH_HYPODIPLOID;
    }
    return number >= thresholds.patterns().lowHypodiploidFrom() ? LOW_HYPODIPLOID : NEAR_HAPLOID;
  }

  private static PloidyClass above(int number, KaryotypeThresholds thresholds) {
    if (number < thresholds.highHyperdiploidyLow()) {
      return LOW_HYPERDIPLOID;
    }
    if (number <= thresholds.highHyperdiploidyHigh()) {
      return HIGH_HYPERDIPLOID;
    }
    if (number <= thresholds.patterns().nearTriploidTo()) {
      return NEAR_TRIPLOID;
    }
    return number <= HIGHEST_TETRAPLOID ? NEAR_TETRAPLOID : HIGHER;
  }
}
