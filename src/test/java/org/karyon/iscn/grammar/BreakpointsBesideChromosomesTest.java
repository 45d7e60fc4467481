package org.karyon.iscn.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.iscn.GuidelineKaryotypes;
import org.karyon.iscn.KaryotypeReport;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureState;

/** A rearrangement means the same wherever its bands stand, and less where they are doubted. */
class BreakpointsBesideChromosomesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "46,XX,t(9;22)(q34;q11.2)[20] | BCR_ABL1 | PRESENT",
        "46,XX,t(9q34;22q11.2)[20] | BCR_ABL1 | PRESENT",
        "46,XX,t(9q34,22q11)[20] | BCR_ABL1 | PRESENT",
        "46,XX,t(9q34.1;22q11)[20] | BCR_ABL1 | PRESENT",
        "46,XX,t(9q34.1;22q11.23)[20] | BCR_ABL1 | PRESENT",
        "46,XX,t(Xp22.3;14q32.33)[20] | IGH_REARRANGED | PRESENT",
        "46,XX,t(1q23.3;19p13.3)[20] | TCF3_PBX1 | PRESENT",
        "46,XX,t(4q21;11q23)[20] | KMT2A_REARRANGED | PRESENT",
        "46,XX,t(9;22)(q?34;q11.2)[20] | BCR_ABL1 | POSSIBLE",
        "46,XX,?t(9;22)(q34;q11.2)[20] | BCR_ABL1 | POSSIBLE",
        "46,XX,t(9;22)(?;?)[20] | BCR_ABL1 | POSSIBLE",
        "46,XX,t(9;22)(q13;q11.2)[20] | BCR_ABL1 | NOT_ASSESSABLE",
        "46,XX,t(9p34;22q11.2)[20] | BCR_ABL1 | NOT_ASSESSABLE"
      })
  void theStateIsThatOfTheBands(String text, Feature feature, FeatureState state) {
    assertThat(GuidelineKaryotypes.state(text, feature)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "9, q34, 22, q11.2",
    "9, q34.1, 22, q11.23",
    "4, q21, 11, q23",
    "11, q23.3, 19, p13.3",
    "12, p13.2, 21, q22.12",
    "1, q23.3, 19, p13.3",
    "17, q22, 19, p13",
    "5, q31, 14, q32",
    "8, q24.21, 14, q32.33",
    "X, p22.33, 14, q32.33",
    "Y, p11.32, 14, q32.33",
    "12, p13, 22, q12.2",
    "9, p13, 20, q11"
  })
  void everyFeatureIsTheSameInBothForms(
      String one, String oneBand, String other, String otherBand) {
    KaryotypeReport apart = read("t(%s;%s)(%s;%s)".formatted(one, other, oneBand, otherBand));
    KaryotypeReport beside = read("t(%s%s;%s%s)".formatted(one, oneBand, other, otherBand));
    for (Feature feature : Feature.values()) {
      assertThat(beside.feature(feature).state())
          .as(feature.name())
          .isEqualTo(apart.feature(feature).state());
    }
    assertThat(beside.abnormalities()).isEqualTo(apart.abnormalities());
  }

  private static KaryotypeReport read(String rearrangement) {
    return GuidelineKaryotypes.read("46,XY," + rearrangement + "[20]");
  }
}
