package org.karyon.iscn.report;

/**
 * The numbers a guideline owns.
 *
 * @param metaphasesToExclude metaphases a karyotype needs before it excludes anything
 * @param highHyperdiploidyLow smallest number of chromosomes of high hyperdiploidy
 * @param highHyperdiploidyHigh largest number of chromosomes of high hyperdiploidy
 * @param hypodiploidyBelow hypodiploidy has fewer chromosomes than this
 * @param complexFrom abnormalities that make a karyotype complex
 * @param lowLevelFishPercent share of nuclei below which a FISH pattern is only possible, because
 *     no ISCN text carries the laboratory's own cut-off
 * @param nucleiToExclude nuclei a FISH result needs, where it states their number, before it
 *     excludes anything
 */
public record KaryotypeThresholds(
    int metaphasesToExclude,
    int highHyperdiploidyLow,
    int highHyperdiploidyHigh,
    int hypodiploidyBelow,
    int complexFrom,
    double lowLevelFishPercent,
    int nucleiToExclude) {

  /** 20 metaphases, 51-65, below 44, 5 abnormalities, 5 percent of nuclei, 50 nuclei. */
  public static final KaryotypeThresholds DEFAULT =
      new KaryotypeThresholds(20, 51, 65, 44, 5, 5, 50);
}
