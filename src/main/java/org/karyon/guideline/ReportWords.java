package org.karyon.guideline;

import java.util.List;
import java.util.Map;

/**
 * The words of laboratory reports that are understood, by what they do in a sentence.
 *
 * @param phrases every class with its phrases, in the order of the file
 */
public record ReportWords(Map<WordClass, List<String>> phrases) {

  /** The phrases of a class; every class has some. */
  public List<String> of(WordClass wordClass) {
    return phrases.getOrDefault(wordClass, List.of());
  }
}
