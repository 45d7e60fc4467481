package org.karyon.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.File;
import java.io.IOException;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The systems that may call, each bound to its own keys, organisations and FHIR servers. */
final class Clients {

  /** Signatures by a private key alone; {@code none} and shared secrets cannot be configured. */
  static final Set<JWSAlgorithm> ACCEPTABLE =
      Set.of(
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384);

  private final Map<String, Client> byIssuer = new LinkedHashMap<>();

  Clients(SecurityProperties properties) {
    Set<JWSAlgorithm> algorithms = algorithms(properties.algorithms());
    properties
        .clients()
        .forEach(
            (name, client) -> {
              Client known = client(name, client, properties, algorithms);
              if (byIssuer.put(known.issuer(), known) != null) {
                throw new RefusedConfiguration(
                    "karyon.security.clients.%s.issuer: '%s' is the issuer of two clients."
                        .formatted(name, known.issuer()),
                    "Give each client an issuer of its own; one client may have several tenants.");
              }
            });
  }

  private static Set<JWSAlgorithm> algorithms(List<String> names) {
    Set<JWSAlgorithm> algorithms = new LinkedHashSet<>();
    for (String name : names) {
      algorithms.add(
          ACCEPTABLE.stream()
              .filter(algorithm -> algorithm.getName().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new RefusedConfiguration(
                          "karyon.security.algorithms: '%s' is not accepted.".formatted(name),
                          "Choose from ES256, ES384, RS256, RS384, PS256 and PS384.")));
    }
    return algorithms;
  }

  private static Client client(
      String name,
      SecurityProperties.ClientProperties properties,
      SecurityProperties all,
      Set<JWSAlgorithm> algorithms) {
    String setting = "karyon.security.clients." + name;
    if (properties.issuer().isBlank()) {
      throw new RefusedConfiguration(
          setting + ".issuer is missing.", "Set it to the 'iss' of the client's tokens.");
    }
    if (properties.jwksUrls().isEmpty() == properties.jwksFile().isEmpty()) {
      throw new RefusedConfiguration(
          setting + " needs its keys from one place.",
          "Set either %s.jwks-urls or %s.jwks-file.".formatted(setting, setting));
    }
    return new Client(
        name,
        properties.issuer(),
        Set.copyOf(properties.tenants()),
        keys(setting, properties, all, algorithms),
        scopes(setting, properties.scopes()),
        fhirServers(
            setting,
            properties.fhirBaseUrls(),
            properties.fhirBaseUrlsWithoutToken(),
            properties.fhir(),
            all.httpAllowed()));
  }

  static FhirServerAllowList fhirServers(
      String setting,
      List<String> all,
      List<String> withoutToken,
      SecurityProperties.FhirProperties fhir,
      boolean httpAllowed) {
    List<FhirBaseUrl> open =
        bases(setting + ".fhir-base-urls-without-token", withoutToken, httpAllowed);
    List<FhirBaseUrl> named = bases(setting + ".fhir-base-urls", all, httpAllowed);
    return new FhirServerAllowList(
        Stream.concat(named.stream(), open.stream()).distinct().toList(),
        open,
        new FhirPeculiarities(Set.copyOf(fhir.notServed()), Set.copyOf(fhir.refuses())));
  }

  private static List<FhirBaseUrl> bases(String setting, List<String> urls, boolean httpAllowed) {
    return urls.stream().map(url -> FhirServerAllowList.base(setting, url, httpAllowed)).toList();
  }

  static SmartScopes scopes(String setting, List<String> scopes) {
    for (String scope : scopes) {
      if (!SmartScopes.isScope(scope)) {
        throw new RefusedConfiguration(
            "%s.scopes: '%s' is no SMART scope of a system.".formatted(setting, scope),
            "Write scopes such as system/PlanDefinition.rs or system/*.rs.");
      }
    }
    return new SmartScopes(Set.copyOf(scopes));
  }

  private static ClientKeys keys(
      String setting,
      SecurityProperties.ClientProperties properties,
      SecurityProperties all,
      Set<JWSAlgorithm> algorithms) {
    Map<String, JWKSource<SecurityContext>> byAddress = new LinkedHashMap<>();
    for (String address : properties.jwksUrls()) {
      byAddress.put(
          address, KeySetAddress.read(setting + ".jwks-urls", address, all.keyRefreshInterval()));
    }
    JWKSource<SecurityContext> first =
        properties
            .jwksFile()
            .map(file -> file(setting + ".jwks-file", file))
            .orElseGet(
                () -> Objects.requireNonNull(byAddress.get(properties.jwksUrls().getFirst())));
    return new ClientKeys(algorithms, first, byAddress);
  }

  private static JWKSource<SecurityContext> file(String setting, String file) {
    try {
      return new ImmutableJWKSet<>(JWKSet.load(new File(file)).toPublicJWKSet());
    } catch (IOException | ParseException unreadable) {
      // Not chained, because the message of a parser may repeat key material.
      throw new RefusedConfiguration(
          "%s: '%s' could not be read as a key set.".formatted(setting, file),
          "Give the path of a JSON Web Key Set (RFC 7517) with the client's public keys.");
    }
  }

  boolean isEmpty() {
    return byIssuer.isEmpty();
  }

  Optional<Client> issuing(String issuer) {
    return Optional.ofNullable(byIssuer.get(issuer));
  }

  Optional<Client> named(String name) {
    return byIssuer.values().stream().filter(client -> client.name().equals(name)).findFirst();
  }
}
