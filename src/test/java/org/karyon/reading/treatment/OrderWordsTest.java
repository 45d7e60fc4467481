package org.karyon.reading.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.BuiltIn;
import org.karyon.terminology.Terminology;

class OrderWordsTest {

  private static final Terminology TERMINOLOGY = BuiltIn.GUIDELINE.terminology();

  @ParameterizedTest
  @CsvSource({
    "vincristine 1.5 mg/m2 IV,vincristine",
    "rituximab 375 mg / m2,rituximab",
    "pegaspargase 2.500 iu/m2/dose weekly,pegaspargase",
    "methotrexate 1.000.000 mcg,methotrexate",
    "PEG 3350,PEG 3350"
  })
  void whatIsGivenStandsWithoutItsDose(String words, String drug) {
    assertThat(OrderWords.withoutDose(TERMINOLOGY, words).strip()).isEqualTo(drug);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,", "1.", "12 ", "1 mg/m2/", "/m2", "9"})
  void noListOfNumbersIsGoneOverFromEachOfThem(String piece) {
    String list = piece.repeat(100_000 / piece.length());

    assertThat(OrderWords.withoutDose(TERMINOLOGY, list)).hasSizeLessThanOrEqualTo(list.length());
  }
}
