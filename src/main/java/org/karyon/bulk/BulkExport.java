package org.karyon.bulk;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.http.client.methods.RequestBuilder;
import org.karyon.security.FhirBaseUrl;
import org.karyon.security.ReachableAddresses;

/**
 * Has a FHIR server export its patients, fetches the files and lets the server delete them. An
 * interrupted fetch goes on with the same export and the files that are missing.
 */
public final class BulkExport {

  /** The file that is there once all files are; it holds the moment of the data. */
  public static final String FETCHED = "fetched";

  private static final String UNDER_WAY = "export-under-way";
  private static final Duration SILENCE = Duration.ofSeconds(60);
  private static final String FHIR_JSON = "application/fhir+json";
  private static final String NDJSON = "application/fhir+ndjson";

  private final AllowedOrigins allowed;
  private final Optional<BackendService> service;
  private final boolean httpAllowed;
  private final ReachableAddresses addresses;
  private final Patience patience;
  private final Clock clock;
  private final Asking.Pauses pauses;
  private final PrintStream told;

  /**
   * Prepares fetches from one server.
   *
   * @param server the server
   * @param files further origins that its files may lie on
   * @param service who asks; empty for a server that is read without a token
   * @param httpAllowed whether plain http is spoken; for a test
   * @param addresses which addresses may be connected to
   * @param patience how long is waited
   * @param clock the clock
   * @param told where progress is told
   */
  public BulkExport(
      FhirBaseUrl server,
      List<FhirBaseUrl> files,
      Optional<BackendService> service,
      boolean httpAllowed,
      ReachableAddresses addresses,
      Patience patience,
      Clock clock,
      PrintStream told) {
    this(
        new AllowedOrigins(server, files),
        service,
        httpAllowed,
        addresses,
        patience,
        clock,
        Thread::sleep,
        told);
  }

  BulkExport(
      AllowedOrigins allowed,
      Optional<BackendService> service,
      boolean httpAllowed,
      ReachableAddresses addresses,
      Patience patience,
      Clock clock,
      Asking.Pauses pauses,
      PrintStream told) {
    this.allowed = allowed;
    this.service = service;
    this.httpAllowed = httpAllowed;
    this.addresses = addresses;
    this.patience = patience;
    this.clock = clock;
    this.pauses = pauses;
    this.told = told;
  }

  /**
   * Fetches.
   *
   * @param operation which export, relative to the server: {@code Patient/$export}, {@code
   *     Group/7/$export} or {@code $export}
   * @param types the kinds of resource that are wanted
   * @param folder where the files go; whole files are there already when this is done before
   * @throws ExportFailed when it cannot be had, with the reason
   */
  public void fetch(String operation, List<String> types, Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path finished = folder.resolve(FETCHED);
    if (Files.exists(finished)) {
      return;
    }
    try (ServerConnection connection = new ServerConnection(addresses, SILENCE)) {
      Asking asking = asking(connection);
      Path job = folder.resolve(UNDER_WAY);
      URI status = Files.exists(job) ? resumed(job) : kickOff(asking, operation, types);
      Files.writeString(job, status.toString());
      ExportManifest manifest;
      try {
        manifest = manifest(asking, status);
        new ExportFiles(asking, manifest, folder, told).fetch();
      } catch (ExportGone gone) {
        Files.delete(job);
        throw gone;
      }
      Files.writeString(finished, manifest.transactionTime());
      delete(asking, status);
      Files.delete(job);
    }
  }

  private Asking asking(ServerConnection connection) {
    ExportTokens tokens =
        new ExportTokens(connection, allowed.server(), service, httpAllowed, clock);
    return new Asking(connection, tokens, patience, pauses, clock);
  }

  /**
   * Lets the server delete an export that will not be fetched any more; that it cannot be reached
   * is its own matter.
   *
   * @param folder where the files were to go
   */
  public void abandon(Path folder) throws InterruptedException {
    Path job = folder.resolve(UNDER_WAY);
    if (!Files.exists(job)) {
      return;
    }
    try (ServerConnection connection = new ServerConnection(addresses, SILENCE)) {
      delete(asking(connection), located(Files.readString(job)));
      Files.delete(job);
    } catch (IOException failed) {
      told.println(failed.getMessage());
    }
  }

