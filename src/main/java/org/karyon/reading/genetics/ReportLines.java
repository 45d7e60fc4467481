package org.karyon.reading.genetics;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.karyon.reading.resources.CytogeneticNotation;
import org.karyon.reading.words.ReportLanguage;
import org.karyon.reading.words.Words;

/**
 * A report of several lines, parted into those in notation and those in words, because a slash or a
 * number in a sentence would be read as a clone. A karyotype opens a notation; its further lines,
 * and FISH or array results below it, belong to it, so that they are weighed together.
 *
 * @param before the words above the first notation
 * @param notations karyotypes, FISH and array results, each with the words on its line; the whole
 *     text where no line is recognised
 * @param after the other lines below it
 */
record ReportLines(List<String> before, List<String> notations, List<String> after) {

  private static final Pattern KARYOTYPE =
      Pattern.compile(
          "(?:^|[\\s:=;.(/])\\d{2}(?:[~-]\\d{2})?(?:<\\dn>)?\\s?,\\s?[XYxy][XYxy,\\[c/\\s]");

  private static final Pattern ARRAY = Pattern.compile("\\barr ?[\\[(]|\\bish [a-z]{1,4}\\(");
  private static final Pattern WORD = Pattern.compile("(?!idem|dmin)[A-Za-z]{4,}");
  private static final Pattern GOES_ON = Pattern.compile("^\\s*[+/-]|[,(\\[]");
  private static final Pattern LEFT_OPEN = Pattern.compile("[,/+;(-]\\s*$");

  static ReportLines of(String text, List<String> ofAnotherTime) {
    List<String> before = new ArrayList<>();
    List<String> notations = new ArrayList<>();
    List<String> after = new ArrayList<>();
    boolean inNotation = false;
    for (String line :
        ReportLanguage.plain(text).lines().filter(line -> !line.isBlank()).toList()) {
      boolean earlier = Words.of(line).containAny(ofAnotherTime);
      boolean further = inNotation && goesOn(line, notations.getLast());
      boolean opens = !earlier && !further && KARYOTYPE.matcher(line).find();
      boolean joins = !earlier && !opens && (further || isOther(line));
      if (opens || (joins && notations.isEmpty())) {
        notations.add(line);
      } else if (joins) {
        notations.add(notations.removeLast() + '\n' + line);
      } else {
        (notations.isEmpty() ? before : after).add(line);
      }
      inNotation = opens || joins;
    }
    return notations.isEmpty()
        ? new ReportLines(List.of(), List.of(text), List.of())
        : new ReportLines(before, notations, after);
  }

  private static boolean isOther(String line) {
    return CytogeneticNotation.isFish(line) || ARRAY.matcher(line).find();
  }

  private static boolean goesOn(String line, String before) {
    boolean carriedOver = GOES_ON.matcher(line).find() || LEFT_OPEN.matcher(before).find();
    return carriedOver && !WORD.matcher(line).find();
  }
}
