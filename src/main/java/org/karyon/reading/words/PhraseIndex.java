package org.karyon.reading.words;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds which of many phrases a text holds, whatever their number: the work grows with the words of
 * the text alone. Finds the same as {@link Words#contain(String)} for each phrase.
 *
 * @param <T> what a phrase stands for
 */
public final class PhraseIndex<T> {

  private final List<T> values = new ArrayList<>();
  private final Map<String, List<Integer>> byPhrase = new HashMap<>();
  private final Map<String, Integer> longestFrom = new HashMap<>();

  /**
   * Adds what is recognised by some phrases; the order in which it is added is that of the answers.
   */
  public void add(T value, Iterable<String> phrases) {
    int number = values.size();
    values.add(value);
    for (String phrase : phrases) {
      String normal = Words.normal(phrase);
      if (!normal.isEmpty()) {
        byPhrase.computeIfAbsent(normal, unused -> new ArrayList<>()).add(number);
        String[] words = normal.split(" ", -1);
        longestFrom.merge(words[0], words.length, Math::max);
      }
    }
  }

  /** What the text's phrases stand for, each once. */
  public Set<T> in(Words text) {
    BitSet found = found(text);
    Set<T> in = new LinkedHashSet<>();
    for (int number = found.nextSetBit(0); number >= 0; number = found.nextSetBit(number + 1)) {
      in.add(values.get(number));
    }
    return in;
  }

  private BitSet found(Words text) {
    String normal = text.text();
    BitSet found = new BitSet();
    int begin = 0;
    while (begin < normal.length()) {
      int end = endOfWord(normal, begin);
      int most = longestFrom.getOrDefault(normal.substring(begin, end), 0);
      int last = end;
      for (int words = 1; words <= most; words++) {
        byPhrase.getOrDefault(normal.substring(begin, last), List.of()).forEach(found::set);
        if (last == normal.length()) {
          break;
        }
        last = endOfWord(normal, last + 1);
      }
      begin = end + 1;
    }
    return found;
  }

  /** Whether the text holds any of the phrases. */
  public boolean isAnyIn(Words text) {
    return !found(text).isEmpty();
  }

  private static int endOfWord(String text, int from) {
    int end = text.indexOf(' ', from);
    return end < 0 ? text.length() : end;
  }
}
