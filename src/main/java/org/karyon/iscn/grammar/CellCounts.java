package org.karyon.iscn.grammar;

import java.util.OptionalInt;
import org.karyon.iscn.model.CellCount;
import org.karyon.iscn.text.Cursor;

/** Reads the content of square brackets: {@code 20}, {@code cp7}, {@code ?20}, {@code 6/30%}. */
final class CellCounts {

  /** No laboratory analyses so many metaphases; a larger number is a slip or no number at all. */
  private static final int MOST_METAPHASES = 1000;

  private CellCounts() {}

  /** The metaphases; a bare percentage gives none. */
  static CellCount read(String content) {
    int i = 0;
    boolean composite = content.regionMatches(true, 0, "cp", 0, 2);
    if (composite) {
      i = 2;
    }
    while (i < content.length() && "?~<> ".indexOf(content.charAt(i)) >= 0) {
      i++;
    }
    int from = i;
    int number = 0;
    while (i < content.length() && Cursor.isDigit(content.charAt(i))) {
      number = Math.min(MOST_METAPHASES + 1, number * 10 + (content.charAt(i) - '0'));
      i++;
    }
    boolean percentage = i < content.length() && "%.:".indexOf(content.charAt(i)) >= 0;
    OptionalInt metaphases = i > from && !percentage ? OptionalInt.of(number) : OptionalInt.empty();
    return new CellCount(metaphases, composite, number > MOST_METAPHASES);
  }
}
