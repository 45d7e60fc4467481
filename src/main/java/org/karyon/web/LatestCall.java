package org.karyon.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.time.Duration;

/** When somebody last called, by whichever door, so that what is not urgent can wait. */
public final class LatestCall implements Filter {

  private static final long NEVER = Long.MIN_VALUE / 2;

  private volatile long at = System.nanoTime() + NEVER;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    note();
    chain.doFilter(request, response);
  }

  /** Notes a call of this moment. */
  public void note() {
    at = System.nanoTime();
  }

  /** Whether a call came within that time. */
  public boolean isWithin(Duration time) {
    return System.nanoTime() - at < time.toNanos();
  }
}
