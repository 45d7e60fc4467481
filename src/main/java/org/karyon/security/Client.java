package org.karyon.security;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTProcessor;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A system that may call.
 *
 * @param name the operator's name for it; the only thing of it that is logged
 * @param issuer the {@code iss} of its tokens
 * @param tenants the organisations that are accepted; any when empty
 * @param scopes what it may do with the FHIR API
 * @param keys chooses the key of a token
 * @param fhirServers the FHIR servers that may be read on its behalf
 */
record Client(
    String name,
    String issuer,
    Set<String> tenants,
    Set<SmartScope> scopes,
    ClientKeys keys,
    FhirServerAllowList fhirServers) {

  /** Verifies signatures and nothing else; what a token says is judged by {@link TokenRules}. */
  JWTProcessor<SecurityContext> signatures() {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(TokenRules.TYPE);
    processor.setJWSKeySelector(keys);
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    return processor;
  }

  /** The scopes of a token that are within the client's; all of the client's when it names none. */
  Set<SmartScope> granted(Optional<String> asked) {
    if (asked.isEmpty()) {
      return scopes;
    }
    return Pattern.compile("\\s+")
        .splitAsStream(asked.get().strip())
        .flatMap(text -> SmartScope.of(text).stream())
        .filter(scope -> scopes.stream().anyMatch(own -> own.covers(scope)))
        .collect(Collectors.toSet());
  }

  /** Whether a token for this organisation is accepted; it may name none where any is. */
  boolean serves(Optional<String> organisation) {
    return tenants.isEmpty() || organisation.filter(tenants::contains).isPresent();
  }
}
