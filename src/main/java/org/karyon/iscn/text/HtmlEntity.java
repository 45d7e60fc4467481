package org.karyon.iscn.text;

/**
 * An HTML entity as it slips into karyotypes that passed through a web page.
 *
 * @param character the character meant
 * @param length the length of the entity, 0 where the text is no entity
 */
record HtmlEntity(char character, int length) {

  private static final HtmlEntity NONE = new HtmlEntity('&', 0);
  private static final int LONGEST = 8;

  private static final String[] NAMES = {
    "lt", "gt", "amp", "nbsp", "times", "minus", "rarr", "ndash", "mdash", "prime", "apos", "rsquo",
    "lsquo", "quot", "tilde", "sim", "plus", "shy", "sol", "comma", "semi", "lsqb", "rsqb"
  };
  private static final String CHARACTERS =
      "<>&\u00A0\u00D7\u2212\u2192\u2013\u2014\u2032'\u2019\u2018\"\u02DC\u223C+\u00AD/,;[]";

  static HtmlEntity at(String text, int index) {
    int end = Math.min(text.length(), index + LONGEST + 2);
    int semicolon = index + 1;
    while (semicolon < end && text.charAt(semicolon) != ';') {
      semicolon++;
    }
    if (semicolon >= end || semicolon == index + 1) {
      return NONE;
    }
    int length = semicolon + 1 - index;
    if (text.charAt(index + 1) == '#') {
      return numeric(text, index + 2, semicolon, length);
    }
    for (int i = 0; i < NAMES.length; i++) {
      if (NAMES[i].length() == length - 2
          && text.regionMatches(true, index + 1, NAMES[i], 0, length - 2)) {
        return new HtmlEntity(CHARACTERS.charAt(i), length);
      }
    }
    return NONE;
  }

  private static HtmlEntity numeric(String text, int from, int to, int length) {
    boolean hexadecimal = from < to && Character.toLowerCase(text.charAt(from)) == 'x';
    int radix = hexadecimal ? 16 : 10;
    int code = 0;
    for (int i = hexadecimal ? from + 1 : from; i < to; i++) {
      int digit = Character.digit(text.charAt(i), radix);
      if (digit < 0) {
        return NONE;
      }
      code = code * radix + digit;
    }
    return code > 0 && code <= Character.MAX_VALUE ? new HtmlEntity((char) code, length) : NONE;
  }
}
