package org.karyon.explorer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * A browser at an address where nothing is gets a page; whoever does not ask for HTML by its name
 * gets the OperationOutcome that everybody else gets.
 */
@Component
class UnknownAddress implements HandlerExceptionResolver, Ordered {

  private final ExplorerProblems problems;

  UnknownAddress(ExplorerProblems problems) {
    this.problems = problems;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception exception) {
    boolean asksForHtml =
        Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT))
            .filter(accept -> accept.contains(MediaType.TEXT_HTML_VALUE))
            .isPresent();
    return asksForHtml && exception instanceof NoResourceFoundException
        ? problems.page(
            HttpStatus.NOT_FOUND, "There is nothing at this address.", request, response)
        : null;
  }
}
