package org.karyon.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/**
 * The address under which clients reach this service. Behind a gateway it differs from what the
 * server sees, and only it may be compared with the audience of a token.
 *
 * @param url an absolute http or https URL without a slash at the end
 */
public record ExternalAddress(String url) {

  /** Refuses what is no absolute URL, and takes the slash off the end. */
  public ExternalAddress {
    URI uri = URI.create(url);
    if (uri.getHost() == null
        || uri.getQuery() != null
        || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
      throw new RefusedConfiguration(
          "karyon.public-url: '%s' is not an absolute http or https URL.".formatted(url),
          "Set it to the address under which clients reach the service, such as"
              + " https://cds.example.org/karyon.");
    }
    url = withoutSlash(url);
  }

  /**
   * The address that a client called.
   *
   * @param request the request as it arrived here
   * @return the external URL of its end point, without query and without a slash at the end
   */
  public String endpoint(HttpServletRequest request) {
    return withoutSlash(url + request.getRequestURI().substring(request.getContextPath().length()));
  }

  /**
   * The address of the FHIR API.
   *
   * @return its base, without a slash at the end
   */
  public String fhirApi() {
    return url + "/fhir";
  }

  static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
