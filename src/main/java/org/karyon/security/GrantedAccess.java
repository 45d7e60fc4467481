package org.karyon.security;

import java.io.Serial;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * A client that an authorization server of the site lets in, with the scopes that it granted. It
 * names no FHIR server to read from: that is for clients that the operator configured.
 */
final class GrantedAccess extends AbstractAuthenticationToken {

  @Serial private static final long serialVersionUID = 1L;

  private final String client;
  private final transient List<SmartScopes> limits;

  /**
   * Remembers what was granted.
   *
   * @param client the authorization server and its name for the client
   * @param limits the scopes of the token, and those that its server may grant at most
   */
  GrantedAccess(String client, List<SmartScopes> limits) {
    super(List.of());
    this.client = client;
    this.limits = List.copyOf(limits);
    setAuthenticated(true);
  }

  List<SmartScopes> limits() {
    return limits;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return client;
  }
}
