package org.karyon.explorer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.ClientAbortException;
import org.karyon.chart.ChartUnavailable;
import org.karyon.chart.ForeignPatient;
import org.karyon.explorer.patient.NotShown;
import org.karyon.web.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Says on a page what could not be shown and what to do; it repeats nothing of the record. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(basePackages = "org.karyon.explorer")
class ExplorerProblems {

  private static final Logger LOG = LoggerFactory.getLogger(ExplorerProblems.class);

  private final CommonModel common;

  ExplorerProblems(CommonModel common) {
    this.common = common;
  }

  @ExceptionHandler(NotShown.class)
  ModelAndView notShown(
      NotShown refused, HttpServletRequest request, HttpServletResponse response) {
    return page(
        HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(refused.getMessage()), request, response);
  }

  @ExceptionHandler(Refusal.class)
  ModelAndView refused(Refusal refused, HttpServletRequest request, HttpServletResponse response) {
    return page(refused.status(), String.valueOf(refused.getMessage()), request, response);
  }

  @ExceptionHandler(ChartUnavailable.class)
  ModelAndView unavailable(
      ChartUnavailable missing, HttpServletRequest request, HttpServletResponse response) {
    return page(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "The part '%s' of the record is needed and is not there: %s."
            .formatted(missing.key(), missing.getMessage()),
        request,
        response);
  }

  @ExceptionHandler(ForeignPatient.class)
  ModelAndView foreign(
      ForeignPatient foreign, HttpServletRequest request, HttpServletResponse response) {
    return page(
        HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(foreign.getMessage()), request, response);
  }

  @ExceptionHandler(ResponseStatusException.class)
  ModelAndView status(
      ResponseStatusException status, HttpServletRequest request, HttpServletResponse response) {
    return page(
        HttpStatus.valueOf(status.getStatusCode().value()),
        "There is nothing at this address.",
        request,
        response);
  }

  /** Nobody reads the page, so that there is none and nothing to be logged. */
  @ExceptionHandler({AsyncRequestNotUsableException.class, ClientAbortException.class})
  void hungUp(HttpServletResponse unread) {
    // The response counts as written, because this method takes it.
  }

  /** The message of an unforeseen exception may quote a record, so only its kind is logged. */
  @ExceptionHandler(Exception.class)
  ModelAndView unforeseen(
      Exception unforeseen, HttpServletRequest request, HttpServletResponse response) {
    LOG.error("Unforeseen {} while a page was made", unforeseen.getClass().getName());
    return page(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "The service failed on this page; nothing of what was sent was kept.",
        request,
        response);
  }

  ModelAndView page(
      HttpStatus status, String message, HttpServletRequest request, HttpServletResponse response) {
    boolean part = "true".equals(request.getHeader("HX-Request"));
    response.setStatus(status.value());
    ModelAndView page = new ModelAndView(part ? "problem :: part" : "problem");
    page.addObject("message", message);
    page.addObject("status", status.value());
    page.addObject("version", common.version());
    page.addObject("source", common.source());
    page.addObject("address", common.address());
    page.addObject("hasExamples", common.hasExamples());
    page.addObject("section", common.section(request));
    return page;
  }
}
