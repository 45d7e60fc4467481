package org.karyon.iscn.text;

/**
 * Makes the signs of a text uniform: Unicode dashes, arrows, times signs and full-width forms, HTML
 * entities, tabs, line breaks and invisible characters. Letters keep their case.
 */
public final class TextNormaliser {

  private static final char DROPPED = '\0';

  private final String original;
  private final StringBuilder text;
  private final int[] starts;
  private final int[] ends;

  private TextNormaliser(String original) {
    this.original = original;
    // An arrow becomes two characters, so the result may be longer than the original.
    this.text = new StringBuilder(original.length() + 16);
    this.starts = new int[2 * original.length()];
    this.ends = new int[2 * original.length()];
  }

  public static SourceText normalise(String original) {
    return isPlain(original)
        ? SourceText.unchanged(original)
        : new TextNormaliser(original).normalised();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '&' || c == '\\' || c == '`' || c == '{' || c == '}') {
        return false;
      }
    }
    return true;
  }

  private SourceText normalised() {
    int i = 0;
    while (i < original.length()) {
      i = take(i);
    }
    return SourceText.mapped(text.toString(), starts, ends);
  }

  private int take(int i) {
    char c = original.charAt(i);
    if (c == '&') {
      HtmlEntity entity = HtmlEntity.at(original, i);
      if (entity.length() > 0) {
        keep(uniform(entity.character()), i, i + entity.length());
        return i + entity.length();
      }
    }
    if (c == '\\' && i + 1 < original.length() && "nrt".indexOf(original.charAt(i + 1)) >= 0) {
      keep(' ', i, i + 2);
      return i + 2;
    }
    keep(uniform(c), i, i + 1);
    return i + 1;
  }

  private void keep(char c, int start, int end) {
    if (c == DROPPED) {
      return;
    }
    if (c == '\u2192') {
      append('-', start, end);
      append('>', start, end);
      return;
    }
    append(c, start, end);
  }

  private void append(char c, int start, int end) {
    starts[text.length()] = start;
    ends[text.length()] = end;
    text.append(c);
  }

  private static char uniform(char c) {
    if (c < 0x80) {
      return uniformAscii(c);
    }
    if (c >= 0xFF01 && c <= 0xFF5E) {
      return (char) (c - 0xFEE0);
    }
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      return ' ';
    }
    return uniformSign(c);
  }

  private static char uniformAscii(char c) {
    return switch (c) {
      case '`' -> '\'';
      case '{' -> '[';
      case '}' -> ']';
      case 0x7F -> DROPPED;
      default -> c < ' ' ? ' ' : c;
    };
  }

  private static char uniformSign(char c) {
    return switch (c) {
      case '\u00D7', '\u2715', '\u2716', '\u2A2F' -> 'x';
      case '\u2212', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\uFE63' -> '-';
      case '\u223C', '\u02DC', '\u301C', '\u2053', '\u224B' -> '~';
      case '\u2190', '\u2192', '\u2794', '\u279D', '\u21D2', '\u27F6' -> '\u2192';
      case '\u2032', '\u2018', '\u2019', '\u00B4', '\u02B9', '\u02BC', '\u2035' -> '\'';
      case '\u2044', '\u2215' -> '/';
      case '\u2236', '\u02D0' -> ':';
      case '\u037E' -> ';';
      case '\u201A', '\u060C', '\u3001' -> ',';
      case '\u00BF' -> '?';
      case '\u03A7', '\u0425' -> 'X';
      case '\u03C7', '\u0445' -> 'x';
      case '\u03A5', '\u0423', '\u04AE' -> 'Y';
      case '\u3010', '\u27E6' -> '[';
      case '\u3011', '\u27E7' -> ']';
      case '\u00AD', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u2060', '\uFEFF' ->
          DROPPED;
      default -> c;
    };
  }
}
