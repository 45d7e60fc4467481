package org.karyon.security;

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
    JWTClaimsSet claims = claims(token);
    Client client =
        Optional.ofNullable(claims.getIssuer())
            .flatMap(clients::issuing)
            .orElseThrow(() -> refused("iss", "no known client"));
    Jwt signed = signed(token, client);
    rules
        .refusal(claims, client, audience)
        .ifPresent(
            reason -> {
              throw refused(reason, client.name());
            });
    if (once && !isNew(claims, client)) {
      throw refused("jti", client.name());
    }
    return new JwtAuthenticationToken(signed, List.of(), client.name());
  }

  private boolean isNew(JWTClaimsSet claims, Client client) {
    try {
      return seen.isNew(client.issuer(), claims.getJWTID(), rules.forgettable(claims));
    } catch (DataAccessException failure) {
      LOG.error("Used tokens cannot be looked up: {}", failure.getClass().getSimpleName());
      throw new TokensUnavailable();
    }
  }

  /** What the token says, not to be believed before its signature was verified. */
  private JWTClaimsSet claims(String token) {
    try {
      return SignedJWT.parse(token).getJWTClaimsSet();
    } catch (ParseException | RuntimeException notSigned) {
      throw refused("form", "no known client");
    }
  }

  private Jwt signed(String token, Client client) {
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(client.signatures());
    decoder.setJwtValidator(unused -> OAuth2TokenValidatorResult.success());
    try {
      return decoder.decode(token);
    } catch (BadJwtException bad) {
      throw refused("signature", "no known client");
    } catch (JwtException noKeys) {
      LOG.warn("The key set of the client {} could not be had", client.name());
      throw refused("keys", client.name());
    }
  }

  private InvalidBearerTokenException refused(String reason, String client) {
    meters.counter("karyon.tokens.refused", "reason", reason).increment();
    LOG.info("A token of {} was refused: {}", client, reason);
    return new InvalidBearerTokenException("The token was refused");
  }
}
