package org.karyon.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Recognises a client by the token it signed for this very call (CDS Hooks 2.0, Trusting CDS
 * Clients). The caller learns nothing of why a token was refused; the log names the reason, and the
 * client where its signature held.
 */
final class ClientAuthentication implements AuthenticationManagerResolver<HttpServletRequest> {

  private static final Logger LOG = LoggerFactory.getLogger(ClientAuthentication.class);

  private static final String SCOPE = "scope";

  /** Who is named in the log before a signature held. */
  private static final String NOBODY = "no known client";

  private final Clients clients;
  private final TokenRules rules;
  private final SeenTokens seen;
  private final ExternalAddress address;
  private final MeterRegistry meters;

  ClientAuthentication(
      Clients clients,
      TokenRules rules,
      SeenTokens seen,
      ExternalAddress address,
      MeterRegistry meters) {
    this.clients = clients;
    this.rules = rules;
    this.seen = seen;
    this.address = address;
    this.meters = meters;
  }

  @Override
  public AuthenticationManager resolve(HttpServletRequest request) {
    // A token for the FHIR API is for all of it and may be used until it expires, as clients of
    // SMART Backend Services do; a token for a hook is for one call.
    boolean api = FhirApiAccess.isFor(request);
    String audience = api ? address.fhirApi() : address.endpoint(request);
    return authentication ->
        authenticate(((BearerTokenAuthenticationToken) authentication).getToken(), audience, !api);
  }

  private Authentication authenticate(String token, String audience, boolean once) {
    SignedJWT parsed = parsed(token);
    JWTClaimsSet claims = claims(parsed);
    Client client =
        Optional.ofNullable(claims.getIssuer())
            .flatMap(clients::issuing)
            .orElseThrow(() -> refused(TokenRefusal.of("iss"), NOBODY));
    Jwt signed = signed(token, parsed.getHeader(), client);
    rules
        .refusal(claims, client, audience)
        .ifPresent(
            refusal -> {
              throw refused(refusal, client.name());
            });
    if (once && !isNew(claims, client)) {
      throw refused(TokenRefusal.of("jti"), client.name());
    }
    return new JwtAuthenticationToken(withKnownClaims(signed), List.of(), client.name());
  }

  /** Whatever else a token says is not looked at, by nobody behind this. */
  private static Jwt withKnownClaims(Jwt signed) {
    Jwt.Builder known =
        Jwt.withTokenValue(signed.getTokenValue())
            .header("alg", String.valueOf(signed.getHeaders().get("alg")))
            .issuer(String.valueOf(signed.getClaims().get("iss")));
    if (signed.getClaims().containsKey(SCOPE)) {
      known.claim(SCOPE, String.valueOf(signed.getClaims().get(SCOPE)));
    }
    return known.build();
  }

  private boolean isNew(JWTClaimsSet claims, Client client) {
    try {
      return seen.isNew(client.issuer(), claims.getJWTID(), rules.forgettable(claims));
    } catch (DataAccessException failure) {
      LOG.error("Used tokens cannot be looked up: {}", failure.getClass().getSimpleName());
      throw new TokensUnavailable();
    }
  }

  private SignedJWT parsed(String token) {
    try {
      SignedJWT parsed = SignedJWT.parse(token);
      // Extensions that must be understood are not understood here, and none may be announced.
      String header = parsed.getParsedParts()[0].decodeToString();
      if (JSONObjectUtils.parse(header).containsKey("crit")) {
        throw refused(TokenRefusal.of("crit"), NOBODY);
      }
      return parsed;
    } catch (ParseException | IllegalArgumentException | IllegalStateException notSigned) {
      throw refused(TokenRefusal.of("form"), NOBODY);
    }
  }

  /** What the token says, not to be believed before its signature was verified. */
  private JWTClaimsSet claims(SignedJWT token) {
    if (!JwtNumbers.areReadable(token.getPayload().toBytes())) {
      throw refused(TokenRefusal.of("form"), NOBODY);
    }
    try {
      return token.getJWTClaimsSet();
    } catch (ParseException | RuntimeException notClaims) {
      throw refused(TokenRefusal.of("form"), NOBODY);
    }
  }

  private Jwt signed(String token, JWSHeader header, Client client) {
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(client.signatures());
    decoder.setJwtValidator(unused -> OAuth2TokenValidatorResult.success());
    try {
      return decoder.decode(token);
    } catch (BadJwtException bad) {
      throw refused(refusal(header, client), NOBODY);
    } catch (JwtException noKeys) {
      LOG.warn("The key set of the client {} could not be had", client.name());
      throw refused(TokenRefusal.of("keys"), client.name());
    } catch (RuntimeException unreadable) {
      // The library reads some claims itself, and not every form of them.
      throw refused(TokenRefusal.of("form"), NOBODY);
    }
  }

  private static TokenRefusal refusal(JWSHeader header, Client client) {
    return JOSEObjectType.JWT.equals(header.getType())
        ? client.keys().refusal(header)
        : TokenRefusal.of("typ", "JWT", String.valueOf(header.getType()));
  }

  private InvalidBearerTokenException refused(TokenRefusal refusal, String client) {
    meters.counter("karyon.tokens.refused", "reason", refusal.reason()).increment();
    LOG.info(
        "A token of {} was refused: {}{}",
        client,
        refusal.reason(),
        refusal.details().isEmpty() ? "" : " (" + refusal.details() + ")");
    return new InvalidBearerTokenException("The token was refused");
  }
}
