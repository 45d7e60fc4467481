package org.karyon.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.Resource;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The configured address of a client's key set (RFC 7517), read when needed and kept a while. */
final class KeySetAddress {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int TIMEOUT = 2000;
  private static final int WHOLE = 3000;
  private static final int MOST_BYTES = 256 * 1024;
  private static final Duration KEPT = Duration.ofMinutes(15);
  private static final Duration KEPT_IN_AN_OUTAGE = Duration.ofHours(4);

  private KeySetAddress() {}

  /**
   * Prepares a key set; nothing is read before the first token arrives.
   *
   * @param setting the setting it comes from, for the message
   * @param address the address
   * @param refreshInterval how often at most it is read again because of an unknown key id
   * @return the key set
   * @throws RefusedConfiguration when the address cannot be used
   */
  static JWKSource<SecurityContext> read(String setting, String address, Duration refreshInterval) {
    return JWKSourceBuilder.<SecurityContext>create(url(setting, address), new NoRedirects())
        .cache(KEPT.toMillis(), TIMEOUT * 2L)
        .refreshAheadCache(false)
        .rateLimited(refreshInterval.toMillis())
        .outageTolerant(KEPT_IN_AN_OUTAGE.toMillis())
        .build();
  }

  /** Refuses an address that is neither https nor of this machine. */
  static void checked(String setting, String address) {
    url(setting, address);
  }

  private static URL url(String setting, String address) {
    try {
      URI uri = new URI(address);
      boolean secure = "https".equals(uri.getScheme());
      boolean here = "http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost());
      if (uri.getHost() != null && (secure || here)) {
        return uri.toURL();
      }
    } catch (java.net.URISyntaxException | MalformedURLException invalid) {
      // Said below, together with what else can be wrong with it.
    }
    throw new RefusedConfiguration(
        "%s: '%s' cannot be used as the address of a key set.".formatted(setting, address),
        "Give an absolute https URL; plain http is only taken from this machine.");
  }

  /**
   * A redirect would let another host hand out the keys. Time is taken for the whole answer and not
   * for each byte of it, or one drop now and then would hold every token of the client.
   */
  private static final class NoRedirects extends DefaultResourceRetriever {

    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    NoRedirects() {
      super(TIMEOUT, TIMEOUT, MOST_BYTES);
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
      Future<Resource> retrieved = THREADS.submit(() -> super.retrieveResource(url));
      try {
        return retrieved.get(WHOLE, TimeUnit.MILLISECONDS);
      } catch (TimeoutException late) {
        throw new IOException("the key set was not read in time", late);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IOException("the service is being stopped", stopped);
      } catch (ExecutionException failed) {
        throw new IOException("the key set could not be read", failed);
      } finally {
        // An interrupted virtual thread closes the socket it waits for.
        retrieved.cancel(true);
      }
    }

    @Override
    protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
      HttpURLConnection connection = super.openHTTPConnection(url);
      connection.setInstanceFollowRedirects(false);
      return connection;
    }
  }
}
