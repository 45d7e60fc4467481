package org.karyon.reading.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A share of cells answers a threshold only where all that it can mean is on one side of it. */
class ShareTest {

  private static final BigDecimal THRESHOLD = new BigDecimal("0.0001");

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  private static Share share(String comparator, String number) {
    return Share.of(comparator, number(number)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0,        ABSENT",
    "'', 0.000099, ABSENT",
    "'', 0.0001,   PRESENT",
    "'', 0.000101, PRESENT",
    "'', 1,        PRESENT",
    "<,  0.000099, ABSENT",
    "<,  0.0001,   ABSENT",
    "<,  0.000101, INDETERMINATE",
    "<=, 0.000099, ABSENT",
    "<=, 0.0001,   INDETERMINATE",
    "<=, 0.000101, INDETERMINATE",
    ">,  0.000099, INDETERMINATE",
    ">,  0.0001,   PRESENT",
    ">=, 0.000099, INDETERMINATE",
    ">=, 0.0001,   PRESENT",
    ">,  0,        INDETERMINATE"
  })
  void aShareIsPresentFromTheThresholdOnAndAbsentBelowIt(
      String comparator, String number, Answer answer) {
    assertThat(share(comparator, number).against(THRESHOLD)).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "0.00002, 0.00009, ABSENT",
    "0.00009, 0.00002, ABSENT",
    "0.00002, 0.0001,  INDETERMINATE",
    "0.0001,  0.00002, INDETERMINATE",
    "0.0001,  0.01,    PRESENT",
    "0.01,    0.0001,  PRESENT"
  })
  void aShareBetweenTwoAnswersWhereBothAreOnOneSide(String one, String other, Answer answer) {
    assertThat(Share.between(number(one), number(other)).map(share -> share.against(THRESHOLD)))
        .contains(answer);
  }

  @Test
  void aShareBetweenTwoReachesFromTheSmallerToTheLarger() {
    assertThat(Share.between(number("0.3"), number("0.1")))
        .contains(new Share(number("0.1"), number("0.3"), false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.0001", "1.0001", "-1", "30"})
  void whatIsNoPartOfAWholeIsNoShare(String text) {
    assertThat(Share.of("", number(text))).isEmpty();
    assertThat(Share.of("<", number(text))).isEmpty();
    assertThat(Share.between(number(text), number("0.5"))).isEqualTo(Optional.empty());
    assertThat(Share.between(number("0.5"), number(text))).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "<,  0.0001, true",
    "<=, 0.0001, true",
    "<,  1,      true",
    "'', 0.0001, false",
    "'', 0,      false",
    ">,  0.0001, false",
    ">=, 0.0001, false"
  })
  void onlyLessThanAnAssayCanSeeIsAnUpperLimit(String comparator, String number, boolean limit) {
    assertThat(share(comparator, number).isUpperLimit()).isEqualTo(limit);
  }
}
