package org.karyon.reading.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The signs behind antigens as words: "CD19+, CD20-", "CD10(+)CD20(-)", "CD20 -ve". */
final class SignedAntigens {

  private static final Pattern SIGN =
      Pattern.compile(
          "(?<=[A-Za-z0-9])(?: ?\\(\\s?(?<in>[+-]{1,3}|\\+/-|-/\\+)\\s?\\)"
              + "| ?(?<part>\\+/-|-/\\+)"
              + "| ?(?<plus>\\+{1,3})(?:ve\\b)?"
              + "| ?(?<ve>-)ve\\b"
              + "|(?<minus>-)(?=$|[\\s,;.)/|]))");

  /** "CD19- and CD20-positive": the dash stands for the word behind the next one. */
  private static final Pattern ELLIPSIS = Pattern.compile("[A-Za-z0-9]{2}-[A-Za-z]{3}");

  private static final Pattern NEXT = Pattern.compile("\\s*(?:[A-Z]|[a-z]{1,3}CD)");

  private SignedAntigens() {}

  static String writtenOut(String report) {
    StringBuilder written = new StringBuilder();
    for (String line : report.replace('\u2212', '-').replace('\u2013', '-').split("\n", -1)) {
      written.append(written.isEmpty() ? "" : "\n").append(line(line));
    }
    return written.toString();
  }

  private static String line(String line) {
    if (!Letters.holdAny(line, "+-")) {
      return line;
    }
    boolean elliptic = ELLIPSIS.matcher(line).find();
    Matcher sign = SIGN.matcher(line);
    StringBuilder written = new StringBuilder();
    while (sign.find()) {
      boolean dash = sign.group("minus") != null;
      String said = dash && elliptic ? sign.group() : said(sign);
      boolean goesOn =
          !said.equals(sign.group())
              && NEXT.matcher(line).region(sign.end(), line.length()).lookingAt();
      sign.appendReplacement(written, Matcher.quoteReplacement(goesOn ? said + ", " : said));
    }
    return sign.appendTail(written).toString();
  }

  /** Once yes and once no is neither. */
  private static String said(Matcher sign) {
    String signs = sign.group();
    boolean yes = signs.indexOf('+') >= 0;
    if (signs.contains("-/+")) {
      return " ?";
    }
    return yes ? " positive" : " negative";
  }
}
