package org.karyon.reading.genetics;

import org.karyon.guideline.Guideline;
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
        number(guideline, "minimumMetaphases"),
        number(guideline, "highHyperdiploidyFrom"),
        number(guideline, "highHyperdiploidyTo"),
        number(guideline, "hypodiploidyBelow"),
        number(guideline, "complexFrom"),
        number(guideline, "lowLevelFishPercent"),
        number(guideline, "minimumNuclei"));
  }

  private static int number(Guideline guideline, String parameter) {
    return guideline.parameter(parameter).value().intValueExact();
  }
}
