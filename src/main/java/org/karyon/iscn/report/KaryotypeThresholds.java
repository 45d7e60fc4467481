package org.karyon.iscn.report;

import java.util.List;

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
 * @param patterns the numbers by which a ploidy is suspected or told apart
 * @param explainComplexity features that explain a clone, so that its many changes do not make it
 *     complex
 */
public record KaryotypeThresholds(
    int metaphasesToExclude,
    int highHyperdiploidyLow,
    int highHyperdiploidyHigh,
    int hypodiploidyBelow,
    int complexFrom,
    double lowLevelFishPercent,
    int nucleiToExclude,
    PloidyPatterns patterns,
    List<Feature> explainComplexity) {

  /** Copies the list, so that it never changes. */
  public KaryotypeThresholds {
    explainComplexity = List.copyOf(explainComplexity);
  }
}
