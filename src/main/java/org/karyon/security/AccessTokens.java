package org.karyon.security;

import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OAuth2IntrospectionException;

/**
 * Accepts the access tokens of the site's authorization servers on the FHIR API; any other token,
 * and every token for a hook, is one that a client signed itself.
 */
final class AccessTokens implements AuthenticationManagerResolver<HttpServletRequest> {

  private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);

  private final AuthorizationServers servers;
  private final AuthenticationManagerResolver<HttpServletRequest> signedByClients;

  AccessTokens(
      AuthorizationServers servers,
      AuthenticationManagerResolver<HttpServletRequest> signedByClients) {
    this.servers = servers;
    this.signedByClients = signedByClients;
  }

  @Override
  public AuthenticationManager resolve(HttpServletRequest request) {
    AuthenticationManager signed = signedByClients.resolve(request);
    if (servers.isEmpty() || !FhirApiAccess.isFor(request)) {
      return signed;
    }
    return authentication -> {
      String token = ((BearerTokenAuthenticationToken) authentication).getToken();
      Optional<String> issuer = issuer(token);
      if (issuer.isEmpty()) {
        return introspected(token);
      }
      Optional<AuthorizationServer> server = servers.issuing(issuer.get());
      return server.isPresent()
          ? decoded(token, server.get())
          : signed.authenticate(authentication);
    };
  }

  /** Who says to have issued a signed token; empty for an opaque one. Not to be believed yet. */
  private static Optional<String> issuer(String token) {
    try {
      return JWTParser.parse(token) instanceof SignedJWT signed
          ? Optional.of(String.valueOf(signed.getJWTClaimsSet().getIssuer()))
          : Optional.of("");
    } catch (ParseException | RuntimeException opaque) {
      return Optional.empty();
    }
  }

  private static Authentication decoded(String token, AuthorizationServer server) {
    if (server.decoder().isEmpty()) {
      return introspected(token, server).orElseThrow(() -> refused(server.name()));
    }
    try {
      Jwt jwt = server.decoder().get().decode(token);
      return granted(
          server,
          Optional.ofNullable(jwt.getClaimAsString("client_id")).orElse(jwt.getSubject()),
          jwt.getClaims().get("scope"));
    } catch (BadJwtException bad) {
      throw refused(server.name());
    } catch (JwtException noKeys) {
      LOG.warn("The key set of the authorization server {} could not be had", server.name());
      throw new TokensUnavailable();
    }
  }

  private Authentication introspected(String token) {
    for (AuthorizationServer server : servers.introspecting()) {
      Optional<Authentication> known = introspected(token, server);
      if (known.isPresent()) {
        return known.get();
      }
    }
    throw refused("no known authorization server");
  }

  private static Optional<Authentication> introspected(String token, AuthorizationServer server) {
    try {
      OAuth2AuthenticatedPrincipal known = server.introspector().orElseThrow().introspect(token);
      return server.isMeant(known)
          ? Optional.of(
              granted(
                  server,
                  Optional.<Object>ofNullable(known.getAttribute("client_id"))
                      .map(String::valueOf)
                      .orElse(known.getName()),
                  known.getAttribute("scope")))
          : Optional.empty();
    } catch (BadOpaqueTokenException unknown) {
      return Optional.empty();
    } catch (OAuth2IntrospectionException down) {
      LOG.warn("The authorization server {} could not be asked about a token", server.name());
      throw new TokensUnavailable();
    }
  }

  /** Some servers write the scopes as one text, some as a list. */
  private static Authentication granted(
      AuthorizationServer server, @Nullable String client, @Nullable Object scope) {
    String scopes =
        switch (scope) {
          case null -> "";
          case Iterable<?> several -> {
            StringBuilder joined = new StringBuilder();
            several.forEach(one -> joined.append(one).append(' '));
            yield joined.toString();
          }
          case Object one -> String.valueOf(one);
        };
    return new GrantedAccess(
        server.name() + ':' + client, List.of(SmartScopes.of(scopes), server.scopes()));
  }

  private static InvalidBearerTokenException refused(String by) {
    LOG.info("An access token was refused: {}", by);
    return new InvalidBearerTokenException("The token was refused");
  }
}
