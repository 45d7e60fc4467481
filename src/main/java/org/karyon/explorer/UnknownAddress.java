package org.karyon.explorer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** A browser at an address where nothing is gets a page; everybody else an OperationOutcome. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice
class UnknownAddress {

  private final ExplorerProblems problems;

  UnknownAddress(ExplorerProblems problems) {
    this.problems = problems;
  }

  @ExceptionHandler(
      exception = NoResourceFoundException.class,
      produces = MediaType.TEXT_HTML_VALUE)
  ModelAndView page(HttpServletRequest request, HttpServletResponse response) {
    return problems.page(
        HttpStatus.NOT_FOUND, "There is nothing at this address.", request, response);
  }
}
