package org.karyon.iscn.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.iscn.GuidelineKaryotypes;
import org.karyon.iscn.KaryotypeReport;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureState;

/** A sign that stands for another one in the parentheses of a rearrangement. */
class SlipsInParenthesesTest {

  private static KaryotypeReport read(String rearrangement) {
    return GuidelineKaryotypes.read("46,XX," + rearrangement + "[20]");
  }

  private static void isUnderstood(String rearrangement, Feature feature, FeatureState state) {
    KaryotypeReport report = read(rearrangement);

    assertThat(report.feature(feature).state()).isEqualTo(state);
    assertThat(report.unknown()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "t(9/22)(q34/q11)",
        "t(9.22)(q34.q11)",
        "t(9.22)(q34;q11.2)",
        "t(9-22)(q34-q11.2)",
        "t(9,22)(q34,q11)",
        "t(9:22)(q34:q11)",
        "t(9|22)(q34|q11)",
        "t(9;22)(q34-q11)",
        "t(9;22)(q34q11)",
        "t(1;9;22)(p36-q34-q11)"
      })
  void anotherSeparatorPartsTheSame(String rearrangement) {
    isUnderstood(rearrangement, Feature.BCR_ABL1, FeatureState.PRESENT);
  }

  /** The classification writes "v" for a partner that varies. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "t(v;11)(v;q23)",
        "t(11;v)(q23;v)",
        "t(V;11)(V;Q23.3)",
        "t(v;11q23.3)",
        "t(?;11q23.3)",
        "t(11q23;v)",
        "t(?;11)(?;q23)"
      })
  void aPartnerThatIsOpenLeavesTheFusionPossible(String rearrangement) {
    isUnderstood(rearrangement, Feature.KMT2A_REARRANGED, FeatureState.POSSIBLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "t(9;22)(q34;11) | POSSIBLE",
        "t(9q+;22q-) | POSSIBLE",
        "t(9;22)(q34;q11-q12) | POSSIBLE",
        "t(9;22)(q34.1-q34.3;q11.2) | POSSIBLE",
        "t(9;22)(p22-p21;q11.2) | NOT_ASSESSABLE"
      })
  void aBandThatIsOpenIsPossibleAtMost(String rearrangement, FeatureState state) {
    assertThat(read(rearrangement).feature(Feature.BCR_ABL1).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "t(9)(q34)",
        "t(11q)",
        "t(9q34;q22q11)",
        "t(q34;q11)",
        "t()",
        "t(;)",
        "t(9;22)(34;q11)"
      })
  void whatIsNotUnderstoodIsNamedAndExcludesNothing(String rearrangement) {
    KaryotypeReport report = read(rearrangement);

    assertThat(report.unknown()).isNotEmpty();
    for (Feature feature : Feature.values()) {
      assertThat(report.feature(feature).state())
          .as(feature.name())
          .isNotIn(FeatureState.PRESENT, FeatureState.ABSENT);
    }
  }
}
