package org.karyon.reading.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text is a number where it is nothing else, and where it can mean one number alone. */
class NumberTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12            |    | 12       |
          '  12  '      |    | 12       |
          12.5          |    | 12.5     |
          12,5          |    | 12.5     |
          0,005         |    | 0.005    |
          0,200         |    | 0.200    |
          1.200         |    | 1.200    |
          12,34         |    | 12.34    |
          1,2345        |    | 1.2345   |
          1234,567      |    | 1234.567 |
          < 5           | <  | 5        |
          <=5           | <= | 5        |
          >5            | >  | 5        |
          >= 5          | >= | 5        |
          ≤5            | <= | 5        |
          ≥ 5           | >= | 5        |
          35 %          |    | 35       | %
          4.2 10*9/L    |    | 4.2      | 10*9/L
          < 4,2 10^9/L  | <  | 4.2      | 10^9/L
          18.7 x10^9/L  |    | 18.7     | x10^9/L
          35%           |    | 35       | %
          2 x10^-4      |    | 0.0002   |
          2x10-4        |    | 0.0002   |
          2 × 10−4      |    | 0.0002   |
          2 * 10+3      |    | 2000     |
          2e-4          |    | 0.0002   |
          2E+3          |    | 2000     |
          3e-2 %        |    | 0.03     | %
          <1.0e-5       | <  | 0.000010 |
          123456789012  |    | 123456789012 |
          0.123456789012|    | 0.123456789012 |
          12 G/L        |    | 12       | G/L
          """)
  void aNumberIsReadWithItsComparatorAndItsUnit(
      String text, String comparator, String number, String unit) {
    assertThat(NumberText.read(text))
        .hasValueSatisfying(
            read -> {
              assertThat(read.comparator()).isEqualTo(comparator == null ? "" : comparator);
              assertThat(read.number()).isEqualByComparingTo(new BigDecimal(number));
              assertThat(read.unit()).isEqualTo(unit == null ? "" : unit);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,200", "12,345", "999,000", " >1,200 cells"})
  void whatMayBeAThousandOrALittleMoreThanOneIsNoNumber(String text) {
    assertThat(NumberText.read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "none",
        "about 5",
        "<",
        "5, then 6",
        "5; 6",
        "1-2",
        "1 2",
        "5 6 %",
        "1.2.3",
        "5 10^-5",
        "1234567890123",
        "<<5",
        "-5"
      })
  void whatHoldsMoreThanOneNumberOrNoneIsNoNumber(String text) {
    assertThat(NumberText.read(text)).isEmpty();
  }

  @Test
  void aTextOfEightyCharactersIsStillReadAndALongerOneIsNot() {
    assertThat(NumberText.read("7" + " ".repeat(79)).map(ResultValue.Measured::number))
        .contains(new BigDecimal("7"));
    assertThat(NumberText.read("7" + " ".repeat(80))).isEmpty();
  }

  @Test
  void aUnitHasNoMoreThanThirtyOneCharacters() {
    assertThat(NumberText.read("7 " + "u".repeat(31)).map(ResultValue.Measured::unit))
        .contains("u".repeat(31));
    assertThat(NumberText.read("7 " + "u".repeat(32))).isEmpty();
  }
}
