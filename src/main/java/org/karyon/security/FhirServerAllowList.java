package org.karyon.security;

import java.util.List;
import java.util.Optional;

/**
 * The FHIR servers that may be asked on behalf of one caller. A {@code fhirServer} that is not on
 * it is never contacted, because a request could otherwise aim Karyon at any address it can reach.
 *
 * @param bases the allowed base URLs; a server matches by exact origin and whole path segments
 * @param withoutToken those of them that may be read without a token, such as an open sandbox
 * @param peculiarities in what they differ from the standard
 */
public record FhirServerAllowList(
    List<FhirBaseUrl> bases, List<FhirBaseUrl> withoutToken, FhirPeculiarities peculiarities) {

  /** No server at all. */
  public static final FhirServerAllowList NONE =
      new FhirServerAllowList(List.of(), List.of(), FhirPeculiarities.NONE);

  /** Copies the lists. */
  public FhirServerAllowList {
    bases = List.copyOf(bases);
    withoutToken = List.copyOf(withoutToken);
  }

  /**
   * Reads a configured base URL.
   *
   * @param setting the setting it comes from, for the message
   * @param url the base URL
   * @param httpAllowed whether a base may be plain http
   * @return the base
   * @throws IllegalArgumentException when it cannot be used, with the setting and the reason
   */
  public static FhirBaseUrl base(String setting, String url, boolean httpAllowed) {
    try {
      FhirBaseUrl base = FhirBaseUrl.of(url);
      if (!base.scheme().equals("https") && !httpAllowed) {
        throw new IllegalArgumentException(
            "plain http carries tokens readably; use https, or karyon.security.http-allowed=true"
                + " for a test");
      }
      return base;
    } catch (IllegalArgumentException unusable) {
      throw new IllegalArgumentException(
          "%s: '%s' cannot be used: %s".formatted(setting, url, unusable.getMessage()), unusable);
    }
  }

  /**
   * Looks a requested server up.
   *
   * @param fhirServer the {@code fhirServer} of a request
   * @return its base in normal form, or empty when it is not allowed or not a base URL
   */
  public Optional<FhirBaseUrl> allowed(String fhirServer) {
    try {
      FhirBaseUrl asked = FhirBaseUrl.of(fhirServer);
      return bases.stream().anyMatch(base -> base.covers(asked))
          ? Optional.of(asked)
          : Optional.empty();
    } catch (IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  /**
   * Whether a server may be read without a token.
   *
   * @param base a server in normal form
   * @return false unless that is configured
   */
  public boolean opensWithoutToken(FhirBaseUrl base) {
    return withoutToken.stream().anyMatch(open -> open.covers(base));
  }
}
