package org.karyon.security;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The base URL of a FHIR server in its one normal form: lower-case host, explicit port, no slash at
 * the end. Whatever could be read in two ways is refused instead of repaired.
 *
 * @param scheme {@code https} or {@code http}
 * @param host a host name in ASCII or an address literal
 * @param port the port, also where it is the scheme's own
 * @param path empty or a path that begins with a slash
 */
public record FhirBaseUrl(String scheme, String host, int port, String path) {

  private static final int LONGEST = 4096;
  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e&&[^\\\\]]+");
  private static final Pattern PLAIN_PATH = Pattern.compile("(?:/[A-Za-z0-9._~$-]++)*+");
  private static final Pattern DOTS = Pattern.compile("\\.{1,2}");

  /**
   * Reads a base URL.
   *
   * @param text an absolute URL
   * @return the base
   * @throws IllegalArgumentException when it is not one; the message says why and repeats nothing
   */
  public static FhirBaseUrl of(String text) {
    URI uri = parsed(text);
    if (uri.getRawQuery() != null) {
      throw new IllegalArgumentException("a base URL has no query");
    }
    return withoutQuery(uri);
  }

  /**
   * Whether another base is this one or lies below it, on the same origin.
   *
   * @param other a base
   * @return true when its path begins with the whole segments of this one
   */
  public boolean covers(FhirBaseUrl other) {
    return scheme.equals(other.scheme)
        && host.equals(other.host)
        && port == other.port
        && (other.path.equals(path) || other.path.startsWith(path + "/"));
  }

  /**
   * Finds an address of this server.
   *
   * @param address an absolute URL, or one relative to this base
   * @return the address, or empty when it is none, leaves this base or can be read in two ways
   */
  public Optional<URI> locate(String address) {
    if (address.isEmpty()) {
      return Optional.empty();
    }
    try {
      // Servers write the bar of a token search as it is, which a URI does not allow.
      String clean = address.replace("|", "%7C");
      URI uri = parsed(clean.contains("://") ? clean : this + "/" + clean);
      return covers(withoutQuery(uri)) ? Optional.of(uri) : Optional.empty();
    } catch (IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  private static URI parsed(String text) {
    if (text.length() > LONGEST || !VISIBLE.matcher(text).matches()) {
      throw new IllegalArgumentException("a URL is written in visible ASCII");
    }
    try {
      return new URI(text);
    } catch (URISyntaxException invalid) {
      // The exception is not chained, because it repeats the text.
      throw new IllegalArgumentException("this is no URL");
    }
  }

  private static FhirBaseUrl withoutQuery(URI uri) {
    if (uri.getScheme() == null || uri.getHost() == null || uri.isOpaque()) {
      throw new IllegalArgumentException("a scheme and a host are needed");
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw new IllegalArgumentException("only https and http are spoken");
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("neither a user nor a fragment belongs into it");
    }
    int port = port(uri, scheme);
    return new FhirBaseUrl(
        scheme, uri.getHost().toLowerCase(Locale.ROOT), port, path(uri.getRawPath()));
  }

  private static int port(URI uri, String scheme) {
    boolean unsaid = uri.getPort() < 0;
    if (unsaid && uri.getRawAuthority().endsWith(":")) {
      throw new IllegalArgumentException("the port is missing after the colon");
    }
    int port = unsaid ? (scheme.equals("https") ? 443 : 80) : uri.getPort();
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("the port is none");
    }
    return port;
  }

  private static String path(String raw) {
    String path = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
    if (!PLAIN_PATH.matcher(path).matches()) {
      throw new IllegalArgumentException(
          "the path has an empty segment or a character beyond letters, digits, '-', '.', '_', '~'"
              + " and '$'");
    }
    for (String segment : path.split("/", -1)) {
      if (DOTS.matcher(segment).matches()) {
        throw new IllegalArgumentException("the path has a dot segment");
      }
    }
    return path;
  }

  /** The base as text, without a slash at the end. */
  @Override
  public String toString() {
    return scheme + "://" + host + ":" + port + path;
  }
}
