package org.karyon.bulk;

import java.time.Duration;

/**
 * How long a server is waited for and how often it is asked again.
 *
 * @param first the pause before the second attempt where the server names none; it doubles with
 *     each further one
 * @param longest the longest pause, also where the server asks for a longer one
 * @param attempts how often one request is tried before it counts as failed
 * @param whole how long the server may take to make the export
 */
public record Patience(Duration first, Duration longest, int attempts, Duration whole) {

  /** As long as the exports of large servers take. */
  public static final Patience USUAL =
      new Patience(Duration.ofSeconds(1), Duration.ofMinutes(5), 8, Duration.ofHours(24));

  /**
   * The pause before the next attempt.
   *
   * @param attempt how many attempts were made, from 1
   */
  Duration pause(int attempt) {
    return shorter(first.multipliedBy(1L << Math.min(attempt - 1, 20)));
  }

  Duration shorter(Duration asked) {
    return asked.compareTo(longest) > 0 ? longest : asked;
  }
}
