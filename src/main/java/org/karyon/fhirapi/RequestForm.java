package org.karyon.fhirapi;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.MethodNotAllowedException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Refuses what would write (405), and what is sent or asked for in a form that is not spoken here
 * (415, 406), before anything else is done.
 */
@Interceptor
public final class RequestForm {

  /** One resource a line. */
  static final String NDJSON = "application/fhir+ndjson";

  private static final List<String> WRITTEN =
      List.of("json", "xml", "*/*", "application/*", "text/html", "text/*", "ndjson");
  private static final List<String> READ = List.of("json", "xml", "x-www-form-urlencoded");

  RequestForm() {}

  /**
   * Looks at the form before anything else.
   *
   * @param request the request
   * @param servletRequest the same as it arrived
   */
  @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
  public void look(RequestDetails request, HttpServletRequest servletRequest) {
    method(request, servletRequest);
    Optional<String> format =
        first(request, "_format")
            .or(() -> Optional.ofNullable(servletRequest.getHeader("Accept")))
            .filter(asked -> !asked.isBlank());
    if (format.isPresent() && !isAny(format.get(), WRITTEN)) {
      throw FhirFailures.of(
          406,
          IssueType.NOTSUPPORTED,
          "Answers are application/fhir+json or application/fhir+xml.");
    }
    Optional<String> sent =
        Optional.ofNullable(servletRequest.getContentType()).filter(type -> !type.isBlank());
    if (servletRequest.getMethod().equals("POST") && sent.isPresent() && !isAny(sent.get(), READ)) {
      throw FhirFailures.of(
          415,
          IssueType.NOTSUPPORTED,
          "Send application/fhir+json or application/fhir+xml, and to $assess-batch "
              + NDJSON
              + ".");
    }
    AskedParameters.keep(request, servletRequest);
    if (!isSearch(request)) {
      DeclaredParameters.onRead(request);
    }
  }

  private static boolean isSearch(RequestDetails request) {
    String operation = Optional.ofNullable(request.getOperation()).orElse("");
    return operation.startsWith("$")
        || operation.equals("_search")
        || (request.getResourceName() != null && request.getId() == null && operation.isEmpty());
  }

  /** Nothing is stored, so that nothing can be written. */
  private static void method(RequestDetails request, HttpServletRequest servletRequest) {
    String method = servletRequest.getMethod();
    boolean reads = method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    String operation = Optional.ofNullable(request.getOperation()).orElse("");
    boolean creates =
        method.equals("POST") && request.getResourceName() != null && operation.isEmpty();
    if (creates || !(reads || method.equals("POST"))) {
      String message =
          "%s is not allowed here: this server stores nothing. Read, search, or call an operation."
              .formatted(method);
      throw new MethodNotAllowedException(
          message,
          FhirFailures.outcome(IssueType.NOTSUPPORTED, "", message),
          operation.startsWith("$") || request.getResourceName() == null
              ? new RequestTypeEnum[] {
                RequestTypeEnum.GET, RequestTypeEnum.HEAD, RequestTypeEnum.POST
              }
              : new RequestTypeEnum[] {RequestTypeEnum.GET, RequestTypeEnum.HEAD});
    }
  }

  private static Optional<String> first(RequestDetails request, String parameter) {
    return Optional.ofNullable(request.getParameters().get(parameter))
        .flatMap(values -> Arrays.stream(values).findFirst());
  }

  private static boolean isAny(String types, List<String> known) {
    String lower = types.toLowerCase(Locale.ROOT);
    return known.stream().anyMatch(lower::contains);
  }
}
