package org.karyon.iscn.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.iscn.GuidelineKaryotypes;

/** Each class at its first and its last number of chromosomes. */
class PloidyClassTest {

  @ParameterizedTest
  @CsvSource({
    "0, 19, UNKNOWN",
    "30, 39, LOW_HYPODIPLOID",
    "44, 45, NEAR_DIPLOID",
    "46, 46, DIPLOID",
    "47, 50, LOW_HYPERDIPLOID",
    "51, 65, HIGH_HYPERDIPLOID",
    "81, 103, NEAR_TETRAPLOID",
    "104, 250, HIGHER",
    "251, 400, UNKNOWN"
  })
  void aClassGoesFromItsFirstToItsLastNumber(int first, int last, PloidyClass expected) {
    for (int number = first; number <= last; number++) {
      assertThat(PloidyClass.of(number, GuidelineKaryotypes.THRESHOLDS))
          .as("%d chromosomes", number)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({"19", "29", "43", "45", "46", "50", "65", "80", "103", "250"})
  void theNextNumberIsOfAnotherClass(int last) {
    assertThat(PloidyClass.of(last + 1, GuidelineKaryotypes.THRESHOLDS))
        .isNotEqualTo(PloidyClass.of(last, GuidelineKaryotypes.THRESHOLDS));
  }
}
