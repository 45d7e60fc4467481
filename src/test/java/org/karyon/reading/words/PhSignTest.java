package org.karyon.reading.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The signs of the Ph chromosome, held against the two patterns that say what a sign is. */
class PhSignTest {

  private static final Pattern PLUS =
      Pattern.compile("\\bph ?\\+|\\bph[ -]?pos(?:itive)?\\b|\\bphiladelphia[ -]pos(?:itive)?\\b");
  private static final Pattern MINUS =
      Pattern.compile(
          "\\bph[ -]?neg(?:ative)?\\b|\\bph ?[-\\u2212\\u2013](?= |$|,|\\))"
              + "|\\bphiladelphia[ -]neg(?:ative)?\\b");
  private static final List<String> PIECES =
      List.of(
          "ph",
          "philadelphia",
          "pos",
          "positive",
          "neg",
          "+",
          "-",
          "\u2212",
          " ",
          ",",
          "a",
          "_",
          "4");

  @Test
  void aSignIsReadWhereverTheTwoPatternsFindOne() {
    List<String> texts = List.of("");
    int signs = 0;
    for (int length = 1; length <= 4; length++) {
      List<String> longer = new ArrayList<>();
      for (String text : texts) {
        for (String piece : PIECES) {
          longer.add(text + piece);
        }
      }
      texts = longer;
      for (String text : texts) {
        String plus = PLUS.matcher(text).replaceAll("ph chromosome positive ");
        String said = MINUS.matcher(plus).replaceAll("ph chromosome negative ");
        String expected = said.replaceAll("[^a-z0-9]+", " ").strip();
        assertThat(Words.normal(text)).as(text).isEqualTo(expected);
        signs += said.equals(text) ? 0 : 1;
      }
    }
    assertThat(signs).isGreaterThan(1_000);
  }
}
