package org.karyon.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the client's number of an event on every log line of its request, so that its log and ours
 * can be laid side by side.
 */
public final class LogContext extends OncePerRequestFilter {

  private static final String HOOK_INSTANCE = "hookInstance";
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** Only the UUID that CDS Hooks asks for is written; any other text could name a patient. */
  public static void hookInstance(String sent) {
    MDC.put(HOOK_INSTANCE, UUID.matcher(sent).matches() ? sent : "not-a-uuid");
  }

  /** A request whose body is here is carried on by another thread, which has to be cleared too. */
  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(HOOK_INSTANCE);
    }
  }
}
