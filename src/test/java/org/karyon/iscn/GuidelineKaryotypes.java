package org.karyon.iscn;

import java.nio.file.Path;
import org.karyon.guideline.yaml.GuidelineFolder;
import org.karyon.guideline.yaml.GuidelineReader;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureState;
import org.karyon.iscn.report.KaryotypeThresholds;
import org.karyon.reading.genetics.KaryotypeLimits;

/** Karyotypes read by the numbers of the guideline folder, which stand nowhere else. */
public final class GuidelineKaryotypes {

  /** The numbers of the folder. */
  public static final KaryotypeThresholds THRESHOLDS =
      KaryotypeLimits.of(GuidelineReader.read(GuidelineFolder.at(Path.of("src/main/guideline"))));

  private GuidelineKaryotypes() {}

  /** Reads a text by the numbers of the folder. */
  public static KaryotypeReport read(String text) {
    return Karyotypes.read(text, THRESHOLDS);
  }

  /** What such a text says of a feature. */
  public static FeatureState state(String text, Feature feature) {
    return read(text).feature(feature).state();
  }

  /** The same numbers but for those of the examination. */
  public static KaryotypeThresholds examined(int metaphases, double lowLevelFishPercent) {
    return new KaryotypeThresholds(
        metaphases,
        THRESHOLDS.highHyperdiploidyLow(),
        THRESHOLDS.highHyperdiploidyHigh(),
        THRESHOLDS.hypodiploidyBelow(),
        THRESHOLDS.complexFrom(),
        lowLevelFishPercent,
        THRESHOLDS.nucleiToExclude(),
        THRESHOLDS.patterns(),
        THRESHOLDS.explainComplexity());
  }
}
