package org.karyon.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.ClientAbortException;
import org.karyon.chart.ChartUnavailable;
import org.karyon.chart.ForeignPatient;
import org.karyon.outcomes.OutOfMemory;
import org.karyon.outcomes.Outcomes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Turns every failure into an OperationOutcome; none becomes an empty list of cards. */
@RestControllerAdvice
class ErrorAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

  @ExceptionHandler(Refusal.class)
  ResponseEntity<byte[]> refused(Refusal refusal) {
    return Outcomes.of(
        refusal.status(), refusal.code(), refusal.where(), String.valueOf(refusal.getMessage()));
  }

  @ExceptionHandler(ChartUnavailable.class)
  ResponseEntity<byte[]> unavailable(ChartUnavailable unavailable) {
    return Outcomes.of(
        HttpStatus.PRECONDITION_FAILED,
        "incomplete",
        "prefetch." + unavailable.key(),
        ("The prefetch key '%s' is needed and cannot be had: %s. Send it with the request, or let"
                + " it be read from the FHIR server.")
            .formatted(unavailable.key(), unavailable.getMessage()));
  }

  @ExceptionHandler(ForeignPatient.class)
  ResponseEntity<byte[]> foreign(ForeignPatient foreign) {
    return Outcomes.of(
        HttpStatus.BAD_REQUEST,
        "invariant",
        "prefetch.patient",
        String.valueOf(foreign.getMessage()));
  }

  /** Where feedback and used tokens are kept; nothing else asks the database. */
  @ExceptionHandler(DataAccessException.class)
  ResponseEntity<byte[]> notKept(DataAccessException failure) {
    LOG.error("The database failed: {}", failure.getClass().getSimpleName());
    ResponseEntity<byte[]> outcome =
        Outcomes.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "transient",
            "",
            "The database cannot be reached or written at the moment; try again shortly.");
    return ResponseEntity.status(outcome.getStatusCode())
        .headers(outcome.getHeaders())
        .header(HttpHeaders.RETRY_AFTER, "5")
        .body(outcome.getBody());
  }

  @ExceptionHandler(HttpMessageNotReadableException.class)
  ResponseEntity<byte[]> unreadable(HttpMessageNotReadableException unreadable) {
    return Outcomes.of(
        HttpStatus.BAD_REQUEST, "structure", "", "The request body could not be read.");
  }

  /** Nobody reads the answer, so that there is none and nothing to be logged. */
  @ExceptionHandler({AsyncRequestNotUsableException.class, ClientAbortException.class})
  void hungUp(HttpServletResponse unread) {
    // The response counts as written, because this method takes it.
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<byte[]> other(Exception exception, HttpServletRequest request) {
    if (exception instanceof ErrorResponse response) {
      HttpStatus status = HttpStatus.valueOf(response.getStatusCode().value());
      ResponseEntity<byte[]> outcome = Outcomes.of(status, code(status), "", words(status));
      // Which methods an address answers, and which bodies it takes.
      return ResponseEntity.status(status)
          .headers(outcome.getHeaders())
          .headers(response.getHeaders())
          .body(outcome.getBody());
    }
    OutOfMemory.endOn(exception);
    // The message of an unforeseen exception may quote the record, so only its kind and place are
    // logged.
    StackTraceElement[] trace = exception.getStackTrace();
    LOG.error(
        "Unforeseen {} at {} while answering {}",
        exception.getClass().getName(),
        trace.length == 0 ? "an unknown place" : trace[0],
        request.getMethod());
    return Outcomes.of(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "exception",
        "",
        "The service failed on this request. No advice was computed.");
  }

  private static String code(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "not-found";
      case CONTENT_TOO_LARGE -> "too-long";
      case METHOD_NOT_ALLOWED, UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE -> "not-supported";
      default -> status.is4xxClientError() ? "invalid" : "exception";
    };
  }

  private static String words(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "There is nothing at this address; see /cds-services.";
      case METHOD_NOT_ALLOWED ->
          "This address does not answer this method; services are called with POST.";
      case UNSUPPORTED_MEDIA_TYPE ->
          "Send the request as application/json, a karyotype as text/plain in a known charset.";
      default -> "The request could not be answered: " + status.getReasonPhrase() + ".";
    };
  }
}
