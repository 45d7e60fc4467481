package org.karyon.reading.response;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.karyon.reading.resources.Result;
import org.karyon.reading.resources.ResultValue;
import org.karyon.reading.words.Share;
import org.karyon.reading.words.Words;
import org.karyon.terminology.PhraseList;
import org.karyon.terminology.Terminology;

/**
 * Reads shares of residual cells, whatever their unit: percent, fraction, cells per million, powers
 * of ten, one cell in so many. A number whose unit does not say what it counts is not guessed, and
 * the international scale of BCR::ABL1 is no share of cells.
 */
final class ResidualAmounts {

  private static final String NUMBER = "\\d{1,9}(?:[.,]\\d{1,12})?";
  private static final String WHOLE =
      "(?<whole>1?0{0,1}\\s?(?:million|mio)|1(?:["
          + " ,.]?000)+|1(?:0{3,7})|10\\s?[*^]\\s?\\+?[3-7]|1e\\+?0?[3-7]|(?<=\\bin )\\d{4,9})";
  private static final String COMPARATOR =
      "(?<comparator><=?|>=?|\\b(?:less|lower|fewer)"
          + " than|\\bbelow|\\bunder|\\b(?:more|greater|higher) than|\\babove|\\bover|\\bat"
          + " least)?\\s*";
  private static final Pattern AMOUNT =
      Pattern.compile(
          COMPARATOR
              + "(?:(?<part>"
              + NUMBER
              + ")(?:\\s+[a-z{}+]+){0,6}\\s*(?:/|:|\\bin\\b|\\bper\\b|\\bout of\\b|\\bof\\b)\\s*"
              + WHOLE
              + "(?![\\d.])"
              + "|(?:(?<mantissa>"
              + NUMBER
              + ")\\s*[x*\u00d7\u00b7]\\s*10\\s*\\^?|10\\s*\\^|10(?=-[3-7](?![\\d.]|\\s*%)))\\s*(?<exponent>-\\s?\\d{1,2})(?<powered>\\s*%)?"
              + "|(?<scientific>"
              + NUMBER
              + ")e(?<short>[-+]?\\d{1,2})(?<shortPercent>\\s*%)?"
              + "|(?:(?<from>"
              + NUMBER
              + ")\\s*%?\\s*(?:-|\\bto\\b)\\s*)?(?<number>"
              + NUMBER
              + ")\\s*(?:%(?!istd)|percent\\b))");

  private static final Pattern TRANSCRIPT_SCALE =
      Pattern.compile("(?:.*%)?\\W*(?:is|istd|mr)\\W*(?:.*%)?");

  /** Written in capitals it is the international scale, in small letters a verb. */
  private static final Pattern INTERNATIONAL_SCALE = Pattern.compile("%\\s*[(\\[{]?IS\\b");

  /** How far before an amount a word of it may stand, with no other digit between them. */
  private static final int CLOSE = 24;

  /** What may stand between an amount and the word behind it. */
  private static final Pattern BESIDE = Pattern.compile("\\W{0,3}(?:assay )?");

  /** "greater than " stands before a digit, and nothing longer. */
  private static final int LONGEST_COMPARATOR = 16;

  /** Longer than the longest of these words with what may stand between them and an amount. */
  private static final int NEAR = 80;

  private static final Pattern POWER_UNIT = Pattern.compile("^(?:x|\u00d7)?10[*^]-(\\d{1,2})$");
  private static final Pattern PER_UNIT =
      Pattern.compile("(?:/|per)(?:\\{[a-z]*})?(?:10[*^]\\+?(?<power>\\d)|1(?<zeros>0{3,7}))");

  private ResidualAmounts() {}

  /** The share that a number with a unit states; a zero needs no unit. */
  static Optional<Share> of(Terminology terminology, ResultValue.Measured measured, String name) {
    String unit = plain(measured.unit()).replace(" ", "");
    BigDecimal number = measured.number();
    if (isTranscriptScale(unit)) {
      return Optional.empty();
    }
    if (number.signum() == 0 && !unit.contains("log")) {
      return Share.of(measured.comparator(), number);
    }
    if (unit.contains("log")) {
      boolean reduction =
          Words.of(unit + ' ' + name).containAny(terminology.phrases(PhraseList.REDUCTIONS));
      return logarithm(measured, reduction);
    }
    return shift(terminology.unit(unit).orElse(unit))
        .flatMap(places -> Share.of(measured.comparator(), number.movePointLeft(places)));
  }

