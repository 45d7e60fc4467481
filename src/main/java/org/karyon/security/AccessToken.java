package org.karyon.security;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The token of {@code fhirAuthorization} (CDS Hooks 2.0, FHIR Resource Access). It lives for one
 * request and never shows itself in a text.
 *
 * @param value the token as it goes into the header
 */
public record AccessToken(String value) {

  /** RFC 6750, section 2.1; anything else could break out of the header it is sent in. */
  private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9\\-._~+/]{1,16384}={0,4}");

  /**
   * Takes a token that can be sent as it is.
   *
   * @param text what the client sent
   * @return the token, or empty when the text is none
   */
  public static Optional<AccessToken> of(String text) {
    return BEARER.matcher(text).matches() ? Optional.of(new AccessToken(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "AccessToken[hidden]";
  }
}
