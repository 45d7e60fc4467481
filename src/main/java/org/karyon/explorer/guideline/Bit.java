package org.karyon.explorer.guideline;

/**
 * A few words of a cell.
 *
 * @param text the words
 * @param anchor the anchor they lead to; empty for none
 * @param code whether they are an id or a code
 */
public record Bit(String text, String anchor, boolean code) {

  static Bit words(String text) {
    return new Bit(text, "", false);
  }

  static Bit to(String text, String anchor) {
    return new Bit(text, anchor, false);
  }

  static Bit code(String text) {
    return new Bit(text, "", true);
  }
}
