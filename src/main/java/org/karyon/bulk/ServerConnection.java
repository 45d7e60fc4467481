package org.karyon.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.karyon.security.GuardedConnections;
import org.karyon.security.ReachableAddresses;

/** One exchange with a server: no redirect is followed, nothing is repeated, nothing is kept. */
final class ServerConnection implements AutoCloseable {

  private static final int MOST_OF_A_BODY = 8 << 20;

  private final CloseableHttpClient http;

  /**
   * Prepares the connection; none is made yet.
   *
   * @param addresses which addresses may be connected to
   * @param silence how long the server may say nothing in the middle of an answer
   */
  ServerConnection(ReachableAddresses addresses, Duration silence) {
    int millis = Math.toIntExact(silence.toMillis());
    this.http =
        HttpClients.custom()
            .setConnectionManager(GuardedConnections.to(addresses))
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectTimeout(millis)
                    .setConnectionRequestTimeout(millis)
                    .setSocketTimeout(millis)
                    .build())
            .disableContentCompression()
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
  }

  /**
   * Sends a request.
   *
   * @param request the request with its headers
   * @param file where the body of a 200 goes; empty to have it in the reply
   * @throws IOException when the exchange was not whole
   */
  ServerReply send(HttpUriRequest request, Optional<Path> file) throws IOException {
    try (CloseableHttpResponse response = http.execute(request)) {
      Map<String, String> headers = new HashMap<>();
      for (Header header : response.getAllHeaders()) {
        headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
      }
      int status = response.getStatusLine().getStatusCode();
      HttpEntity entity = response.getEntity();
      if (entity == null) {
        return new ServerReply(status, headers, "");
      }
      try (InputStream body = entity.getContent()) {
        if (status == 200 && file.isPresent()) {
          try (OutputStream out = Files.newOutputStream(file.get())) {
            body.transferTo(out);
          }
          return new ServerReply(status, headers, "");
        }
        return new ServerReply(
            status, headers, new String(body.readNBytes(MOST_OF_A_BODY), StandardCharsets.UTF_8));
      }
    }
  }

  /**
   * Where a request goes, for people: without its query, which may hold a signature.
   *
   * @param address an address
   */
  static String named(URI address) {
    return address.getScheme() + "://" + address.getAuthority() + address.getPath();
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
