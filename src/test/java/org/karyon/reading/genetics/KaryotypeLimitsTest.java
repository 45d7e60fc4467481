package org.karyon.reading.genetics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.karyon.guideline.EditedFolder;
import org.karyon.iscn.GuidelineKaryotypes;
import org.karyon.iscn.KaryotypeReport;
import org.karyon.iscn.Karyotypes;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureState;
import org.karyon.iscn.report.PloidyClass;

/** Karyotypes are read by the numbers of the folder, and by no others. */
class KaryotypeLimitsTest {

  private static final String FORTY_FOUR = "44,XX,-7,-13[20]";
  private static final String FIVE_CHANGES =
      "46,XX,del(1)(q32),add(3)(p25),del(5)(q31),add(9)(q34),del(20)(q11.2)[20]";
  private static final String FIVE_BESIDE_TCF3 =
      "46,XX,t(1;19)(q23;p13.3),del(3)(p21),del(5)(q31),add(9)(q34),del(20)(q11.2)[20]";

  private static KaryotypeReport read(String text, String file, String part, String replacement) {
    return Karyotypes.read(
        text, KaryotypeLimits.of(EditedFolder.guideline(file, part, replacement)));
  }

  private static FeatureState state(KaryotypeReport report, Feature feature) {
    return report.feature(feature).state();
  }

  @Test
  void whatHypodiploidyIsFollowsTheFolder() {
    KaryotypeReport moved =
        read(
            FORTY_FOUR,
            "parameters.yaml",
            "{ id: hypodiploidyBelow, value: 44",
            "{ id: hypodiploidyBelow, value: 45");

    assertThat(state(GuidelineKaryotypes.read(FORTY_FOUR), Feature.HYPODIPLOIDY))
        .isEqualTo(FeatureState.ABSENT);
    assertThat(state(moved, Feature.HYPODIPLOIDY)).isEqualTo(FeatureState.PRESENT);
    assertThat(moved.ploidy().ploidyClass()).isEqualTo(PloidyClass.HIGH_HYPODIPLOID);
  }

  @Test
  void whatIsComplexFollowsTheFolder() {
    KaryotypeReport moved =
        read(
            FIVE_CHANGES,
            "parameters.yaml",
            "{ id: complexFrom, value: 5",
            "{ id: complexFrom, value: 6");

    assertThat(state(GuidelineKaryotypes.read(FIVE_CHANGES), Feature.COMPLEX_KARYOTYPE))
        .isEqualTo(FeatureState.PRESENT);
    assertThat(state(moved, Feature.COMPLEX_KARYOTYPE)).isEqualTo(FeatureState.ABSENT);
  }

  @Test
  void whatExplainsAComplexKaryotypeFollowsTheFolder() {
    KaryotypeReport unexplained =
        read(
            FIVE_BESIDE_TCF3,
            "risk.yaml",
            ", explained-in-karyotypes-by: [tcf3-pbx1]",
            ", explained-in-karyotypes-by: []");

    assertThat(state(GuidelineKaryotypes.read(FIVE_BESIDE_TCF3), Feature.COMPLEX_KARYOTYPE))
        .isEqualTo(FeatureState.ABSENT);
    assertThat(state(unexplained, Feature.COMPLEX_KARYOTYPE)).isEqualTo(FeatureState.PRESENT);
  }
}
