package org.karyon.reading.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number with a comparator is on one side of a limit, or says nothing of it. */
class BoundTest {

  private static final BigDecimal LIMIT = new BigDecimal("20");

  @ParameterizedTest
  @CsvSource(
      nullValues = "unknown",
      value = {
        "<,  19, below",
        "<,  20, below",
        "<,  21, unknown",
        "<=, 19, below",
        "<=, 20, unknown",
        "<=, 21, unknown",
        ">,  19, unknown",
        ">,  20, above",
        ">,  21, above",
        ">=, 19, unknown",
        ">=, 20, at",
        ">=, 21, above",
        "'', 19, below",
        "'', 20, at",
        "'', 21, above"
      })
  void aNumberIsBelowAtOrAboveTheLimitOnlyWhereItCanBeNowhereElse(
      String comparator, BigDecimal number, String side) {
    assertThat(Bound.against(comparator, number, LIMIT).map(BoundTest::side).orElse(null))
        .isEqualTo(side);
  }

  private static String side(BigDecimal value) {
    int compared = value.compareTo(LIMIT);
    return compared < 0 ? "below" : compared == 0 ? "at" : "above";
  }

  @ParameterizedTest
  @CsvSource({"<=,12", ">=,33", "'',12", "'',33"})
  void aNumberThatIsReachedIsTheNumberItself(String comparator, BigDecimal number) {
    assertThat(Bound.against(comparator, number, LIMIT)).contains(number);
  }

  @ParameterizedTest
  @CsvSource({"<,12", ">,33"})
  void aNumberThatIsNotReachedIsMissedByTheLeast(String comparator, BigDecimal number) {
    assertThat(Bound.against(comparator, number, LIMIT))
        .hasValueSatisfying(
            value ->
                assertThat(value.subtract(number).abs())
                    .isPositive()
                    .isLessThan(new BigDecimal("0.0001")));
  }
}
