package org.karyon.reading.words;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plain text of a report: the escapes of HL7 v2 and HTML are resolved, exotic blanks, dashes
 * and quotes are made plain, and an answer among check boxes is the one that is ticked.
 */
final class ReportText {

  private static final Pattern LINE_BREAK =
      Pattern.compile(
          "\\\\\\.(?:br|sp|ce|sk|fi|nf|in|ti)[+\\d-]{0,4}\\\\?|\\\\X(?:0[AD]){1,4}\\\\|(?i:</?(?:br|p|div|tr|li|ul|ol|table|h\\d)\\s?/?>)|\\r"
              + "\\n"
              + "?|\\x0b|\\x0c|\\u2028|\\u2029");
  private static final Pattern TAB = Pattern.compile("\\\\X09\\\\|(?i:</?(?:td|th)\\s?/?>)|&#0?9;");
  private static final Pattern MARK_UP =
      Pattern.compile(
          "\\\\[HN]\\\\|(?i:</?(?:b|i|u|em|strong|span|font|pre|sub|body|html)\\s?/?>)");
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\[TSFRE]\\\\|&(?:lt|gt|amp|quot|apos|nbsp|le|ge|#\\d{2,4});");
  private static final Map<String, String> ESCAPES =
      Map.ofEntries(
          Map.entry("\\T\\", "&"),
          Map.entry("\\S\\", "^"),
          Map.entry("\\F\\", "|"),
          Map.entry("\\R\\", "~"),
          Map.entry("\\E\\", "\\"),
          Map.entry("&lt;", "<"),
          Map.entry("&gt;", ">"),
          Map.entry("&amp;", "&"),
          Map.entry("&quot;", "\""),
          Map.entry("&apos;", "'"),
          Map.entry("&nbsp;", " "),
          Map.entry("&le;", "<="),
          Map.entry("&ge;", ">="));
  private static final Pattern BULLET =
      Pattern.compile(
          "^[ \\t]*(?:[*\\u2022\\u00b7\\u25cf\\u25aa\\u25e6\\u2023>\\u25ba]+|-(?= )|\\d{1,2}[.)](?="
              + " ))[ \\t]*(?=\\S{2})");
  private static final Pattern RULE = Pattern.compile("[-_=*.]{4,}");

  private ReportText() {}

  /** The lines of a text, without escapes, bullets and rules. */
  static List<String> lines(String text) {
    return plain(text).lines().map(ReportText::line).toList();
  }

  /** The whole text without escapes. */
  static String plain(String text) {
    if (Letters.arePlain(text) && !Letters.holdAny(text, "\\<&\r\u000b\u000c")) {
      return text;
    }
    String broken = LINE_BREAK.matcher(text).replaceAll("\n");
    String tabbed = TAB.matcher(broken).replaceAll("\t");
    String unmarked = MARK_UP.matcher(tabbed).replaceAll("");
    String resolved = ESCAPE.matcher(unmarked).replaceAll(ReportText::resolved);
    StringBuilder plain = new StringBuilder(resolved.length());
    for (int index = 0; index < resolved.length(); index++) {
      append(plain, resolved.charAt(index));
    }
    return plain.toString();
  }

  private static String resolved(MatchResult escape) {
    String known = ESCAPES.get(escape.group());
    String text =
        known != null
            ? known
            : String.valueOf((char) Integer.parseInt(escape.group().replaceAll("[^0-9]", "")));
    return Matcher.quoteReplacement(text);
  }

  private static void append(StringBuilder plain, char character) {
    switch (character) {
      case '\u00a0', '\u2007', '\u2009', '\u202f', '\u2002', '\u2003', '\u3000' ->
          plain.append(' ');
      case '\u2212', '\u2013', '\u2014', '\u2011', '\u2010' -> plain.append('-');
      case '\u2018', '\u2019', '\u2032', '\u00b4' -> plain.append('\'');
      case '\u201c', '\u201d', '\u00ab', '\u00bb' -> plain.append('"');
      case '\u2264' -> plain.append("<=");
      case '\u2265' -> plain.append(">=");
      case '\u200b', '\u200c', '\u200d', '\ufeff', '\u00ad' -> {}
      default -> plain.append(character);
    }
  }

  private static String line(String line) {
    String ruled =
        Letters.holdRun(line, "-_=*.", 4) ? RULE.matcher(line).replaceAll(" ___ ") : line;
    if (!mayBegin(ruled)) {
      return CheckBoxes.ticked(ruled).stripTrailing();
    }
    Matcher bullet = BULLET.matcher(ruled);
    String said = bullet.lookingAt() ? ruled.substring(bullet.end()) : ruled;
    return CheckBoxes.ticked(said).stripTrailing();
  }

  /** Whether a line may begin with a bullet: letters never do. */
  private static boolean mayBegin(String line) {
    for (int at = 0; at < line.length(); at++) {
      char character = line.charAt(at);
      if (character != ' ' && character != '\t') {
        return !Character.isLetter(character);
      }
    }
    return false;
  }

  /** Small letters without accents; the length may change. */
  static String folded(String word) {
    String lower = word.toLowerCase(Locale.ROOT).replace("\u00df", "ss");
    for (int index = 0; index < lower.length(); index++) {
      if (lower.charAt(index) > 127) {
        return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
      }
    }
    return lower;
  }
}
