package org.karyon.reading.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the amount that begins at a place of a text: "0.3 %", "2 of 200", "3x10^-4", "<0,01%". */
final class AmountReader {

  private static final String NUMBER = "\\d{1,9}(?:[.,]\\d{1,12})?";
  private static final String GROUPED = "\\d{1,3}(?:[ ,.']\\d{3}){1,4}(?![\\d.,]\\d)";
  private static final String COMPARATOR = "(?<comparator><=?|>=?|=<|=>)?\\s?";
  private static final String PERCENT =
      "\\s?(?:%|percent\\b|pct\\b|prozent\\b|pour cent\\b|por ciento\\b)";
  private static final String MILLION = "(?:one |1 |1,?0?)?(?:million|mio)\\b|10\\s?million\\b";
  private static final String POWER_OF_TEN = "(?:1 ?x ?)?10\\s?[*^]\\s?\\+?[3-7]|1e\\+?0?[3-7]";
  private static final String WORDS_BETWEEN = "(?:\\s[a-z{}+-]{1,20}){0,5}";

  private static final Pattern AMOUNT =
      Pattern.compile(
          COMPARATOR
              + "(?:(?<from>"
              + NUMBER
              + ")\\s?%?\\s?(?:-|to\\b|bis\\b)\\s?(?<to>"
              + NUMBER
              + ")"
              + PERCENT
              + "|(?:(?<mantissa>"
              + NUMBER
              + ")\\s?[x*\\u00d7\\u00b7]\\s?10\\s?\\^?|10\\s?\\^\\s?|10(?=-[3-7](?![\\d.]|\\s?%)))(?<exponent>-\\s?\\d{1,2})(?<powered>\\s?%)?"
              + "|(?<scientific>"
              + NUMBER
              + ")e(?<short>[-+]\\d{1,2})(?<shortPercent>\\s?%)?"
              + "|(?<percent>"
              + NUMBER
              + ")"
              + PERCENT
              + "|(?<part>"
              + GROUPED
              + "|"
              + NUMBER
              + ")(?:\\s?/\\s?|\\s?:\\s?(?=1)|"
              + WORDS_BETWEEN
              + "\\s(?:out of(?: the)?|of(?:"
              + " the)?|in|per|von|sur|de|aus)\\s|(?=\\s(?:residual|clonal|leukemic)?\\s?cells/)\\s?[a-z"
              + " ]{1,20}/\\s?)(?<whole>"
              + MILLION
              + "|"
              + POWER_OF_TEN
              + "|"
              + GROUPED
              + "|\\d{2,9})(?![\\d%.]\\d|\\s?%|/\\d)"
              + "|(?<count>"
              + GROUPED
              + "|"
              + NUMBER
              + "))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern INTERNATIONAL_SCALE = Pattern.compile("\\s?[(\\[{]?IS\\b[)\\]}]?");
  private static final Pattern AMBIGUOUS = Pattern.compile("[1-9]\\d{0,2},\\d{3}");
  private static final Pattern PARTED = Pattern.compile("\\d{1,3}(?:[ ,.']\\d{3})+");
  private static final Pattern NUMBER_BREAK = Pattern.compile("[ ,.']");
  private static final Pattern EXPONENT =
      Pattern.compile("(?i)(?:(?:1 ?x ?)?10\\s?[*^]\\s?\\+?|1e\\+?0?)([3-7])");

  private AmountReader() {}

  /** An amount with the place behind it. */
  record Found(WordedAmount amount, int end) {}

  /** The amount that begins at an index; empty where none does, or it may mean two things. */
  static Optional<Found> at(String text, int start) {
    Matcher matcher = AMOUNT.matcher(text).region(start, Math.min(text.length(), start + 120));
    matcher.useTransparentBounds(true).useAnchoringBounds(false);
    if (!matcher.lookingAt() || isInsideWord(text, matcher.end())) {
      return Optional.empty();
    }
    Matcher scale = INTERNATIONAL_SCALE.matcher(text).region(matcher.end(), text.length());
    boolean international = matcher.group().endsWith("%") && scale.lookingAt();
    return read(matcher, international)
        .map(amount -> new Found(amount, international ? scale.end() : matcher.end()));
  }

  private static boolean isInsideWord(String text, int end) {
    return end < text.length()
        && Character.isLetter(text.charAt(end))
        && Character.isDigit(text.charAt(end - 1));
  }

  private static Optional<WordedAmount> read(Matcher matcher, boolean international) {
    String comparator = comparator(matcher.group("comparator"));
    if (matcher.group("from") != null) {
      Optional<BigDecimal> from = number(matcher.group("from"));
      Optional<BigDecimal> to = number(matcher.group("to"));
      return from.flatMap(
          one ->
              to.flatMap(two -> Share.between(one.movePointLeft(2), two.movePointLeft(2)))
                  .map(s -> amount(WordedAmount.Form.PERCENT, s, one, international)));
    }
    if (matcher.group("exponent") != null) {
      int exponent = Integer.parseInt(matcher.group("exponent").replace(" ", ""));
      int places = matcher.group("powered") == null ? exponent : exponent - 2;
      return Optional.ofNullable(matcher.group("mantissa"))
          .map(AmountReader::number)
          .orElse(Optional.of(BigDecimal.ONE))
          .flatMap(mantissa -> power(comparator, mantissa.movePointRight(places)));
    }
    if (matcher.group("scientific") != null) {
      int exponent = Integer.parseInt(matcher.group("short"));
      int places = matcher.group("shortPercent") == null ? exponent : exponent - 2;
      return number(matcher.group("scientific"))
          .flatMap(mantissa -> power(comparator, mantissa.movePointRight(places)));
    }
    if (matcher.group("percent") != null) {
      return number(matcher.group("percent"))
          .flatMap(
              n ->
                  Share.of(comparator, n.movePointLeft(2))
                      .map(s -> amount(WordedAmount.Form.PERCENT, s, n, international)));
    }
    if (matcher.group("part") != null) {
      return part(comparator, matcher.group("part"), matcher.group("whole"));
    }
    return Optional.of(
        new WordedAmount(
            WordedAmount.Form.COUNT,
            Optional.empty(),
            whole(matcher.group("count")),
            Optional.empty(),
            false));
  }

  private static WordedAmount amount(
      WordedAmount.Form form, Share share, BigDecimal number, boolean international) {
    return new WordedAmount(form, Optional.of(share), number, Optional.empty(), international);
  }

  private static Optional<WordedAmount> power(String comparator, BigDecimal share) {
    return Share.of(comparator, share).map(s -> amount(WordedAmount.Form.POWER, s, share, false));
  }

  private static Optional<WordedAmount> part(String comparator, String written, String of) {
    BigDecimal part = whole(written);
    BigDecimal whole = denominator(of);
    boolean unclear = AMBIGUOUS.matcher(written).matches() && !of.contains(",");
    if (whole.signum() == 0 || unclear) {
      return Optional.empty();
    }
    return Share.of(comparator, part.divide(whole, MathContext.DECIMAL64))
        .map(
            s ->
                new WordedAmount(
                    WordedAmount.Form.PART, Optional.of(s), part, Optional.of(whole), false));
  }

  private static BigDecimal denominator(String words) {
    if (words.toLowerCase(java.util.Locale.ROOT).contains("mi")) {
      return BigDecimal.TEN.pow(words.startsWith("10") ? 7 : 6);
    }
    Matcher power = EXPONENT.matcher(words);
    return power.matches() ? BigDecimal.TEN.pow(Integer.parseInt(power.group(1))) : whole(words);
  }

  private static String comparator(@Nullable String written) {
    return switch (written == null ? "" : written) {
      case "=<" -> "<=";
      case "=>" -> ">=";
      case String other -> other;
    };
  }

  /** "1,200" may be a thousand or a little more than one; "0,005" can only be a small share. */
  private static Optional<BigDecimal> number(String digits) {
    return AMBIGUOUS.matcher(digits).matches()
        ? Optional.empty()
        : Optional.of(new BigDecimal(digits.replace(',', '.')));
  }

  /** A number of cells: marks between groups of three digits are no decimal points. */
  private static BigDecimal whole(String digits) {
    return PARTED.matcher(digits).matches()
        ? new BigDecimal(NUMBER_BREAK.matcher(digits).replaceAll(""))
        : new BigDecimal(digits.replace(',', '.'));
  }
}
