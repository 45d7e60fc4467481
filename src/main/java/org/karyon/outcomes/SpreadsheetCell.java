package org.karyon.outcomes;

import java.util.regex.Pattern;

/** One cell of a table that a spreadsheet opens: text that is not ours must not run there. */
public final class SpreadsheetCell {

  /** What begins a formula, also behind blanks and in the wide forms of East Asian text. */
  private static final Pattern FORMULA =
      Pattern.compile(
          "(?s)[\\p{Z}\\p{Cc}\\p{Cf}]*+[=+\\-@\uff1d\uff0b\uff0d\uff20].*|[\\t\\r\\n].*");

  private SpreadsheetCell() {}

  /**
   * Makes a text harmless.
   *
   * @param text any text
   * @return the text, behind an apostrophe where it would run as a formula
   */
  public static String harmless(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }
}
