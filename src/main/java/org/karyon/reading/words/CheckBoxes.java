package org.karyon.reading.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads check boxes on a line: {@code [x] Detected [ ] Not detected} says "Detected". Where no box
 * is ticked, or a box may belong to the words on either side, the line says nothing.
 */
final class CheckBoxes {

  /** What stands for an answer that cannot be told; no word of a report looks like it. */
  static final String UNTOLD = "\u2370";

  private static final Pattern BOX =
      Pattern.compile(
          "(?<=^|[\\s:,;|/])(?:\\[[ _]?\\]|\\[[xX\\u2713\\u2714\\u221a]\\]|\\("
              + " ?\\)|\\([xX\\u2713\\u2714]\\)|[\\u2610\\u2611\\u2612\\u2713\\u2714\\u25a1\\u25a0\\u2b1c])(?=\\s|$|[A-Za-z])");

  /** Where another question with boxes of its own begins. */
  private static final Pattern PART =
      Pattern.compile("(?<=[.;|])\\s+|(?:\\s{2,}|\\t)(?=[^\\[\\]()\\u2610-\\u2612]{1,60}:\\s)");

  /** An answer before the first box is its label. */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)(?:detected|positiv[eo]?|negativ[eo]?|pos|neg|present|absent|yes|no|seen|found|nachweisbar|normal|abnormal)\\.?$");

  private static final Pattern LABEL_END = Pattern.compile("[.;|](?=\\s|$)");

  private CheckBoxes() {}

  private record Box(int start, int end, boolean ticked) {}

  private static boolean mayHoldBox(String line) {
    for (int at = 0; at < line.length(); at++) {
      char sign = line.charAt(at);
      if (sign == '[' || sign == '(' || sign >= '\u25a0') {
        return true;
      }
    }
    return false;
  }

  static String ticked(String line) {
    if (!mayHoldBox(line) || !BOX.matcher(line).find()) {
      return line;
    }
    StringBuilder ticked = new StringBuilder();
    for (String part : PART.split(line, -1)) {
      ticked.append(ticked.isEmpty() ? "" : " ").append(part(part));
    }
    return ticked.toString();
  }

  private static String part(String line) {
    List<Box> boxes = new ArrayList<>();
    Matcher matcher = BOX.matcher(line);
    while (matcher.find()) {
      boxes.add(new Box(matcher.start(), matcher.end(), isTicked(matcher.group())));
    }
    if (boxes.isEmpty()) {
      return line;
    }
    String before = line.substring(0, boxes.getFirst().start()).strip();
    String after = line.substring(boxes.getLast().end()).strip();
    boolean labelsFollow = !after.isEmpty() && !LABEL.matcher(before).find();
    if (!labelsFollow) {
      int colon = before.lastIndexOf(": ");
      return colon >= 0 && after.isEmpty()
          ? before.substring(0, colon + 1) + ' ' + labelBefore(line, boxes, colon + 2)
          : before + ' ' + UNTOLD;
    }
    StringBuilder said = new StringBuilder(before);
    StringBuilder behind = new StringBuilder();
    boolean any = false;
    for (int index = 0; index < boxes.size(); index++) {
      int next = index + 1 < boxes.size() ? boxes.get(index + 1).start() : line.length();
      String label = line.substring(boxes.get(index).end(), next);
      Matcher end = LABEL_END.matcher(label);
      // What stands behind the label belongs to no box.
      int length = end.find() ? end.start() : label.length();
      behind.append(label.substring(length));
      if (label.indexOf(':') >= 0) {
        // The next question stands on the same line; whose box it is cannot be told.
        return before + ' ' + UNTOLD;
      }
      if (boxes.get(index).ticked()) {
        said.append(any ? ", " : " ").append(label.substring(0, length).strip());
        any = true;
      }
    }
    return (any ? said : new StringBuilder(before + ' ' + UNTOLD)).append(behind).toString();
  }

  private static String labelBefore(String line, List<Box> boxes, int start) {
    int from = start;
    List<String> ticked = new ArrayList<>();
    for (Box box : boxes) {
      if (box.ticked()) {
        ticked.add(line.substring(Math.min(from, box.start()), box.start()).strip());
      }
      from = box.end();
    }
    return ticked.size() == 1 ? ticked.getFirst() : UNTOLD;
  }

  private static boolean isTicked(String box) {
    return box.matches(
        "[\\[(][xX\\u2713\\u2714\\u221a][\\])]|[\\u2611\\u2612\\u2713\\u2714\\u25a0]");
  }
}
