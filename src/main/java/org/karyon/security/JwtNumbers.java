package org.karyon.security;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Looks at the numbers of a token before a library builds them: nobody has signed yet, and a number
 * of a few bytes can be one of millions of digits. Times are numbers of some 10 to 20 characters.
 */
final class JwtNumbers {

  private static final Pattern TOO_LARGE =
      Pattern.compile("[\\[:,]\\s*+-?+(?:[0-9.]{40}|[0-9][0-9.]*+[eE][-+]?+[0-9]{3})");

  private JwtNumbers() {}

  /** A text of the same form inside quotes is refused as well, which no claim needs. */
  static boolean areReadable(byte[] claims) {
    return !TOO_LARGE.matcher(new String(claims, StandardCharsets.UTF_8)).find();
  }
}
