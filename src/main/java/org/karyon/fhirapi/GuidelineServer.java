package org.karyon.fhirapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * The library's server with HTTP as it is elsewhere: HEAD answers whatever GET answers, OPTIONS and
 * 405 name the methods of the address, and an address that is not encoded is refused.
 */
final class GuidelineServer extends RestfulServer {

  @Serial private static final long serialVersionUID = 1L;

  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private final String tag;

  /**
   * A server without providers.
   *
   * @param tag the entity tag of every artifact
   */
  GuidelineServer(FhirContext fhir, String tag) {
    super(fhir);
    this.tag = tag;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse bare)
      throws ServletException, IOException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("");
    HttpServletResponse response = new PlainAnswer(bare, path, tag);
    List<String> allowed = AllowedMethods.of(path);
    String method = request.getMethod();
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    if (BROKEN_ESCAPE.matcher(query).find()) {
      write(
          response,
          HttpServletResponse.SC_BAD_REQUEST,
          IssueType.VALUE,
          "The address is not encoded: a percent sign is followed by two hexadecimal digits.");
    } else if (method.equals("OPTIONS")) {
      response.setHeader("Allow", String.join(", ", allowed));
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else if (!allowed.contains(method)) {
      response.setHeader("Allow", String.join(", ", allowed));
      write(
          response,
          HttpServletResponse.SC_METHOD_NOT_ALLOWED,
          IssueType.NOTSUPPORTED,
          "%s is not allowed at this address, which answers %s: this server stores nothing."
              .formatted(
                  method.matches("[A-Z]{1,10}") ? method : "This method",
                  String.join(", ", allowed)));
    } else if (method.equals("HEAD")) {
      // The container leaves the body out.
      super.service(new AsGet(request), response);
    } else {
      super.service(request, response);
    }
  }

  private void write(HttpServletResponse response, int status, IssueType type, String message)
      throws IOException {
    PopulationAddresses.write(response, status, FhirFailures.outcome(type, "", message));
  }

  /** The same question with its answer whole. */
  private static final class AsGet extends HttpServletRequestWrapper {

    AsGet(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return "GET";
    }
  }
}
