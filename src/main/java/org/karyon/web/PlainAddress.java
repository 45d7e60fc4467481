package org.karyon.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.karyon.outcomes.Outcomes;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses an address whose letters are written as escapes ({@code /%66hir} for {@code /fhir}): no
 * client writes so, and what judges addresses must not have to agree on it.
 */
public final class PlainAddress extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String served = request.getContextPath() + request.getServletPath();
    if (request.getPathInfo() != null && !request.getRequestURI().startsWith(served)) {
      Outcomes.write(
          response,
          HttpStatus.BAD_REQUEST,
          "invalid",
          "The address is written in an unusual way; write its letters plainly.");
      return;
    }
    chain.doFilter(request, response);
  }
}
