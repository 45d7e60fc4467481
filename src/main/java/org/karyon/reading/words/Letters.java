package org.karyon.reading.words;

import java.util.List;

/**
 * Looks at the characters of a text before a pattern is asked: most texts hold nothing that it
 * could match.
 */
public final class Letters {

  private static final int CASE = 'a' - 'A';

  private Letters() {}

  /**
   * Whether a text holds a word or a part of one, in any case.
   *
   * @param text the text
   * @param part in small letters, not empty
   * @return false only where a pattern that is blind to case would not find it either
   */
  public static boolean hold(String text, String part) {
    char first = part.charAt(0);
    int last = text.length() - part.length();
    for (int at = 0; at <= last; at++) {
      char letter = text.charAt(at);
      boolean begins =
          letter == first
              || letter == first - CASE
              // The Kelvin sign and the long s are letters of the alphabet for a pattern.
              || letter > 127;
      if (begins && text.regionMatches(true, at, part, 0, part.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word of a text begins with one of some words, in any case; they are small. */
  static boolean holdWord(String text, List<String> words) {
    boolean inWord = false;
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (!inWord && Character.isLetter(letter)) {
        for (String word : words) {
          if (text.regionMatches(true, at, word, 0, word.length())) {
            return true;
          }
        }
      }
      inWord = letter < 128 && (Character.isLetterOrDigit(letter) || letter == '_');
    }
    return false;
  }

  /** Whether a text holds one of some signs. */
  static boolean holdAny(String text, String signs) {
    for (int at = 0; at < text.length(); at++) {
      if (signs.indexOf(text.charAt(at)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text is of plain characters alone: letters, digits and signs of ASCII. */
  static boolean arePlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) > 126) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text holds a digit of ASCII. */
  static boolean holdDigit(String text) {
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character >= '0' && character <= '9') {
        return true;
      }
    }
    return false;
  }

  /** Whether the same sign of some stands four times in a row. */
  static boolean holdRun(String text, String signs, int least) {
    int run = 0;
    for (int at = 0; at < text.length(); at++) {
      run = signs.indexOf(text.charAt(at)) >= 0 ? run + 1 : 0;
      if (run >= least) {
        return true;
      }
    }
    return false;
  }
}
