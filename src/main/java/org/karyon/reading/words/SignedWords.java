package org.karyon.reading.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers that are written as a sign, and digits that are raised, as words and plain digits. */
final class SignedWords {

  private static final Pattern SUPERSCRIPT =
      Pattern.compile("[\\u207b\\u207a\\u2070\\u00b9\\u00b2\\u00b3\\u2074-\\u2079]+");

  private static final Pattern PH =
      Pattern.compile(
          "(?i)\\bph ?(?:\\((?<in>[+-])\\)|(?<sign>[+-])(?=$|[\\s.,;:)])|chromosome[ -])");

  private static final Pattern SIGNED_DISEASE =
      Pattern.compile("(?i)\\b(mrd)\\s?(?:\\(\\s?([+-])\\s?\\)|([+-])(?=\\s?(?:$|[.,;:)])))");

  /** "KMT2A (-)": a sign in brackets that ends an item is its answer. */
  private static final Pattern SIGNED_ITEM =
      Pattern.compile("(?<=[\\w)]) ?\\(\\s?([+-])\\s?\\)(?=\\s*(?:$|[,;.]))");

  private static final Pattern UNDETECTABLE = Pattern.compile("\\b[uU]-?MRD\\b");

  private SignedWords() {}

  /** "Ph+", "MRD-" and raised digits are written out. */
  static String writtenOut(String sentence) {
    boolean plain = Letters.arePlain(sentence);
    boolean ph = !plain || Letters.hold(sentence, "ph");
    boolean mrd = !plain || Letters.hold(sentence, "mrd");
    String level = plain ? sentence : level(sentence);
    String written = ph ? ph(level) : level;
    return signedItem(mrd ? signedDisease(written) : written);
  }

  private static String signedItem(String written) {
    return written.indexOf(')') < 0
        ? written
        : SIGNED_ITEM
            .matcher(written)
            .replaceAll(found -> found.group().contains("+") ? " positive" : " negative");
  }

  private static String level(String sentence) {
    return SUPERSCRIPT
        .matcher(sentence)
        .replaceAll(raised -> Matcher.quoteReplacement('^' + levelled(raised.group())));
  }

  private static String ph(String level) {
    return PH.matcher(level)
        .replaceAll(
            found -> {
              String sign = found.group();
              return sign.endsWith("+") || sign.endsWith("+)")
                  ? "ph positive "
                  : sign.endsWith("-)") || (sign.endsWith("-") && sign.length() < 5)
                      ? "ph negative "
                      : "ph ";
            });
  }

  private static String signedDisease(String written) {
    return SIGNED_DISEASE
        .matcher(UNDETECTABLE.matcher(written).replaceAll("MRD negative"))
        .replaceAll(found -> found.group().contains("+") ? "MRD positive" : "MRD negative");
  }

  private static String levelled(String raised) {
    StringBuilder level = new StringBuilder();
    for (int place = 0; place < raised.length(); place++) {
      char character = raised.charAt(place);
      int digit = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079".indexOf(character);
      level.append(digit >= 0 ? (char) ('0' + digit) : character == '\u207b' ? '-' : '+');
    }
    return level.toString();
  }
}
