package org.karyon.reading.resources;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a text that is a number with an optional comparator and unit; a decimal comma counts as a
 * point. A range, a list and a number that goes on are none: no part of a number is read as one.
 */
final class NumberText {

  private static final Pattern NUMBER =
      Pattern.compile(
          "\\s*(?<comparator><=?|>=?|\u2264|\u2265)?\\s*(?<number>\\d{1,12}+(?:[.,]\\d{1,12}+)?+)"
              + "(?:\\s*[x\u00d7*]\\s*10\\^?(?<exponent>[-+\u2212]\\d{1,2})|[eE](?<short>[-+]\\d{1,2}))?"
              + "\\s*(?![-\u2212\u2013]\\s?\\d)(?<unit>(?:10(?=[*^]\\d)|[^\\d\\s.,;])[^;,]{0,30})?\\s*");

  private NumberText() {}

  static Optional<ResultValue.Measured> read(String text) {
    Matcher matcher = NUMBER.matcher(text);
    // "1,200" may be a thousand or a little more than one.
    if (text.length() > 80
        || !matcher.matches()
        || matcher.group("number").matches("[1-9]\\d{0,2},\\d{3}")) {
      return Optional.empty();
    }
    String exponent =
        Optional.ofNullable(matcher.group("exponent"))
            .or(() -> Optional.ofNullable(matcher.group("short")))
            .orElse("0")
            .replace('\u2212', '-');
    BigDecimal number =
        new BigDecimal(matcher.group("number").replace(',', '.'))
            .movePointRight(Integer.parseInt(exponent));
    String comparator =
        Optional.ofNullable(matcher.group("comparator"))
            .orElse("")
            .replace("\u2264", "<=")
            .replace("\u2265", ">=");
    String unit = Optional.ofNullable(matcher.group("unit")).orElse("").strip();
    return Optional.of(new ResultValue.Measured(comparator, number, unit));
  }
}
