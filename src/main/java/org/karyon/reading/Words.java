package org.karyon.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Compares the words of a record: case, punctuation and the many ways to write a fusion do not
 * matter.
 */
final class Words {

  private final String padded;

  private Words(String normal) {
    this.padded = ' ' + normal + ' ';
  }

  static Words of(String text) {
    return new Words(normal(text));
  }

  /**
   * Small letters and digits, everything else a blank; "Ph+" and "Ph-" keep their sign as a word.
   */
  static String normal(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String signed =
        lower
            .replaceAll("\\bph ?\\+", "ph chromosome positive ")
            .replaceAll("\\bph[ -]?pos(itive)?\\b", "ph chromosome positive ")
            .replaceAll("\\bph[ -]?neg(ative)?\\b", "ph chromosome negative ")
            .replaceAll("\\bph ?[-\u2212\u2013](?= |$|,|\\))", "ph chromosome negative ");
    return Arrays.stream(signed.split("[^a-z0-9]+"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  boolean contain(String phrase) {
    return padded.contains(' ' + normal(phrase) + ' ');
  }

  boolean containAny(List<String> phrases) {
    return phrases.stream().anyMatch(this::contain);
  }

  /** The longest of the phrases that occurs, counted in words; zero when none does. */
  int longest(List<String> phrases) {
    return phrases.stream()
        .filter(this::contain)
        .mapToInt(phrase -> normal(phrase).split(" ").length)
        .max()
        .orElse(0);
  }
}
