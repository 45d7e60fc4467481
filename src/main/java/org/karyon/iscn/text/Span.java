package org.karyon.iscn.text;

/** A stretch [start, end) of the text as it was given. */
public record Span(int start, int end) {

  public String of(String text) {
    return text.substring(start, end);
  }
}
