package org.karyon.reading.genetics;

import org.karyon.guideline.Guideline;
import org.karyon.guideline.ParameterId;
import org.karyon.iscn.report.KaryotypeThresholds;

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
        number(guideline, ParameterId.MINIMUM_METAPHASES),
        number(guideline, ParameterId.HIGH_HYPERDIPLOIDY_FROM),
        number(guideline, ParameterId.HIGH_HYPERDIPLOIDY_TO),
        number(guideline, ParameterId.HYPODIPLOIDY_BELOW),
        number(guideline, ParameterId.COMPLEX_FROM),
        number(guideline, ParameterId.LOW_LEVEL_FISH_PERCENT),
        number(guideline, ParameterId.MINIMUM_NUCLEI));
  }

  private static int number(Guideline guideline, ParameterId parameter) {
    return guideline.whole(parameter);
  }
}
