package org.karyon.iscn;

/** A stretch [start, end) of the text as it was given. */
record Span(int start, int end) {

  String of(String text) {
    return text.substring(start, end);
  }
}