  /** The share that a transcript level stands for: of its control gene, or of the standard. */
  static Optional<Share> transcript(Terminology terminology, Result result) {
    return result
        .number()
        .flatMap(
            measured -> {
              String unit = plain(measured.unit()).replace(" ", "");
              return isTranscriptScale(unit)
                  ? Share.of(measured.comparator(), measured.number().movePointLeft(2))
                  : of(terminology, measured, result.words());
            });
  }

  /** The international scale counts transcripts against a standard and no cells. */
  static boolean isTranscriptScale(String unit) {
    return unit.length() > 1 && TRANSCRIPT_SCALE.matcher(plain(unit).replace(" ", "")).matches();
  }

  private static Optional<Integer> shift(String unit) {
    if (unit.startsWith("%")) {
      return Optional.of(2);
    }
    if (unit.equals("1")) {
      return Optional.of(0);
    }
    Matcher power = POWER_UNIT.matcher(unit);
    if (power.matches()) {
      return Optional.of(Integer.parseInt(power.group(1)));
    }
    if (unit.contains("million") || unit.equals("ppm") || unit.equals("[ppm]")) {
      return Optional.of(6);
    }
    Matcher per = PER_UNIT.matcher(unit);
    if (!per.find()) {
      return Optional.empty();
    }
    return Optional.of(
        per.group("power") != null
            ? Integer.parseInt(per.group("power"))
            : per.group("zeros").length());
  }

  /**
   * A negative logarithm is the share itself, a reduction is counted from the diagnosis: the higher
   * the number, the deeper the response.
   */
  private static Optional<Share> logarithm(ResultValue.Measured measured, boolean reduction) {
    double exponent = measured.number().doubleValue();
    if (Math.abs(exponent) > 9 || (exponent >= 0 && !reduction)) {
      return Optional.empty();
    }
    BigDecimal share = BigDecimal.valueOf(Math.pow(10, -Math.abs(exponent)));
    boolean turned = exponent >= 0;
    return Share.of(
        turned
            ? measured.comparator().replace('<', '#').replace('>', '<').replace('#', '>')
            : measured.comparator(),
        share);
  }

  /** The shares down to which, as a text says, an assay can see: "sensitivity 0.01 %". */
  static List<Share> limits(Terminology terminology, String text) {
    String plain = plain(text);
    List<Share> limits = new ArrayList<>();
    Matcher matcher = AMOUNT.matcher(plain);
    int last = 0;
    for (int from = beforeDigit(plain, 0);
        from >= 0 && matcher.find(from);
        from = beforeDigit(plain, matcher.end())) {
      String before = plain.substring(Math.max(last, matcher.start() - NEAR), matcher.start());
      String after = plain.substring(matcher.end(), Math.min(plain.length(), matcher.end() + NEAR));
      last = matcher.end();
      boolean limit =
          standsBefore(terminology.anyOf(PhraseList.LIMITS_BEFORE_A_SHARE), before)
              || standsBehind(terminology.anyOf(PhraseList.LIMITS_AFTER_A_SHARE), after);
      if (limit && !standsBefore(terminology.anyOf(PhraseList.SHARES_OF_SOMETHING_ELSE), before)) {
        share(matcher).ifPresent(limits::add);
      }
    }
    return limits;
  }

  private static boolean standsBefore(Pattern words, String before) {
    int number = before.length();
    while (number > 0 && !isDigit(before.charAt(number - 1))) {
      number--;
    }
    Matcher matcher = words.matcher(before);
    for (int from = number; matcher.find(from); from = matcher.end()) {
      if (before.length() - matcher.end() <= CLOSE) {
        return true;
      }
    }
    return false;
  }

  private static boolean standsBehind(Pattern words, String after) {
    Matcher beside = BESIDE.matcher(after);
    Matcher matcher = words.matcher(after);
    return beside.lookingAt() && matcher.find() && matcher.start() <= beside.end();
  }

  private static boolean isDigit(char sign) {
    return sign >= '0' && sign <= '9';
  }

