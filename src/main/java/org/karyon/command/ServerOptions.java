package org.karyon.command;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.karyon.bulk.BackendService;
import org.karyon.bulk.BulkExport;
import org.karyon.bulk.Patience;
import org.karyon.registry.AssessRegistry;
import org.karyon.security.FhirBaseUrl;
import org.karyon.security.ReachableAddresses;
import picocli.CommandLine.Option;

/** The FHIR server that exports, and as whom it is asked. */
final class ServerOptions {

  @Option(
      names = "--from",
      required = true,
      paramLabel = "URL",
      description = "the base URL of a FHIR server, which exports its patients")
  private String server = "";

  @Option(
      names = "--export",
      paramLabel = "OPERATION",
      defaultValue = "Patient/$export",
      description = "which export: Patient/$$export (default), Group/<id>/$$export or $$export")
  private String operation = "";

  @Option(
      names = "--client-id",
      paramLabel = "ID",
      description = "the client as the server's SMART Backend Services know it")
  private Optional<String> clientId = Optional.empty();

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "its private key, a JSON Web Key as the command 'keys' makes it")
  private Optional<Path> key = Optional.empty();

  @Option(
      names = "--scope",
      paramLabel = "SCOPES",
      defaultValue = "system/*.rs",
      description = "what the client asks for, by default ${DEFAULT-VALUE}")
  private String scope = "";

  @Option(
      names = "--token-endpoint",
      paramLabel = "URL",
      description =
          "where its tokens come from, by default as the server's SMART configuration says")
  private Optional<URI> tokenEndpoint = Optional.empty();

  @Option(
      names = "--files-from",
      paramLabel = "ORIGIN",
      description = "a further origin that the server's files may lie on; repeatable")
  private List<String> filesFrom = List.of();

  @Option(
      names = "--http-allowed",
      description = "whether plain http is spoken, for a test: it carries patients readably")
  private boolean httpAllowed;

  /**
   * Fetches the export, or what is missing of it.
   *
   * @param folder where it goes
   * @param told where progress is told
   */
  void fetch(Path folder, PrintStream told) throws IOException, InterruptedException {
    if (clientId.isPresent() != key.isPresent()) {
      throw new IllegalArgumentException("--client-id and --key belong together.");
    }
    Optional<JWK> signing =
        key.isPresent()
            ? Optional.of(BackendService.key(Files.readString(key.get())))
            : Optional.empty();
    FhirBaseUrl base = base("--from", server);
    List<FhirBaseUrl> origins =
        filesFrom.stream().map(origin -> base("--files-from", origin)).toList();
    new BulkExport(
            base,
            origins,
            signing.map(
                jwk -> new BackendService(clientId.orElseThrow(), jwk, scope, tokenEndpoint)),
            httpAllowed,
            // Who types the address may reach the hospital's own network.
            new ReachableAddresses(InetAddress::getAllByName, true),
            Patience.USUAL,
            Clock.systemUTC(),
            told)
        .fetch(operation, AssessRegistry.kinds(), folder);
  }

  private FhirBaseUrl base(String option, String url) {
    try {
      FhirBaseUrl base = FhirBaseUrl.of(url);
      if (base.scheme().equals("https") || httpAllowed) {
        return base;
      }
    } catch (IllegalArgumentException unusable) {
      throw new IllegalArgumentException(
          option + " '" + url + "' cannot be used: " + unusable.getMessage(), unusable);
    }
    throw new IllegalArgumentException(
        option + " '" + url + "': plain http carries patients readably; use https.");
  }
}
