package org.karyon.security;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTProcessor;
import java.util.Optional;
import java.util.Set;

/**
 * A system that may call.
 *
 * @param name the operator's name for it; the only thing of it that is logged
 * @param issuer the {@code iss} of its tokens
 * @param tenants the organisations that are accepted; any when empty
 * @param keys chooses the key of a token
 * @param scopes what it may do with the FHIR API
 * @param fhirServers the FHIR servers that may be read on its behalf
 */
record Client(
    String name,
    String issuer,
    Set<String> tenants,
    ClientKeys keys,
    SmartScopes scopes,
    FhirServerAllowList fhirServers) {

  /** Verifies signatures and nothing else; what a token says is judged by {@link TokenRules}. */
  JWTProcessor<SecurityContext> signatures() {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(TokenRules.TYPE);
    processor.setJWSKeySelector(keys);
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    return processor;
  }

  /** Whether a token for this organisation is accepted; it may name none where any is. */
  boolean serves(Optional<String> organisation) {
    return tenants.isEmpty() || organisation.filter(tenants::contains).isPresent();
  }
}
