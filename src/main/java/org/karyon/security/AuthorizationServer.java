package org.karyon.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.oauth2.server.resource.introspection.SpringOpaqueTokenIntrospector;

/**
 * One authorization server: what its access tokens must be, and what they may grant at most.
 *
 * @param name the operator's name for it
 * @param issuer the {@code iss} of its tokens
 * @param tokenEndpoint where clients get them
 * @param audience the {@code aud} that means this FHIR API
 * @param scopes what its tokens may grant at most
 * @param decoder verifies signed tokens; empty when its tokens are opaque
 * @param introspector asks the server about opaque tokens; empty when its tokens are signed
 */
record AuthorizationServer(
    String name,
    String issuer,
    String tokenEndpoint,
    String audience,
    SmartScopes scopes,
    Optional<NimbusJwtDecoder> decoder,
    Optional<OpaqueTokenIntrospector> introspector) {

  static AuthorizationServer of(
      String name,
      SecurityProperties.AuthorizationServerProperties properties,
      SecurityProperties all,
      String fhirApi) {
    String setting = "karyon.security.authorization-servers." + name;
    if (properties.issuer().isBlank() || properties.tokenEndpoint().isBlank()) {
      throw new RefusedConfiguration(
          setting + " needs its issuer and its token-endpoint.",
          "Take both from the server's own metadata (.well-known/oauth-authorization-server).");
    }
    if (properties.jwksUrl().isEmpty() == properties.introspectionUrl().isEmpty()) {
      throw new RefusedConfiguration(
          setting + " needs one way to judge its tokens.",
          "Set %s.jwks-url for signed tokens, or %s.introspection-url for opaque ones."
              .formatted(setting, setting));
    }
    String audience = properties.audience().isBlank() ? fhirApi : properties.audience();
    return new AuthorizationServer(
        name,
        properties.issuer(),
        properties.tokenEndpoint(),
        audience,
        Clients.scopes(setting, properties.scopes()),
        properties.jwksUrl().map(url -> decoder(setting, url, properties.issuer(), audience, all)),
        properties.introspectionUrl().map(url -> introspector(setting, url, properties)));
  }

  private static NimbusJwtDecoder decoder(
      String setting, String url, String issuer, String audience, SecurityProperties all) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    // RFC 9068 asks for at+jwt; many servers write JWT or nothing.
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            new JOSEObjectType("at+jwt"), JOSEObjectType.JWT, null));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            Clients.ACCEPTABLE,
            KeySetAddress.read(setting + ".jwks-url", url, all.keyRefreshInterval())));
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<Jwt>(
            List.of(
                new JwtTimestampValidator(all.clockSkew()),
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<Object>(JwtClaimNames.EXP, expiry -> expiry != null),
                new JwtClaimValidator<Object>(
                    JwtClaimNames.AUD, named -> names(named, audience)))));
    return decoder;
  }

  private static OpaqueTokenIntrospector introspector(
      String setting, String url, SecurityProperties.AuthorizationServerProperties properties) {
    if (properties.introspectionClientId().isBlank()
        || properties.introspectionClientSecret().isBlank()) {
      throw new RefusedConfiguration(
          setting + ".introspection-client-id or its secret is missing.",
          "Register Karyon as a client that may introspect tokens, and set both.");
    }
    KeySetAddress.checked(setting + ".introspection-url", url);
    return SpringOpaqueTokenIntrospector.withIntrospectionUri(url)
        .clientId(properties.introspectionClientId())
        .clientSecret(properties.introspectionClientSecret())
        .build();
  }

  boolean introspects() {
    return introspector.isPresent();
  }

  /** Whether an introspected token is for this API. */
  boolean isMeant(OAuth2AuthenticatedPrincipal token) {
    Object named = token.getAttribute("aud");
    Object from = token.getAttribute("iss");
    return names(named, audience) && (from == null || issuer.equals(String.valueOf(from)));
  }

  private static boolean names(@Nullable Object named, String audience) {
    return switch (named) {
      case null -> false;
      case Collection<?> several ->
          several.stream()
              .map(String::valueOf)
              .map(ExternalAddress::withoutSlash)
              .collect(Collectors.toSet())
              .contains(ExternalAddress.withoutSlash(audience));
      case Object one ->
          ExternalAddress.withoutSlash(String.valueOf(one))
              .equals(ExternalAddress.withoutSlash(audience));
    };
  }
}
