package org.karyon.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a client's token must say (CDS Hooks 2.0, Trusting CDS Clients): for whom it is, since when
 * and until when, for which organisation, and by which number it can be told from any other.
 *
 * @param clock tells the time
 * @param skew by how much a client's clock may differ
 * @param longestLife from {@code iat} to {@code exp}
 */
record TokenRules(Clock clock, Duration skew, Duration longestLife) {

  /** The {@code typ} of the header is required and fixed. */
  static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPE =
      new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT);

  private static final Pattern NUMBER = Pattern.compile("[\\x21-\\x7e]{1,255}");

  /**
   * Judges the claims of a token whose signature holds.
   *
   * @param claims the claims
   * @param client whose token it is, found by its issuer
   * @param endpoint the external URL that was called
   * @return why the token is refused, or empty; the reason is for the log and never for the caller
   */
  Optional<TokenRefusal> refusal(JWTClaimsSet claims, Client client, String endpoint) {
    return reason(claims, client, endpoint)
        .map(
            reason ->
                reason.equals("aud")
                    ? TokenRefusal.of(reason, endpoint, String.join(" ", audience(claims)))
                    : TokenRefusal.of(reason));
  }

  private Optional<String> reason(JWTClaimsSet claims, Client client, String endpoint) {
    Instant now = clock.instant();
    Optional<Instant> issued = time(claims.getIssueTime());
    Optional<Instant> expires = time(claims.getExpirationTime());
    Optional<Instant> notBefore = time(claims.getNotBeforeTime());
    if (!isFor(audience(claims), endpoint)) {
      return Optional.of("aud");
    }
    if (expires.isEmpty() || !now.isBefore(expires.get().plus(skew))) {
      return Optional.of("exp");
    }
    if (issued.isEmpty() || issued.get().isAfter(now.plus(skew))) {
      return Optional.of("iat");
    }
    if (Duration.between(issued.get(), expires.get()).compareTo(longestLife) > 0) {
      return Optional.of("life");
    }
    if (notBefore.isPresent() && notBefore.get().isAfter(now.plus(skew))) {
      return Optional.of("nbf");
    }
    if (claims.getJWTID() == null || !NUMBER.matcher(claims.getJWTID()).matches()) {
      return Optional.of("jti");
    }
    return client.serves(tenant(claims)) ? Optional.empty() : Optional.of("tenant");
  }

  /** The moment from which on a token with these claims is refused anyway. */
  Instant forgettable(JWTClaimsSet claims) {
    return time(claims.getExpirationTime()).orElse(clock.instant()).plus(skew);
  }

  /** A list may hold anything; what is no text is nobody's address. */
  private static List<String> audience(JWTClaimsSet claims) {
    return switch (claims.getClaim("aud")) {
      case String one -> List.of(one);
      case List<?> several ->
          several.stream().filter(String.class::isInstance).map(String.class::cast).toList();
      case null, default -> List.of();
    };
  }

  private static boolean isFor(List<String> audience, String endpoint) {
    return audience.stream().map(ExternalAddress::withoutSlash).anyMatch(endpoint::equals);
  }

  private static Optional<String> tenant(JWTClaimsSet claims) {
    try {
      return Optional.ofNullable(claims.getStringClaim("tenant"));
    } catch (ParseException notText) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> time(Date date) {
    return Optional.ofNullable(date).map(Date::toInstant);
  }
}
