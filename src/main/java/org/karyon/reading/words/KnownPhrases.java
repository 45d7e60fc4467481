package org.karyon.reading.words;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A vocabulary by which a short text is understood as a whole or not at all. */
public final class KnownPhrases {

  private final Map<String, Integer> longestFrom = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  /**
   * Prepares a vocabulary.
   *
   * @param phrases words and phrases, in any spelling that {@link Words} makes alike
   */
  public KnownPhrases(Collection<String> phrases) {
    for (String phrase : phrases) {
      String normal = Words.normal(phrase);
      if (!normal.isEmpty()) {
        known.add(normal);
        String[] words = normal.split(" ", -1);
        longestFrom.merge(words[0], words.length, Math::max);
      }
    }
  }

  /**
   * Whether every word of a text is part of a phrase of the vocabulary, or is a number.
   *
   * @param text the text
   * @return false where one word is not known
   */
  public boolean cover(Words text) {
    String[] words = text.text().split(" ", -1);
    int index = 0;
    while (index < words.length) {
      int length = lengthAt(words, index);
      if (length == 0) {
        return false;
      }
      index += length;
    }
    return true;
  }

  private int lengthAt(String[] words, int index) {
    int most = Math.min(longestFrom.getOrDefault(words[index], 0), words.length - index);
    for (int length = most; length > 0; length--) {
      if (known.contains(String.join(" ", List.of(words).subList(index, index + length)))) {
        return length;
      }
    }
    return isNumber(words[index]) ? 1 : 0;
  }

  private static boolean isNumber(String word) {
    return word.chars().allMatch(character -> character >= '0' && character <= '9');
  }
}
