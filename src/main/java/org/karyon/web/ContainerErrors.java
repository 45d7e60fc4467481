package org.karyon.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.karyon.outcomes.Outcomes;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * What the container refuses by itself, such as an escaped slash in an address, is answered by an
 * OperationOutcome instead of its page.
 */
public final class ContainerErrors extends ErrorReportValve {

  /** Made by the container by the name of the class. */
  public ContainerErrors() {
    setShowReport(false);
    setShowServerInfo(false);
  }

  @Override
  protected void report(Request request, Response response, Throwable throwable) {
    if (request.getAttribute(BodyReceipt.BROKEN) != null && !response.isCommitted()) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
    }
    HttpStatus status = HttpStatus.resolve(response.getStatus());
    if (status == null || !status.isError() || response.getContentWritten() > 0) {
      return;
    }
    if (!response.setErrorReported()) {
      return;
    }
    ResponseEntity<byte[]> outcome =
        Outcomes.of(
            status,
            status.is4xxClientError() ? "invalid" : "exception",
            "",
            "The request could not be answered: " + status.getReasonPhrase() + ".");
    try {
      response.setContentType("application/json");
      response.getOutputStream().write(outcome.getBody());
      response.finishResponse();
    } catch (IOException gone) {
      // There is nobody left to tell.
      return;
    }
  }
}
