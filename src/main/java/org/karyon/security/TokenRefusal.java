package org.karyon.security;

/**
 * Why a token is refused, for the log and the metrics and never for the caller.
 *
 * @param reason the claim or part of the header that is wrong
 * @param details what was expected and received; empty when there is nothing to compare
 */
record TokenRefusal(String reason, String details) {

  private static final int LONGEST = 300;

  static TokenRefusal of(String reason) {
    return new TokenRefusal(reason, "");
  }

  /** What was received comes from outside; only visible characters of it are shown. */
  static TokenRefusal of(String reason, String expected, String received) {
    String visible = received.replaceAll("[^\\x21-\\x7e]", "?");
    return new TokenRefusal(
        reason,
        "expected %s, received %s"
            .formatted(
                expected,
                visible.isEmpty()
                    ? "none"
                    : visible.substring(0, Math.min(LONGEST, visible.length()))));
  }
}
