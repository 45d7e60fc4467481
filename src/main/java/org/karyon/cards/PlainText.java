package org.karyon.cards;

/**
 * Text of the record as a person may see it on one line: without line breaks, without characters
 * that are invisible or turn the direction of writing, and without towers of accents.
 */
final class PlainText {

  private static final String INVISIBLE =
      "[\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164"
          + "\\uFE00-\\uFE0F\\uFFA0\\uFFFC\\x{E0100}-\\x{E01EF}]";

  private PlainText() {}

  static String of(String raw) {
    return raw.replaceAll("[\\p{Cc}\\p{Z}]+", " ")
        .replaceAll(INVISIBLE, "")
        .replaceAll("(\\p{M}{2})\\p{M}+", "$1")
        .replaceAll(" +", " ")
        .strip();
  }

  /**
   * The same with tags and addresses broken by a blank, so that also a client that reads more than
   * Markdown finds neither HTML nor a link in it.
   */
  static String harmless(String raw) {
    return of(raw)
        .replaceAll("<(?=[A-Za-z/!?])", "< ")
        .replaceAll("\\](?=[(\\[])", "] ")
        .replaceAll("://", ": //")
        .replaceAll("(?i)\\bwww\\.", "www .");
  }

  /** The same, cut where it is longer; never inside a character. */
  static String of(String raw, int longest) {
    return cut(of(raw), longest);
  }

  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end).strip() + "\u2026";
  }
}
