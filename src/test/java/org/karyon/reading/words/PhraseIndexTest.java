package org.karyon.reading.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A phrase is found wherever its words follow each other, and nowhere else. */
class PhraseIndexTest {

  private static final PhraseIndex<String> INDEX = new PhraseIndex<>();

  static {
    INDEX.add("long", List.of("acute lymphoblastic leukemia"));
    INDEX.add("short", List.of("acute", "ALL"));
    INDEX.add("middle", List.of("lymphoblastic", "B-ALL"));
    INDEX.add("nothing", List.of("", " - "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acute lymphoblastic leukemia",
        "an Acute Lymphoblastic Leukemia",
        "acute lymphoblastic leukemia of B cells",
        "of acute-lymphoblastic leukemia."
      })
  void aPhraseIsFoundAtTheBeginningInTheMiddleAndAtTheEnd(String text) {
    assertThat(INDEX.in(Words.of(text))).containsExactly("long", "short", "middle");
    assertThat(INDEX.isAnyIn(Words.of(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"acutely", "lymphoblasts", "leukemia", "allergy", "", "b", "- -"})
  void aPartOfAPhraseOrOfAWordIsNone(String text) {
    assertThat(INDEX.in(Words.of(text))).isEmpty();
    assertThat(INDEX.isAnyIn(Words.of(text))).isFalse();
  }

  @Test
  void aPhraseThatIsCutOffByTheEndIsNotFound() {
    assertThat(INDEX.in(Words.of("acute lymphoblastic"))).containsExactly("short", "middle");
    assertThat(INDEX.in(Words.of("b"))).isEmpty();
  }

  @Test
  void whatIsFoundStandsOnceAndInTheOrderInWhichItWasAdded() {
    assertThat(INDEX.in(Words.of("B-ALL, acute ALL, acute"))).containsExactly("short", "middle");
  }
}
