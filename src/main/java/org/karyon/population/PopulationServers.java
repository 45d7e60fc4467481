package org.karyon.population;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.karyon.bulk.BackendService;
import org.karyon.population.PopulationProperties.ServerProperties;
import org.karyon.security.FhirBaseUrl;
import org.karyon.security.FhirServerAllowList;
import org.karyon.security.RefusedConfiguration;

/**
 * The servers whose populations may be assessed. A request names one of them and brings neither an
 * address nor a credential of its own.
 *
 * @param all the servers, in the order of their names
 */
public record PopulationServers(List<PopulationServer> all) {

  /** Copies the list. */
  public PopulationServers {
    all = List.copyOf(all);
  }

  /**
   * Reads the settings.
   *
   * @param properties the settings
   * @param httpAllowed whether plain http is spoken; for a test
   * @return the servers; none where the operation is not offered
   * @throws RefusedConfiguration when a server cannot be used, or there is no folder
   */
  public static PopulationServers of(PopulationProperties properties, boolean httpAllowed) {
    if (properties.servers().isEmpty() != properties.folder().isEmpty()) {
      throw new RefusedConfiguration(
          "karyon.population.folder and karyon.population.servers belong together.",
          "Set both to offer $assess-population, or none (docs/registry.md).");
    }
    List<PopulationServer> all = new ArrayList<>();
    properties
        .servers()
        .forEach(
            (name, server) ->
                all.add(server("karyon.population.servers." + name, server, httpAllowed)));
    return new PopulationServers(all);
  }

  private static PopulationServer server(
      String setting, ServerProperties properties, boolean httpAllowed) {
    try {
      return new PopulationServer(
          FhirServerAllowList.base(
              setting + ".fhir-base-url", properties.fhirBaseUrl(), httpAllowed),
          properties.filesFrom().stream()
              .map(origin -> FhirServerAllowList.base(setting + ".files-from", origin, httpAllowed))
              .toList(),
          service(setting, properties));
    } catch (IllegalArgumentException unusable) {
      throw new RefusedConfiguration(
          String.valueOf(unusable.getMessage()),
          "docs/configuration.md shows what can stand here.");
    }
  }

  private static Optional<BackendService> service(String setting, ServerProperties properties) {
    if (properties.clientId().isEmpty() != properties.keyFile().isEmpty()) {
      throw new IllegalArgumentException(setting + ": client-id and key-file belong together");
    }
    if (properties.clientId().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new BackendService(
              properties.clientId(),
              BackendService.key(Files.readString(Path.of(properties.keyFile()))),
              properties.scope(),
              properties.tokenEndpoint().isEmpty()
                  ? Optional.empty()
                  : Optional.of(URI.create(properties.tokenEndpoint()))));
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          setting + ".key-file: '" + properties.keyFile() + "' cannot be read", unreadable);
    }
  }

  /** Whether the operation is offered. */
  public boolean isOffered() {
    return !all.isEmpty();
  }

  /**
   * Looks a requested server up.
   *
   * @param fhirServer what a request names; empty to mean the only one
   * @return the server; empty where it is none of them, or not said which
   */
  public Optional<PopulationServer> named(Optional<String> fhirServer) {
    if (fhirServer.isEmpty()) {
      return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }
    try {
      FhirBaseUrl asked = FhirBaseUrl.of(fhirServer.get());
      return all.stream().filter(server -> server.base().equals(asked)).findFirst();
    } catch (IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }
}
