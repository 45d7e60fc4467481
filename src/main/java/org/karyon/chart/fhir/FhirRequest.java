package org.karyon.chart.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.client.apache.ApacheHttpRequest;
import ca.uhn.fhir.rest.client.api.Header;
import ca.uhn.fhir.rest.client.api.IHttpResponse;
import ca.uhn.fhir.rest.client.api.IRestfulClientFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.http.MessageConstraintException;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.ConnectionPoolTimeoutException;
import org.karyon.chart.RecordJson;
import org.karyon.chart.TooManyValues;
import org.karyon.security.AccessToken;
import org.karyon.security.ReachableAddresses;
import tools.jackson.core.JacksonException;

/**
 * One GET with its headers. HAPI's client carries it; the answer is kept as JSON, because HAPI's
 * own parsing of a page loses the whole page to one broken resource.
 */
final class FhirRequest {

  private static final FhirContext FHIR = FhirContext.forR4Cached();
  private static final Duration MOMENT = Duration.ofMillis(100);

  private final IRestfulClientFactory client;
  private final RecordJson json;
  private final List<Header> headers;

  FhirRequest(IRestfulClientFactory client, RecordJson json, Optional<AccessToken> token) {
    this.client = client;
    this.json = json;
    this.headers = new ArrayList<>();
    token.ifPresent(known -> headers.add(new Header("Authorization", "Bearer " + known.value())));
    // A filter that a server ignores only brings more than was asked for; one that it refuses loses
    // the part.
    headers.add(new Header("Prefer", "handling=lenient"));
    // A server may otherwise answer from a search of a minute ago.
    headers.add(new Header("Cache-Control", "no-cache"));
  }

  /**
   * Prepares one GET; nothing is sent yet.
   *
   * @param address where
   */
  Sent to(URI address) {
    return new Sent(
        (ApacheHttpRequest)
            client
                .getHttpClient(
                    new StringBuilder(address.toString()), null, null, RequestTypeEnum.GET, headers)
                .createGetRequest(FHIR, EncodingEnum.JSON));
  }

  /** One GET, which another thread may give up at any time. */
  final class Sent {

    private final ApacheHttpRequest request;

    private Sent(ApacheHttpRequest request) {
      this.request = request;
    }

    /** Closes the connection, whatever is under way on it. */
    void giveUp() {
      request.getApacheRequest().abort();
    }

    /**
     * Asks once.
     *
     * @param mostBytes how much is read
     * @param deadline until when
     * @return the reply; a failure is one too
     */
    Reply reply(int mostBytes, Deadline deadline) {
      try {
        IHttpResponse response = request.execute();
        try {
          return FhirRequest.this.reply(response, mostBytes, deadline);
        } finally {
          response.close();
        }
      } catch (IOException | RuntimeException failure) {
        // Neither logged nor chained: messages of the client may repeat the address.
        return failed(failure);
      }
    }
  }

  private Reply reply(IHttpResponse response, int mostBytes, Deadline deadline) throws IOException {
    int status = response.getStatus();
    return switch (status) {
      case 200 -> document(response, mostBytes, deadline);
      case 301, 302, 303, 307, 308 ->
          new Reply.Moved(response.getHeaders("Location").stream().findFirst().orElse(""));
      case 401 -> new Reply.Refused("the FHIR server did not accept the token (401)");
      case 403 -> new Reply.Refused("the token does not allow reading it (403)");
      case 404 -> new Reply.Refused("the FHIR server does not have it (404)");
      case 410 -> new Reply.Refused("the FHIR server says it was deleted (410)");
      case 429, 502, 503, 504 ->
          new Reply.Again(
              "the FHIR server was too busy or unavailable (%d)".formatted(status), wait(response));
      case 400, 405, 406, 412, 413, 414, 422, 500, 501 ->
          new Reply.Declined("the FHIR server answered with status " + status);
      default -> new Reply.Refused("the FHIR server answered with status " + status);
    };
  }

  private Reply document(IHttpResponse response, int mostBytes, Deadline deadline)
      throws IOException {
    InputStream body = response.readEntity();
    if (body == null) {
      return new Reply.Refused("the FHIR server's answer was empty");
    }
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] buffer = new byte[16 * 1024];
    for (int length = body.read(buffer); length >= 0; length = body.read(buffer)) {
      read.write(buffer, 0, length);
      if (read.size() > mostBytes) {
        return new Reply.Refused("it is larger than is read from a FHIR server");
      }
      if (deadline.isOver()) {
        return new Reply.Refused(PartReading.TOO_SLOW);
      }
    }
    try {
      return new Reply.Document(json.read(read.toByteArray()), read.size());
    } catch (TooManyValues tooMany) {
      return new Reply.Refused("it has more values than are read from a FHIR server");
    } catch (JacksonException malformed) {
      return new Reply.Refused("the FHIR server's answer was not JSON that can be read");
    }
  }

  /** Both forms of the header (RFC 9110, 10.2.3); a short moment when there is none. */
  private static Duration wait(IHttpResponse response) {
    String after = response.getHeaders("Retry-After").stream().findFirst().orElse("").strip();
    try {
      return after.isEmpty()
          ? MOMENT
          : after.chars().allMatch(Character::isDigit)
              ? Duration.ofSeconds(Long.parseLong(after))
              : Duration.between(
                  Instant.now(),
                  ZonedDateTime.parse(after, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException | NumberFormatException unreadable) {
      return MOMENT;
    }
  }

  private static Reply failed(Exception failure) {
    return switch (failure) {
      case ReachableAddresses.Forbidden unused ->
          new Reply.Refused("the FHIR server's name leads to an address that is not allowed");
      case UnknownHostException unused -> new Reply.Refused("the FHIR server's name is not known");
      case MessageConstraintException unused ->
          new Reply.Refused("the headers of the FHIR server's answer are too long or too many");
      case ConnectionPoolTimeoutException unused ->
          new Reply.Refused("too many reads of that FHIR server are under way");
      case ConnectTimeoutException unused -> new Reply.Refused("the FHIR server is not reachable");
      case SocketTimeoutException unused -> new Reply.Refused(PartReading.TOO_SLOW);
      case SSLException unused ->
          new Reply.Refused("there is no trusted TLS connection to the FHIR server");
      case ConnectException unused -> new Reply.Again("the FHIR server is not reachable", MOMENT);
      case ZipException unused ->
          new Reply.Refused("the FHIR server's answer could not be unpacked");
      case IOException unused ->
          new Reply.Again("the connection to the FHIR server broke off", MOMENT);
      default -> new Reply.Refused("the FHIR server's answer could not be read");
    };
  }
}
