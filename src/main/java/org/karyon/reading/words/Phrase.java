package org.karyon.reading.words;

import java.util.List;

/**
 * A part of a clause: a word, or a group of words that only tells how, where or how much.
 *
 * @param code its letter in the grammar; M for a modifier
 * @param tokens its words
 * @param modifier what it tells; none for a word
 */
record Phrase(char code, List<WordToken> tokens, Modifier modifier) {

  static Phrase of(WordToken token) {
    return new Phrase(token.code(), List.of(token), Modifier.NONE);
  }
}
