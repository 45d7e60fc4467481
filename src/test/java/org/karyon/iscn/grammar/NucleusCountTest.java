package org.karyon.iscn.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the brackets behind a pattern of signals. */
class NucleusCountTest {

  @ParameterizedTest
  @CsvSource({
    "180/200, 90, 200",
    "1/200, 0.5, 200",
    "50 / 100, 50, 100",
    "200/200, 100, 200",
    "0/200, 0, 200"
  })
  void aCountOfAllIsAShare(String content, double percent, int examined) {
    NucleusCount count = NucleusCount.read(content);

    assertThat(count.percent()).hasValue(percent);
    assertThat(count.examined()).hasValue(examined);
    assertThat(count.nuclei()).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({"49%, 49", "7.25 %, 7.25", "0.05%, 0.05", "12/34%, 34", "100%, 100"})
  void aShareTellsNothingOfTheNuclei(String content, double percent) {
    NucleusCount count = NucleusCount.read(content);

    assertThat(count.percent().orElseThrow()).isCloseTo(percent, Offset.offset(1e-9));
    assertThat(count.examined()).isEmpty();
    assertThat(count.nuclei()).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({"200, 200", "cp150, 150", "7, 7"})
  void aNumberAloneIsThatOfTheNuclei(String content, int nuclei) {
    NucleusCount count = NucleusCount.read(content);

    assertThat(count.nuclei()).isEqualTo(nuclei);
    assertThat(count.examined()).hasValue(nuclei);
    assertThat(count.percent()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cp", "5/0", "%", "many"})
  void whatCountsNothingStatesNothing(String content) {
    assertThat(NucleusCount.read(content)).isEqualTo(NucleusCount.UNSTATED);
  }
}