  private URI resumed(Path job) throws IOException {
    told.println("Going on with the export that was asked for before.");
    return located(Files.readString(job));
  }

  private URI located(String address) throws ExportFailed {
    return allowed
        .locate(address)
        .orElseThrow(
            () ->
                new ExportFailed(
                    "The server says that its export is to be asked for at another server, which"
                        + " is not done.",
                    ExportRemedy.ALLOWED_ORIGIN));
  }

  private URI kickOff(Asking asking, String operation, List<String> types)
      throws IOException, InterruptedException {
    String address =
        allowed.server()
            + "/"
            + operation
            + "?_outputFormat="
            + URLEncoder.encode(NDJSON, StandardCharsets.UTF_8)
            + "&_type="
            + URLEncoder.encode(String.join(",", types), StandardCharsets.UTF_8);
    ServerReply reply =
        asking.ask(
            "The export was asked for",
            RequestBuilder.get(address)
                .setHeader("Accept", FHIR_JSON)
                .setHeader("Prefer", "respond-async, handling=lenient"),
            true,
            Optional.empty());
    if (reply.status() != 202) {
      throw refused("The export was asked for", reply, ExportRemedy.ANOTHER_EXPORT);
    }
    return located(reply.header("content-location").orElse("?"));
  }

  private ExportManifest manifest(Asking asking, URI status)
      throws IOException, InterruptedException {
    Instant end = clock.instant().plus(patience.whole());
    for (int times = 1; clock.instant().isBefore(end); times++) {
      ServerReply reply =
          asking.ask(
              "The state of the export was asked for",
              RequestBuilder.get(status).setHeader("Accept", "application/json"),
              true,
              Optional.empty());
      switch (reply.status()) {
        case 200 -> {
          return ExportManifest.of(reply.body(), allowed);
        }
        case 202 -> {
          told.println(
              "The server exports"
                  + reply.header("x-progress").map(p -> ": " + plain(p)).orElse(""));
          asking.waitAsTold(reply, times);
        }
        case 404, 410 ->
            throw new ExportGone("The server no longer knows the export that was asked for.");
        default -> throw refused("The state of the export was asked for", reply, ExportRemedy.NONE);
      }
    }
    throw new ExportFailed(
        "The server did not finish its export within %d hours."
            .formatted(patience.whole().toHours()),
        ExportRemedy.ASK_AGAIN);
  }

  /** What a server says of its progress, as text that cannot act on a terminal. */
  private static String plain(String text) {
    return text.replaceAll("[^\\x20-\\x7e]", " ").substring(0, Math.min(text.length(), 100));
  }

  /**
   * A refusal.
   *
   * @param what what was asked for
   * @param reply the server's reply
   * @param elsewhere what helps where it does not offer this
   */
  static ExportFailed refused(String what, ServerReply reply, ExportRemedy elsewhere) {
    return switch (reply.status()) {
      case 301, 302, 303, 307, 308 ->
          refused(what, "redirects, which are not followed", reply, ExportRemedy.NONE);
      case 401 ->
          refused(what, "does not accept the token, or wants one", reply, ExportRemedy.CREDENTIALS);
      case 403 ->
          refused(what, "does not allow it to this client", reply, ExportRemedy.REGISTRATION);
      case 404, 405, 501 -> refused(what, "does not offer it", reply, elsewhere);
      default -> refused(what, "refuses", reply, ExportRemedy.NONE);
    };
  }

  private static ExportFailed refused(
      String what, String why, ServerReply reply, ExportRemedy remedy) {
    return new ExportFailed(
        "%s: the server %s (status %d).".formatted(what, why, reply.status()), remedy);
  }

  /** The server may keep it as long as it likes; that is its own matter and no failure. */
  private void delete(Asking asking, URI status) throws InterruptedException {
    try {
      ServerReply reply =
          asking.ask(
              "The export was to be deleted",
              RequestBuilder.delete(status),
              true,
              Optional.empty());
      if (!reply.isDone() && reply.status() != 404) {
        told.println("The server did not delete its export (status " + reply.status() + ").");
      }
    } catch (IOException failed) {
      told.println(failed.getMessage());
    }
  }

  /** Puts a whole file in its place. */
  static void place(Path part, Path file) throws IOException {
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
