package org.karyon.fhirapi;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Headers that say what the answer is: nothing but a read is the representation of an address, and
 * what has not changed is told with its tag (RFC 9110, 304).
 */
final class PlainAnswer extends HttpServletResponseWrapper {

  private static final Set<String> OF_A_READ = Set.of("content-location", "location");
  private static final Pattern READ = Pattern.compile("/[A-Z]\\w+/[^/$_][^/]*(/_history/[^/]+)?");

  private final boolean isRead;
  private final String tag;

  /**
   * Wraps an answer.
   *
   * @param path the address below the base
   * @param tag the entity tag of every artifact
   */
  PlainAnswer(HttpServletResponse response, String path, String tag) {
    super(response);
    // What is taken asynchronously tells there where to ask about it.
    this.isRead = READ.matcher(path).matches() || path.endsWith('/' + AssessPopulation.NAME);
    this.tag = tag;
  }

  private boolean isKept(String header) {
    return isRead || !OF_A_READ.contains(header.toLowerCase(Locale.ROOT));
  }

  @Override
  public void setHeader(String name, String value) {
    if (isKept(name)) {
      super.setHeader(name, value);
    }
  }

  @Override
  public void addHeader(String name, String value) {
    if (isKept(name)) {
      super.addHeader(name, value);
    }
  }

  @Override
  public void setStatus(int status) {
    if (status == SC_NOT_MODIFIED) {
      super.setHeader("ETag", tag);
    }
    super.setStatus(status);
  }
}
