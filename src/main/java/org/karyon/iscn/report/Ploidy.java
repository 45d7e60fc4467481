package org.karyon.iscn.report;

/**
 * The ploidy class of the leukemic cells.
 *
 * @param lowest the class of the smallest number of chromosomes; for a doubled clone the class of
 *     the clone it doubles
 * @param highest the class of the largest number, the same as {@code lowest} where one class fits
 * @param doubled whether a doubled hypodiploid clone is described
 */
public record Ploidy(PloidyClass lowest, PloidyClass highest, boolean doubled) {

  /** The number of chromosomes of a normal cell. */
  public static final int DIPLOID = 46;

  public static final Ploidy UNKNOWN = new Ploidy(PloidyClass.UNKNOWN, PloidyClass.UNKNOWN, false);

  /** The ploidy of a range of numbers, by the numbers of a guideline. */
  public static Ploidy of(CountRange number, boolean doubled, KaryotypeThresholds thresholds) {
    return new Ploidy(
        PloidyClass.of(number.low(), thresholds),
        PloidyClass.of(number.high(), thresholds),
        doubled);
  }

  /** The one class that fits, or {@link PloidyClass#UNCERTAIN} where the range meets several. */
  public PloidyClass ploidyClass() {
    return lowest == highest ? lowest : PloidyClass.UNCERTAIN;
  }

  /** The class in words, such as "near-haploid, doubled". */
  public String text() {
    if (lowest != highest) {
      return PloidyClass.UNCERTAIN.text() + ", " + lowest.text() + " to " + highest.text();
    }
    return doubled ? lowest.text() + ", doubled" : lowest.text();
  }
}
