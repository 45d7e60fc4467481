package org.karyon.hooks;

import java.time.Duration;

/** When a hook was last called, so that what is not urgent can wait. */
final class LatestCall {

  private static final long NEVER = Long.MIN_VALUE / 2;

  private volatile long at = System.nanoTime() + NEVER;

  void note() {
    at = System.nanoTime();
  }

  /** Whether a call came within that time. */
  boolean isWithin(Duration time) {
    return System.nanoTime() - at < time.toNanos();
  }
}
