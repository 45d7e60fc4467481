package org.karyon.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.karyon.outcomes.Outcomes;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets so many requests in and answers the others at once, so that a rush is told to come back
 * instead of making everybody wait. Probes are always let in.
 */
public final class Admission extends OncePerRequestFilter {

  private final int most;
  private final HttpStatus refusal;
  private final Function<HttpServletRequest, Optional<String>> share;
  private final ConcurrentMap<String, Semaphore> shares = new ConcurrentHashMap<>();

  /**
   * Sets the limit.
   *
   * @param most how many requests of one share are worked on at the same time
   * @param refusal the status of the others
   * @param share who shares the limit; a request without a share is let in
   */
  public Admission(
      int most, HttpStatus refusal, Function<HttpServletRequest, Optional<String>> share) {
    this.most = most;
    this.refusal = refusal;
    this.share = share;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith(request.getContextPath() + "/actuator/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Semaphore> places =
        share.apply(request).map(name -> shares.computeIfAbsent(name, any -> new Semaphore(most)));
    if (places.isPresent() && !places.get().tryAcquire()) {
      response.setHeader("Retry-After", "1");
      Outcomes.write(
          response, refusal, "throttled", "Too many requests at the same time; try again shortly.");
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      places.ifPresent(Semaphore::release);
    }
  }
}
