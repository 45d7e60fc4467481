package org.karyon.reading.words;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of letters and digits.
 *
 * @param text as written
 * @param folded in small letters, without accents
 * @param start where it begins
 * @param end where it ends
 * @param joined whether only a blank, a dash or another joint of one phrase stands before it
 */
record Atom(String text, String folded, int start, int end, boolean joined) {

  private static final int LONGEST_GAP = 20;

  static List<Atom> of(String sentence) {
    List<Atom> atoms = new ArrayList<>();
    int last = 0;
    String before = "";
    int at = 0;
    while (at < sentence.length()) {
      int start = skip(sentence, at, false);
      int end = skip(sentence, start, true);
      if (end == start) {
        break;
      }
      String text = sentence.substring(start, end);
      boolean joined =
          !atoms.isEmpty()
              && isJoint(sentence, last, start)
              && !(sentence.charAt(last) == ',' && !Character.isDigit(before.charAt(0)))
              && !(sentence.charAt(last) == '.' && before.length() > 1);
      atoms.add(new Atom(text, ReportText.folded(text), start, end, joined));
      last = end;
      at = end;
      before = text;
    }
    return atoms;
  }

  /** The first place from one on that stands in a run, or in none. */
  private static int skip(String sentence, int from, boolean inRun) {
    int at = from;
    while (at < sentence.length()) {
      int character = sentence.codePointAt(at);
      if (isOfRun(character) != inRun) {
        return at;
      }
      at += Character.charCount(character);
    }
    return at;
  }

  private static boolean isOfRun(int character) {
    return character < 128
        ? (character >= 'a' && character <= 'z')
            || (character >= 'A' && character <= 'Z')
            || (character >= '0' && character <= '9')
        : Character.isLetterOrDigit(character)
            || (character >= '\u2070' && character <= '\u2079')
            || character == CheckBoxes.UNTOLD.charAt(0);
  }

  /** Signs that stand between two words of one phrase. */
  private static boolean isJoint(String sentence, int from, int to) {
    char first = sentence.charAt(from);
    return switch (to - from) {
      case 1 -> " -/'.".indexOf(first) >= 0;
      case 2 -> {
        char second = sentence.charAt(from + 1);
        yield (first == ':' && second == ':')
            || ((first == '.' || first == ',' || first == ' ') && second == ' ');
      }
      default ->
          areBlanks(sentence, from, to)
              || (to - from == 3 && first == ' ' && sentence.startsWith("- ", from + 1));
    };
  }

  private static boolean areBlanks(String sentence, int from, int to) {
    for (int at = from; at < to; at++) {
      if (sentence.charAt(at) != ' ') {
        return false;
      }
    }
    return to - from <= LONGEST_GAP;
  }

  /** Whether it may be the symbol of a gene or antigen: capitals with a digit. */
  boolean isSymbol() {
    boolean digit = false;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character > 127 || Character.isLowerCase(character)) {
        return false;
      }
      digit |= Character.isDigit(character);
    }
    return digit && text.length() > 2 && Character.isLetter(text.charAt(0));
  }
}