  /** Where an amount may begin whose first digit is the next one; below zero where none is left. */
  private static int beforeDigit(String plain, int from) {
    for (int at = from; at < plain.length(); at++) {
      if (isDigit(plain.charAt(at))) {
        return Math.max(from, at - LONGEST_COMPARATOR);
      }
    }
    return -1;
  }

  private static Optional<Share> share(Matcher matcher) {
    String comparator = comparator(matcher.group("comparator"));
    if (matcher.group("part") != null) {
      return number(matcher.group("part"))
          .map(part -> part.divide(whole(matcher.group("whole")), MathContext.DECIMAL64))
          .flatMap(share -> Share.of(comparator, share));
    }
    if (matcher.group("exponent") != null) {
      int exponent = Integer.parseInt(matcher.group("exponent").replace(" ", ""));
      return Optional.ofNullable(matcher.group("mantissa"))
          .map(ResidualAmounts::number)
          .orElse(Optional.of(BigDecimal.ONE))
          .map(mantissa -> mantissa.movePointRight(exponent))
          .map(share -> matcher.group("powered") == null ? share : share.movePointLeft(2))
          .flatMap(share -> Share.of(comparator, share));
    }
    if (matcher.group("scientific") != null) {
      int exponent = Integer.parseInt(matcher.group("short"));
      return number(matcher.group("scientific"))
          .map(mantissa -> mantissa.movePointRight(exponent))
          .map(share -> matcher.group("shortPercent") == null ? share : share.movePointLeft(2))
          .flatMap(share -> Share.of(comparator, share));
    }
    Optional<BigDecimal> most = number(matcher.group("number")).map(n -> n.movePointLeft(2));
    if (matcher.group("from") == null) {
      return most.flatMap(share -> Share.of(comparator, share));
    }
    return number(matcher.group("from"))
        .map(from -> from.movePointLeft(2))
        .flatMap(from -> most.flatMap(to -> Share.between(from, to)));
  }

  private static String comparator(@Nullable String words) {
    return switch (words == null ? "" : words.strip()) {
      case "<", "less than", "lower than", "fewer than", "below", "under" -> "<";
      case "<=" -> "<=";
      case ">", "more than", "greater than", "higher than", "above", "over" -> ">";
      case ">=", "at least" -> ">=";
      default -> "";
    };
  }

  /** "1,200" may be a thousand or a little more than one; "0,005" can only be a small share. */
  private static Optional<BigDecimal> number(String digits) {
    return digits.matches("[1-9]\\d{0,2},\\d{3}")
        ? Optional.empty()
        : Optional.of(new BigDecimal(digits.replace(',', '.')));
  }

  private static BigDecimal whole(String words) {
    if (words.contains("mi")) {
      return BigDecimal.TEN.pow(words.startsWith("10") ? 7 : 6);
    }
    Matcher power = Pattern.compile("(?:10\\s?[*^]\\s?\\+?|1e\\+?0?)([3-7])").matcher(words);
    return power.matches()
        ? BigDecimal.TEN.pow(Integer.parseInt(power.group(1)))
        : new BigDecimal(words.replaceAll("[ ,.]", ""));
  }

  private static boolean endsBlank(StringBuilder plain) {
    return !plain.isEmpty() && Character.isWhitespace(plain.charAt(plain.length() - 1));
  }

  /** Small letters, plain digits, plain signs, and one blank for many. */
  private static String plain(String text) {
    String scaled = INTERNATIONAL_SCALE.matcher(text).replaceAll("%istd");
    StringBuilder plain = new StringBuilder(scaled.length());
    boolean raised = false;
    for (int index = 0; index < scaled.length(); index++) {
      char character = scaled.charAt(index);
      if (Character.isWhitespace(character) && endsBlank(plain)) {
        continue;
      }
      int digit = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079".indexOf(character);
      boolean superscript = digit >= 0 || character == '\u207b' || character == '\u207a';
      if (superscript && !raised) {
        plain.append('^');
      }
      raised = superscript;
      plain.append(
          digit >= 0
              ? (char) ('0' + digit)
              : switch (character) {
                case '\u207b', '\u2212', '\u2013', '\u2011', '\u2010' -> '-';
                case '\u207a' -> '+';
                default -> character;
              });
    }
    return plain
        .toString()
        .replace("\u2264", "<=")
        .replace("\u2265", ">=")
        .toLowerCase(Locale.ROOT);
  }
}
