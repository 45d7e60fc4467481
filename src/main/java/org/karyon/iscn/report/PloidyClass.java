package org.karyon.iscn.report;

/** Ploidy classes used in acute lymphoblastic leukemia, by number of chromosomes. */
public enum PloidyClass {
  NEAR_HAPLOID("near-haploid", 20, 29),
  LOW_HYPODIPLOID("low hypodiploid", 30, 39),
  HIGH_HYPODIPLOID("high hypodiploid", 40, 43),
  NEAR_DIPLOID("near-diploid", 44, 45),
  DIPLOID("diploid", 46, 46),
  LOW_HYPERDIPLOID("low hyperdiploid", 47, 50),
  HIGH_HYPERDIPLOID("high hyperdiploid", 51, 65),
  NEAR_TRIPLOID("near-triploid", 66, 80),
  NEAR_TETRAPLOID("near-tetraploid", 81, 103),
  HIGHER("above tetraploid", 104, 250),
  /** A range of numbers that meets more than one class. */
  UNCERTAIN("uncertain", 0, -1),
  /** No number is known. */
  UNKNOWN("unknown", 0, -1);

  private final String text;
  private final int low;
  private final int high;

  PloidyClass(String text, int low, int high) {
    this.text = text;
    this.low = low;
    this.high = high;
  }

  /** The class in words. */
  public String text() {
    return text;
  }

  /** The class of a number of chromosomes; beyond all classes it is {@link #UNKNOWN}. */
  public static PloidyClass of(int number) {
    for (PloidyClass candidate : values()) {
      if (number >= candidate.low && number <= candidate.high) {
        return candidate;
      }
    }
    return UNKNOWN;
  }
}
