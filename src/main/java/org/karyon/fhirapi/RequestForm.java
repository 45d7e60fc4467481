package org.karyon.fhirapi;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Refuses what is sent or asked for in a form that is not spoken here (415, 406), and what asks for
 * another version than there is (412), before anything else is done.
 */
@Interceptor
public final class RequestForm {

  private static final String LINES = "$assess-batch";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final ReadConditions conditions;

  RequestForm(ReadConditions conditions) {
    this.conditions = conditions;
  }

  /**
   * Looks at the form before anything else.
   *
   * @param request the request
   * @param servletRequest the same as it arrived
   */
  @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
  public void look(RequestDetails request, HttpServletRequest servletRequest) {
    String operation = Optional.ofNullable(request.getOperation()).orElse("");
    String sent = Optional.ofNullable(servletRequest.getContentType()).orElse("").strip();
    boolean form = sent.toLowerCase(Locale.ROOT).startsWith(FORM);
    AskedParameters.keep(request);
    Optional<AnswerForm> asked = asked(request, servletRequest, sent);
    boolean lines = operation.equals(LINES);
    boolean answered =
        asked
            .filter(
                answer ->
                    switch (answer) {
                      case JSON -> true;
                      case XML, HTML -> !lines;
                      case LINES -> lines;
                    })
            .isPresent();
    Map<String, Optional<String>> understood = new HashMap<>(conditions.understood(servletRequest));
    understood.put(
        "accept",
        Optional.of(
            asked
                .filter(answer -> answer == AnswerForm.XML && !lines)
                .orElse(AnswerForm.JSON)
                .type()));
    if (request instanceof ServletRequestDetails details) {
      details.setServletRequest(new SpokenRequest(servletRequest, understood));
    }
    asked
        .filter(AnswerForm.HTML::equals)
        .ifPresent(html -> request.getUserData().put(AnswerForm.class.getName(), html));
    if (!answered) {
      throw FhirFailures.of(
          406,
          IssueType.NOTSUPPORTED,
          "Answers are "
              + (lines ? AnswerForm.LINES.type() : AnswerForm.spoken())
              + ", of FHIR version 4.0.");
    }
    String encoding =
        Optional.ofNullable(servletRequest.getHeader("Content-Encoding")).orElse("identity");
    if (!encoding.strip().equalsIgnoreCase("identity")) {
      throw FhirFailures.of(
          415, IssueType.NOTSUPPORTED, "Send the body as it is, without Content-Encoding.");
    }
    if (servletRequest.getMethod().equals("POST") && !sent.isEmpty()) {
      body(operation, sent, form);
    }
    if (isSearch(request, operation)) {
      // The library would choose a method by some of them.
      AskedParameters.leaveToSearch(request);
    } else if (!operation.startsWith("$")) {
      if (request.getId() != null) {
        conditions.check(servletRequest);
      }
      DeclaredParameters.onRead(request);
    }
  }

  private static Optional<AnswerForm> asked(
      RequestDetails request, HttpServletRequest servletRequest, String sent) {
    AnswerForm otherwise =
        AnswerForm.ofBody(sent).filter(AnswerForm.XML::equals).orElse(AnswerForm.JSON);
    return AnswerForm.of(
        Optional.ofNullable(AskedParameters.of(request).get("_format"))
            .flatMap(values -> Arrays.stream(values).findFirst())
            .filter(format -> !format.isBlank()),
        Optional.ofNullable(servletRequest.getHeader("Accept")).filter(accept -> !accept.isBlank()),
        otherwise);
  }

  private static void body(String operation, String sent, boolean form) {
    Optional<AnswerForm> body = AnswerForm.ofBody(sent);
    boolean lines = body.filter(AnswerForm.LINES::equals).isPresent();
    boolean read =
        switch (operation) {
          case "_search" -> form;
          case LINES -> lines;
          default -> body.isPresent() && !lines;
        };
    if (!read) {
      throw FhirFailures.of(
          415,
          IssueType.NOTSUPPORTED,
          switch (operation) {
            case "_search" -> "Send the parameters of a search as " + FORM + ".";
            case LINES -> "Send " + AnswerForm.LINES.type() + ", one Bundle or Parameters a line.";
            default ->
                "Send application/fhir+json or application/fhir+xml of FHIR version 4.0, and "
                    + AnswerForm.LINES.type()
                    + " to $assess-batch.";
          });
    }
  }

  /** Whether a person asked with a browser, who gets a page. */
  static boolean isForPerson(RequestDetails request) {
    return request.getUserData().containsKey(AnswerForm.class.getName());
  }

  private static boolean isSearch(RequestDetails request, String operation) {
    return operation.equals("_search")
        || (request.getResourceName() != null && request.getId() == null && operation.isEmpty());
  }
}
