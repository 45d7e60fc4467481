package org.karyon.iscn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureState;

/** What a patient was born with is taken off before the leukemia is judged. */
class BornWithTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "51,XX,+4,+6,+10,+17,+18[20] | HIGH_HYPERDIPLOIDY | PRESENT",
        "51,XX,+4,+6,+10,+17,+21c[20] | HIGH_HYPERDIPLOIDY | ABSENT",
        "52,XX,+4,+6,+10,+17,+18,+21c[20] | HIGH_HYPERDIPLOIDY | PRESENT",
        "51,XXY,+4,+6,+10,+17[20] | HIGH_HYPERDIPLOIDY | PRESENT",
        "51,XXYc,+4,+6,+10,+17[20] | HIGH_HYPERDIPLOIDY | ABSENT",
        "43,XX,-3,-7,-9[20] | HYPODIPLOIDY | PRESENT",
        "44,XX,-7,-9[20] | HYPODIPLOIDY | ABSENT",
        "43,XX,rob(13;14)(q10;q10)c,-7,-9[20] | HYPODIPLOIDY | ABSENT",
        "42,XX,rob(13;14)(q10;q10)c,-3,-7,-9[20] | HYPODIPLOIDY | PRESENT",
        "43,X,-Xc,-7,-9[20] | HYPODIPLOIDY | ABSENT",
        "47,XX,+21c[20] | TRISOMY_4 | ABSENT"
      })
  void numbersAreThoseOfTheLeukemia(String text, Feature feature, FeatureState state) {
    assertThat(GuidelineKaryotypes.state(text, feature)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "47,XX,+21c[20] | 0",
        "48,XX,+21,+21c[20] | 1",
        "45,XX,rob(13;14)(q10;q10)c[20] | 0",
        "46,X,inv(Y)(p11.2q11.2)c[20] | 0",
        "46,XX,inv(9)(p12q13)c,del(6)(q21)[20] | 1"
      })
  void noneOfItIsCountedAmongTheAbnormalities(String text, int counted) {
    assertThat(GuidelineKaryotypes.read(text).abnormalities().iscn2024()).hasValue(counted);
  }
}
