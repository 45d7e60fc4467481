package org.karyon.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The authorization servers of the site whose access tokens open the FHIR API (SMART App Launch 2,
 * Backend Services).
 */
public final class AuthorizationServers {

  private final List<AuthorizationServer> servers;

  AuthorizationServers(SecurityProperties properties, ExternalAddress address) {
    List<AuthorizationServer> known = new ArrayList<>();
    properties
        .authorizationServers()
        .forEach(
            (name, server) ->
                known.add(AuthorizationServer.of(name, server, properties, address.fhirApi())));
    this.servers = List.copyOf(known);
  }

  /**
   * Where a client gets its token.
   *
   * @return the token endpoint of the server that is configured first; empty when there is none
   */
  public Optional<String> tokenEndpoint() {
    return servers.stream().map(AuthorizationServer::tokenEndpoint).findFirst();
  }

  boolean isEmpty() {
    return servers.isEmpty();
  }

  Optional<AuthorizationServer> issuing(String issuer) {
    return servers.stream().filter(server -> server.issuer().equals(issuer)).findFirst();
  }

  /** The servers that are asked about tokens that say nothing by themselves. */
  List<AuthorizationServer> introspecting() {
    return servers.stream().filter(AuthorizationServer::introspects).toList();
  }
}
