package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.reading.Records.quantity;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.facts.Facts;

/** Karnofsky up to 50 is frail, from 60 on it is not, and what is no score says nothing. */
class KarnofskyReadingTest {

  private static String frail(String name, String value) {
    return PatientWith.LEUKEMIA.state(Facts.FRAIL, Records.named(name, value));
  }

  @ParameterizedTest
  @CsvSource({"0,present", "50,present", "60,absent", "100,absent", "101,not", "-1,not"})
  void aScoreOfTheScaleIsFrailUpToFifty(String score, String frail) {
    String read = frail("Karnofsky performance status", quantity("", score, "%"));

    if (frail.equals("not")) {
      assertThat(read).isNotIn("present", "absent");
    } else {
      assertThat(read).isEqualTo(frail);
    }
  }

  @ParameterizedTest
  @CsvSource({"50", "60"})
  void aNumberUnderAnotherNameIsNoScore(String score) {
    assertThat(frail("Heart rate", quantity("", score, "%"))).isNotIn("present", "absent");
  }
}
