package org.karyon.reading.genetics;

import java.util.List;
import java.util.stream.Stream;
import org.karyon.facts.Facts;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.ParameterId;
import org.karyon.guideline.RiskFeature;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.KaryotypeThresholds;
import org.karyon.iscn.report.PloidyPatterns;

/** The numbers that the guideline gives to the reading of karyotypes. */
public final class KaryotypeLimits {

  private KaryotypeLimits() {}

  /**
   * The guideline's numbers.
   *
   * @param guideline the knowledge
   * @return metaphases, chromosome numbers and abnormalities as the source or its interpretations
   *     state them
   */
  public static KaryotypeThresholds of(Guideline guideline) {
    return new KaryotypeThresholds(
        guideline.whole(ParameterId.MINIMUM_METAPHASES),
        guideline.whole(ParameterId.HIGH_HYPERDIPLOIDY_FROM),
        guideline.whole(ParameterId.HIGH_HYPERDIPLOIDY_TO),
        guideline.whole(ParameterId.HYPODIPLOIDY_BELOW),
        guideline.whole(ParameterId.COMPLEX_FROM),
        guideline.number(ParameterId.LOW_LEVEL_FISH_PERCENT).doubleValue(),
        guideline.whole(ParameterId.MINIMUM_NUCLEI),
        patterns(guideline),
        explainComplexity(guideline));
  }

  private static PloidyPatterns patterns(Guideline guideline) {
    return new PloidyPatterns(
        guideline.whole(ParameterId.LOW_HYPODIPLOID_FROM),
        guideline.whole(ParameterId.HYPODIPLOID_STEM_BELOW),
        guideline.whole(ParameterId.WIDEST_HYPERDIPLOIDY_TO),
        guideline.whole(ParameterId.SMALLEST_DOUBLED_HYPODIPLOIDY),
        guideline.whole(ParameterId.DOUBLED_LOW_HYPODIPLOIDY_FROM),
        guideline.whole(ParameterId.NEAR_TRIPLOID_FROM),
        guideline.whole(ParameterId.NEAR_TRIPLOID_TO),
        guideline.whole(ParameterId.DOUBLED_PAIRS),
        guideline.whole(ParameterId.USUALLY_LOST_AT_TWO_COPIES),
        guideline.whole(ParameterId.ARRAY_LOSSES_OF_HYPODIPLOIDY),
        guideline.whole(ParameterId.ARRAY_GAINS_OF_HYPERDIPLOIDY),
        guideline.whole(ParameterId.FISH_GAINS_OF_HYPERDIPLOIDY),
        guideline.whole(ParameterId.AMPLIFIED_FROM_COPIES));
  }

  /** What explains a clone (I-08): facts by their features, and features that are no facts. */
  private static List<Feature> explainComplexity(Guideline guideline) {
    return guideline.features().stream()
        .filter(feature -> feature.fact().equals(Facts.COMPLEX_KARYOTYPE))
        .flatMap(
            feature ->
                Stream.concat(
                    feature.explainedBy().stream().flatMap(f -> Lesions.feature(f).stream()),
                    named(feature)))
        .toList();
  }

  private static Stream<Feature> named(RiskFeature feature) {
    return feature.explainedInKaryotypesBy().stream().map(Feature::withId);
  }
}
