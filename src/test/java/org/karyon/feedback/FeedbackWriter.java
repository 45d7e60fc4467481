package org.karyon.feedback;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A process that writes feedback until it is killed, or nobody listens any more, and tells of each
 * entry once it is stored.
 */
final class FeedbackWriter {

  private FeedbackWriter() {}

  public static void main(String[] arguments) {
    FeedbackStore store = new FeedbackStore(FeedbackDatabase.open(arguments[0]), Clock.systemUTC());
    for (long number = Long.parseLong(arguments[1]); !System.out.checkError(); number++) {
      store.keep("all-order-select", List.of(entry(number)));
      System.out.println(number);
    }
  }

  static FeedbackEntry entry(long number) {
    return new FeedbackEntry(
        new UUID(0, number),
        FeedbackEntry.Outcome.OVERRIDDEN,
        List.of(),
        Optional.empty(),
        Optional.of("comment " + number),
        Instant.parse("2026-11-20T10:00:00.123456Z"));
  }
}
