package org.karyon.cards;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** Amounts as people write them: {@code 46.3 ×10³/µL}, {@code 1.1}, {@code 14,200}. */
final class ValueWords {

  private static final Pattern AMOUNT =
      Pattern.compile("^[<>\u2264\u2265=~ ]*\\d[\\d.,]*\\s*\\S.*");
  private static final Pattern POWER = Pattern.compile("10\\*(\\d{1,2})|10\\^(\\d{1,2})");
  private static final String SUPERSCRIPTS =
      "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
  private static final BigDecimal SEPARATED_FROM = new BigDecimal(10_000);

  private static final Pattern SHARE = Pattern.compile("%\\{([^}]*)}");
  private static final Pattern REMARK = Pattern.compile("\\{[^}]*}");
  private static final Pattern MICRO = Pattern.compile("\\bu(?=(?:L|l|mol|g|M|m)\\b)");
  private static final Pattern BEFORE_SLASH = Pattern.compile(" +/");
  private static final Pattern SPACES = Pattern.compile(" +");

  private ValueWords() {}

  /** The record's own value, with its UCUM unit as people write it. */
  static String of(String shows) {
    if (!AMOUNT.matcher(shows).matches()) {
      return shows.replace(" | ", ", ");
    }
    String unit =
        POWER
            .matcher(shows)
            .replaceAll(
                power ->
                    "\u00d710" + raised(power.group(1) == null ? power.group(2) : power.group(1)));
    String counted =
        unit.indexOf('{') < 0
            ? unit
            : REMARK.matcher(SHARE.matcher(unit).replaceAll("% $1")).replaceAll("");
    String plain = counted.replace("[IU]", "IU").replace("[iU]", "IU");
    String micro = MICRO.matcher(plain).replaceAll("\u00b5");
    return SPACES.matcher(BEFORE_SLASH.matcher(micro).replaceAll("/")).replaceAll(" ").strip();
  }

  private static String raised(String digits) {
    StringBuilder raised = new StringBuilder();
    digits.chars().forEach(digit -> raised.append(SUPERSCRIPTS.charAt(digit - '0')));
    return raised.toString();
  }

  /** A number without trailing zeros, with separated thousands from ten thousand on. */
  static String number(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return plain.scale() <= 0 && plain.abs().compareTo(SEPARATED_FROM) >= 0
        ? String.format(Locale.ENGLISH, "%,d", plain.toBigInteger())
        : plain.toPlainString();
  }
}
