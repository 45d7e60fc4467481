package org.karyon.reading.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An amount of a report is the share of a whole that it states, in each of the ways to write it.
 */
class AmountReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.3 %                | PERCENT | 0.003    | 0.003",
        "0,3%                 | PERCENT | 0.003    | 0.003",
        "30 percent           | PERCENT | 0.3      | 0.3",
        "<0,01%               | PERCENT | 0        | 0.0001",
        "=<0.01 %             | PERCENT | 0        | 0.0001",
        ">20 %                | PERCENT | 0.2      | 1",
        "=>20 %               | PERCENT | 0.2      | 1",
        "10-20 %              | PERCENT | 0.1      | 0.2",
        "10 to 20 %           | PERCENT | 0.1      | 0.2",
        "2 of 200             | PART    | 0.01     | 0.01",
        "2/200                | PART    | 0.01     | 0.01",
        "1 in 10,000          | PART    | 0.0001   | 0.0001",
        "1 in 1.000.000       | PART    | 0.000001 | 0.000001",
        "5 per million        | PART    | 0.000005 | 0.000005",
        "5 per 10 million     | PART    | 0.0000005| 0.0000005",
        "2 in 10^5            | PART    | 0.00002  | 0.00002",
        "2 in 1e6             | PART    | 0.000002 | 0.000002",
        "3x10^-4              | POWER   | 0.0003   | 0.0003",
        "3 x 10-4             | POWER   | 0.0003   | 0.0003",
        "10^-4                | POWER   | 0.0001   | 0.0001",
        "10-4                 | POWER   | 0.0001   | 0.0001",
        "<10^-4               | POWER   | 0        | 0.0001",
        "3 x 10^-2 %          | POWER   | 0.0003   | 0.0003",
        "3e-4                 | POWER   | 0.0003   | 0.0003",
        "3e-2%                | POWER   | 0.0003   | 0.0003",
        "3e-2 %               | POWER   | 0.0003   | 0.0003"
      })
  void anAmountIsTheShareThatItStates(
      String text, WordedAmount.Form form, BigDecimal least, BigDecimal most) {
    assertThat(AmountReader.at(text, 0))
        .hasValueSatisfying(
            found -> {
              assertThat(found.end()).isEqualTo(text.length());
              assertThat(found.amount().form()).isEqualTo(form);
              assertThat(found.amount().share())
                  .hasValueSatisfying(
                      share -> {
                        assertThat(share.least()).isEqualByComparingTo(least);
                        assertThat(share.most()).isEqualByComparingTo(most);
                      });
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1,200 %", "1,200 of 5000", "150 %", "300 of 200", "2 of 00", "3e+2", "CD20"})
  void whatMayMeanTwoThingsOrNoPartOfAWholeIsNoAmount(String text) {
    assertThat(AmountReader.at(text, 0)).isEmpty();
  }

  @Test
  void thousandsAreReadWhereTheWholeIsWrittenAlike() {
    assertThat(AmountReader.at("1,200 of 500,000", 0).flatMap(found -> found.amount().share()))
        .hasValueSatisfying(share -> assertThat(share.most()).isEqualByComparingTo("0.0024"));
  }

  @Test
  void aPartSaysOfHowMany() {
    assertThat(AmountReader.at("2 of 200 nuclei", 0).map(AmountReader.Found::amount))
        .hasValueSatisfying(
            amount -> {
              assertThat(amount.number()).isEqualByComparingTo("2");
              assertThat(amount.whole())
                  .hasValueSatisfying(whole -> assertThat(whole).isEqualByComparingTo("200"));
            });
  }

  @Test
  void aNumberAloneIsACountWithoutAShare() {
    assertThat(AmountReader.at("20 metaphases", 0).map(AmountReader.Found::amount))
        .hasValueSatisfying(
            amount -> {
              assertThat(amount.form()).isEqualTo(WordedAmount.Form.COUNT);
              assertThat(amount.number()).isEqualByComparingTo("20");
              assertThat(amount.share()).isEmpty();
            });
    assertThat(AmountReader.at("20 metaphases", 0).map(AmountReader.Found::end)).contains(2);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1 % (IS),true",
    "0.1 % IS,true",
    "0.1 %,false",
    "0.1 % ISH,false",
    "3e-4 IS,false"
  })
  void onlyAPercentageIsOnTheInternationalScale(String text, boolean international) {
    assertThat(AmountReader.at(text, 0).map(found -> found.amount().international()))
        .contains(international);
  }

  @Test
  void anAmountBeginsWhereItIsLookedFor() {
    assertThat(AmountReader.at("MRD 0.3 %", 4).map(AmountReader.Found::end)).contains(9);
    assertThat(AmountReader.at("MRD 0.3 %", 0)).isEmpty();
    assertThat(AmountReader.at("4q", 0)).isEmpty();
  }
}
