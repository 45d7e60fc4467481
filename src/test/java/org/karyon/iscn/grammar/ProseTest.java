package org.karyon.iscn.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words and notation, told apart. */
class ProseTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fail",
        "FAILED",
        "No growth",
        "nd",
        "N/A",
        "-9",
        "",
        "  ",
        "Not done",
        "Culture failed"
      })
  void itIsSaidThatThereIsNoResult(String text) {
    assertThat(Prose.saysNoResult(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"46,XX[20]", "Normal", "9", "and more", "nay", "t(9;22)", "12"})
  void orThatThereIsOne(String text) {
    assertThat(Prose.saysNoResult(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"normal female karyotype", "abcd", "no t seen", "abc d1"})
  void wordsAreWords(String text) {
    assertThat(Prose.is(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "del(5)(q31)", "abcd12", "46,XX", "translocation (9;22)", ""})
  void andNotationIsNot(String text) {
    assertThat(Prose.is(text)).isFalse();
  }
}
