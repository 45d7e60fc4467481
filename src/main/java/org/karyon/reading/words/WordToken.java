package org.karyon.reading.words;

import java.util.Optional;
import org.karyon.guideline.WordClass;

/**
 * A word, phrase, number or sign of a sentence.
 *
 * @param code what it does in the grammar, one letter of {@link Grammar}
 * @param wordClass the list it stands in; empty for names, numbers and signs
 * @param text its words, small and without signs
 * @param amount its number; empty for words
 * @param start where it begins in the sentence
 * @param end where it ends
 */
record WordToken(
    char code,
    Optional<WordClass> wordClass,
    String text,
    Optional<WordedAmount> amount,
    int start,
    int end) {

  static WordToken sign(char code, int start) {
    return new WordToken(code, Optional.empty(), "", Optional.empty(), start, start + 1);
  }

  boolean is(WordClass wanted) {
    return wordClass.isPresent() && wordClass.get() == wanted;
  }
}
