package org.karyon.iscn.grammar;

import java.util.List;
import java.util.Locale;
import org.karyon.iscn.text.Cursor;
import org.karyon.iscn.text.TabSeparated;

/** Tells free text and statements of a missing result from misspelt karyotypes. */
final class Prose {

  private static final int SHORTEST_PROSE = 4;
  private static final int LONGEST_STATEMENT = 200;

  private static final List<String> NO_RESULT = remarks("no-result");
  private static final List<String> DENIALS = remarks("denial");

  private Prose() {}

  private static List<String> remarks(String kind) {
    return TabSeparated.rows("remarks.tsv", 2).stream()
        .filter(row -> row[0].equals(kind))
        .map(row -> row[1])
        .toList();
  }

  /** Whether a text is words rather than notation. */
  static boolean is(String text) {
    int letters = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      letters += Character.isLetter(c) ? 1 : 0;
      digits += Cursor.isDigit(c) ? 1 : 0;
      if (c == '(' && i + 1 < text.length() && Cursor.isDigit(text.charAt(i + 1))) {
        return false;
      }
    }
    return letters >= SHORTEST_PROSE && letters > 2 * digits;
  }

  /** Whether free text speaks of a donor, whose cells say nothing of the leukemia. */
  static boolean namesDonor(String words) {
    return words.toLowerCase(Locale.ROOT).contains("donor");
  }

  /** Whether words without their blanks open with a denial ("not seen", "absent"). */
  static boolean denies(String words) {
    String lower = words.strip().toLowerCase(Locale.ROOT);
    for (String denial : DENIALS) {
      if (lower.startsWith(denial)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text says that there is no result ("Fail", "No growth", "-9", blank). */
  static boolean saysNoResult(String text) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), LONGEST_STATEMENT); i++) {
      if (Character.isLetter(text.charAt(i))) {
        letters.append(text.charAt(i));
      }
    }
    String lower = letters.toString().toLowerCase(Locale.ROOT);
    if (lower.isEmpty()) {
      String stripped = text.strip();
      return stripped.isEmpty() || stripped.startsWith("-9");
    }
    for (String statement : NO_RESULT) {
      if (lower.length() <= 4 ? lower.equals(statement) : startsLike(lower, statement)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsLike(String lower, String statement) {
    return statement.length() > 3 && lower.startsWith(statement);
  }
}
