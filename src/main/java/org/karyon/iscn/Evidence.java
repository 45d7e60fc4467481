package org.karyon.iscn;

/**
 * The part of the text a finding rests on.
 *
 * @param text the characters as they were given
 * @param start index of the first character in the given text
 * @param end index after the last character
 */
public record Evidence(String text, int start, int end) {

  static Evidence of(Span span, String text) {
    return new Evidence(span.of(text), span.start(), span.end());
  }
}
