package org.karyon.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.karyon.outcomes.Outcomes;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what failed before any controller was reached in the same form as everything else. */
@RestController
class ErrorPage implements ErrorController {

  @RequestMapping("/error")
  ResponseEntity<byte[]> error(HttpServletRequest request) {
    if (request.getAttribute(BodyReceipt.BROKEN) != null) {
      return Outcomes.of(
          HttpStatus.BAD_REQUEST,
          "structure",
          "",
          "The request body could not be read to its end.");
    }
    HttpStatus status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? HttpStatus.valueOf(code)
            : HttpStatus.NOT_FOUND;
    return Outcomes.of(
        status,
        status.is4xxClientError() ? "invalid" : "exception",
        "",
        "The request could not be answered: " + status.getReasonPhrase() + ".");
  }
}
