package org.karyon.bulk;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.karyon.security.FhirBaseUrl;

/**
 * Where an export may lead. A server names the addresses of its answer and of its files; without
 * this list it could aim the one who fetches at any address, with a token.
 *
 * @param server the FHIR server
 * @param files further origins that its files may lie on, such as its object store
 */
record AllowedOrigins(FhirBaseUrl server, List<FhirBaseUrl> files) {

  AllowedOrigins {
    files = List.copyOf(files);
  }

  /**
   * Finds an address that a server named.
   *
   * @param address what it wrote
   * @return the address; empty when it leads elsewhere, or can be read in two ways
   */
  Optional<URI> locate(String address) {
    try {
      URI uri = new URI(server + "/").resolve(new URI(address));
      boolean plain =
          uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
      return plain && (isOf(server, uri) || files.stream().anyMatch(origin -> isOf(origin, uri)))
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  private static boolean isOf(FhirBaseUrl origin, URI uri) {
    int scheme = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    int port = uri.getPort() < 0 ? scheme : uri.getPort();
    return origin.scheme().equalsIgnoreCase(uri.getScheme())
        && origin.host().equals(uri.getHost().toLowerCase(Locale.ROOT))
        && origin.port() == port;
  }
}
