package org.karyon.chart.fhir;

import java.time.Duration;

/**
 * The moment by which all reads of a request end.
 *
 * @param at by the clock of {@link System#nanoTime()}
 */
record Deadline(long at) {

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** The time that is left, zero when there is none. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, at - System.nanoTime()));
  }

  boolean isOver() {
    return left().isZero();
  }
}
