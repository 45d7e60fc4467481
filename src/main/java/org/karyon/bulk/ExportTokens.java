package org.karyon.bulk;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.http.client.methods.RequestBuilder;
import org.karyon.security.FhirBaseUrl;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gets access tokens by the client's own signature, and keeps one until shortly before it ends. */
final class ExportTokens {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration BEFORE_IT_ENDS = Duration.ofSeconds(30);
  private static final Duration UNSAID = Duration.ofMinutes(5);

  private final ServerConnection connection;
  private final FhirBaseUrl server;
  private final Optional<BackendService> service;
  private final boolean httpAllowed;
  private final Clock clock;
  private Optional<Token> kept = Optional.empty();
  private Optional<URI> endpoint = Optional.empty();

  ExportTokens(
      ServerConnection connection,
      FhirBaseUrl server,
      Optional<BackendService> service,
      boolean httpAllowed,
      Clock clock) {
    this.connection = connection;
    this.server = server;
    this.service = service;
    this.httpAllowed = httpAllowed;
    this.clock = clock;
  }

  /**
   * A token.
   *
   * @param value what is sent
   * @param until when it is used no more
   */
  record Token(String value, Instant until) {

    /** A token is written nowhere. */
    @Override
    public String toString() {
      return "Token[until=" + until + ']';
    }
  }

  /** The token to send now; empty for a server that is read without one. */
  Optional<Token> token() throws IOException {
    if (service.isPresent() && kept.filter(t -> clock.instant().isBefore(t.until())).isEmpty()) {
      kept = Optional.of(fresh(service.get()));
    }
    return kept;
  }

  /** Drops a token that the server did not accept. */
  void forget(Token refused) {
    kept = kept.filter(token -> !token.equals(refused));
  }

  private Token fresh(BackendService client) throws IOException {
    URI address = endpoint(client);
    Instant now = clock.instant();
    ServerReply reply =
        connection.send(
            RequestBuilder.post(address)
                .setHeader("Accept", "application/json")
                .addParameter("grant_type", "client_credentials")
                .addParameter("scope", client.scope())
                .addParameter(
                    "client_assertion_type",
                    "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .addParameter("client_assertion", client.assertion(address, now))
                .build(),
            Optional.empty());
    JsonNode answer = json(reply);
    String value = answer.path("access_token").asString("");
    if (!reply.isDone() || value.isEmpty()) {
      String error = answer.path("error").asString("");
      throw reply.isPassing()
          ? new IOException("no token")
          : new ExportFailed(
              "%s gave no token (status %d%s)."
                  .formatted(
                      ServerConnection.named(address),
                      reply.status(),
                      error.matches("[a-z_]{1,40}") ? ", " + error : ""),
              ExportRemedy.REGISTRATION);
    }
    long seconds = answer.path("expires_in").asLong(UNSAID.toSeconds());
    Duration life = Duration.ofSeconds(seconds).minus(BEFORE_IT_ENDS);
    return new Token(value, now.plus(life.isNegative() ? Duration.ZERO : life));
  }

  private URI endpoint(BackendService client) throws IOException {
    if (endpoint.isEmpty()) {
      endpoint =
          Optional.of(
              client.tokenEndpoint().isPresent() ? client.tokenEndpoint().get() : discovered());
    }
    return endpoint.get();
  }

  private URI discovered() throws IOException {
    String address = server + "/.well-known/smart-configuration";
    ServerReply reply =
        connection.send(
            RequestBuilder.get(address).setHeader("Accept", "application/json").build(),
            Optional.empty());
    if (reply.isPassing()) {
      throw new IOException("no configuration");
    }
    String named = json(reply).path("token_endpoint").asString("");
    boolean https = named.startsWith("https://") || (httpAllowed && named.startsWith("http://"));
    if (!reply.isDone() || !https) {
      throw new ExportFailed(
          address + " names no https token endpoint.", ExportRemedy.TOKEN_ENDPOINT);
    }
    try {
      return URI.create(named);
    } catch (IllegalArgumentException none) {
      throw new ExportFailed(
          address + " names a token endpoint that is no address.", ExportRemedy.TOKEN_ENDPOINT);
    }
  }

  private static JsonNode json(ServerReply reply) {
    try {
      return JSON.readTree(reply.body());
    } catch (JacksonException none) {
      return JSON.missingNode();
    }
  }
}
