package org.karyon.iscn;

import java.util.List;

/**
 * The part of the text a finding rests on.
 *
 * @param text the characters as they were given
 * @param start index of the first character in the given text
 * @param end index after the last character
 */
public record Evidence(String text, int start, int end) {

  /** The numbers of chromosomes with the sex chromosomes, which say what was examined. */
  static List<Evidence> heads(List<Clone> clones, String text) {
    return clones.stream()
        .limit(FeatureCalls.MOST_EVIDENCE)
        .map(clone -> of(clone.written().head(), text))
        .toList();
  }

  static Evidence of(Span span, String text) {
    return new Evidence(span.of(text), span.start(), span.end());
  }
}
