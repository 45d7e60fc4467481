package org.karyon.bulk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;
import org.karyon.bulk.ExportTokens.Token;

/**
 * Asks a server, and asks again where that may help: with growing pauses, or with the pause that
 * the server asks for, and with a fresh token where it does not accept the old one.
 */
final class Asking {

  private final ServerConnection connection;
  private final ExportTokens tokens;
  private final Patience patience;
  private final Pauses pauses;
  private final Clock clock;

  Asking(
      ServerConnection connection,
      ExportTokens tokens,
      Patience patience,
      Pauses pauses,
      Clock clock) {
    this.connection = connection;
    this.tokens = tokens;
    this.patience = patience;
    this.pauses = pauses;
    this.clock = clock;
  }

  /** Waits; in tests the time is only counted. */
  @FunctionalInterface
  interface Pauses {

    /** Waits. */
    void pause(Duration time) throws InterruptedException;
  }

  /**
   * Asks.
   *
   * @param what what is asked for, for people
   * @param request the request without a token
   * @param withToken whether a token goes along, where there is one
   * @param file where the body of a 200 goes
   * @return the reply, whose status may be a refusal, but none that passes
   * @throws ExportFailed when the server did not answer within the attempts
   */
  ServerReply ask(String what, RequestBuilder request, boolean withToken, Optional<Path> file)
      throws IOException, InterruptedException {
    String last = "";
    boolean renewed = false;
    for (int attempt = 1; attempt <= patience.attempts(); attempt++) {
      Optional<Token> token = withToken ? tokens.token() : Optional.empty();
      Optional<Duration> asked = Optional.empty();
      try {
        ServerReply reply = connection.send(with(token, request), file);
        if (reply.status() == 401 && token.isPresent() && !renewed) {
          renewed = true;
          tokens.forget(token.get());
          continue;
        }
        if (!reply.isPassing()) {
          return reply;
        }
        last = "it answered with status " + reply.status();
        asked = wait(reply);
      } catch (ExportFailed hopeless) {
        throw hopeless;
      } catch (IOException broken) {
        // Not chained: messages of the client may repeat an address with its signature.
        last = "the connection broke: " + broken.getClass().getSimpleName();
      }
      if (attempt < patience.attempts()) {
        pauses.pause(asked.map(patience::shorter).orElse(patience.pause(attempt)));
      }
    }
    throw new ExportFailed(
        "%s: the server did not answer in %d attempts; at last %s."
            .formatted(what, patience.attempts(), last),
        ExportRemedy.ASK_AGAIN);
  }

  private Optional<Duration> wait(ServerReply reply) {
    Instant now = clock.instant();
    return reply.header("retry-after").flatMap(header -> RetryAfter.of(header, now));
  }

  /**
   * How long to wait after a reply that says the server is still at work.
   *
   * @param reply the reply
   * @param times how often it said so, from 1
   */
  void waitAsTold(ServerReply reply, int times) throws InterruptedException {
    pauses.pause(wait(reply).map(patience::shorter).orElse(patience.pause(times)));
  }

  private static HttpUriRequest with(Optional<Token> token, RequestBuilder request) {
    Function<Token, String> header = known -> "Bearer " + known.value();
    token.ifPresentOrElse(
        known -> request.setHeader("Authorization", header.apply(known)),
        () -> request.removeHeaders("Authorization"));
    return request.build();
  }
}
