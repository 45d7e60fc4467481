package org.karyon.reading.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{Nd}\\u2070-\\u2079\\u2370]+");
  private static final Pattern JOINT = Pattern.compile(" {1,20}|-|/|::|'| - |\\. ?|, ");

  static List<Atom> of(String sentence) {
    List<Atom> atoms = new ArrayList<>();
    Matcher matcher = RUN.matcher(sentence);
    int last = 0;
    String before = "";
    while (matcher.find()) {
      String between = sentence.substring(last, matcher.start());
      boolean joined = !atoms.isEmpty() && JOINT.matcher(between).matches();
      boolean comma = between.startsWith(",") && !Character.isDigit(before.charAt(0));
      boolean point = between.startsWith(".") && before.length() > 1;
      String text = matcher.group();
      atoms.add(
          new Atom(
              text,
              ReportText.folded(text),
              matcher.start(),
              matcher.end(),
              joined && !comma && !point));
      last = matcher.end();
      before = text;
    }
    return atoms;
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
