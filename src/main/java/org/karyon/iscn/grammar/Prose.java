package org.karyon.iscn.grammar;

import java.util.Locale;
import org.karyon.iscn.text.Cursor;

/** Tells free text and statements of a missing result from misspelt karyotypes. */
final class Prose {

  private static final int SHORTEST_PROSE = 4;
  private static final int LONGEST_STATEMENT = 200;

  private static final String[] NO_RESULT = {
    "fail",
    "nogrowth",
    "noresult",
    "notdone",
    "notperformed",
    "notavailable",
    "notassessed",
    "notanalysed",
    "notanalyzed",
    "notknown",
    "notreported",
    "notinterpretable",
    "nometaphase",
    "nomitos",
    "nodivid",
    "nocell",
    "nosample",
    "nokaryotype",
    "nocytogenetic",
    "nd",
    "na",
    "none",
    "unknown",
    "unsuccessful",
    "unabletouse",
    "unable",
    "insufficient",
    "inadequate",
    "culturefail",
    "culturesfail",
    "culturefailure",
    "cytogeneticsfail",
    "karyotypefail",
    "karyotypenot",
    "pending",
    "blank",
    "missing",
    "null",
    "nil",
    "noanalysis",
    "poorgrowth",
    "poormorphology",
    "lowmitotic",
    "sampleclotted",
    "clotted",
    "noinformation",
    "cancelled",
    "rejected",
    "qns",
    "tofollow"
  };

  private static final String[] DENIALS = {
    "not", "wasnot", "isnot", "absent", "negative", "exclu", "pending", "suspect", "possib"
  };

  private Prose() {}

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
