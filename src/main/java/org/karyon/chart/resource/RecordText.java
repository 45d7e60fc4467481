package org.karyon.chart.resource;

/**
 * How much text is read of a resource. What is read here is in any language, and is such that every
 * reader behind can take it apart in time.
 */
public final class RecordText {

  /** A resource whose texts are longer together is not read, and is named. */
  public static final int LONGEST = 100_000;

  /**
   * No script puts so many marks on one letter. Looking for the letter is repeated at each of them
   * wherever words are told apart, and they are put in order when accents are taken off.
   */
  private static final int MOST_MARKS = 16;

  private static final char FIRST_MARK = '\u0300';

  private RecordText() {}

  /**
   * Whether a text is writing: no letter of it carries a heap of marks.
   *
   * @param text a text
   * @return false where more than 16 combining marks follow each other
   */
  public static boolean isWriting(String text) {
    int marks = 0;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character < FIRST_MARK) {
        marks = 0;
        continue;
      }
      int code = text.codePointAt(index);
      marks = isMark(code) ? marks + 1 : 0;
      if (marks > MOST_MARKS) {
        return false;
      }
      index += Character.charCount(code) - 1;
    }
    return true;
  }

  private static boolean isMark(int code) {
    int type = Character.getType(code);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
