package org.karyon;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What tests prepare once for many sentences. A trial of changed code begins a new round for each
 * change, and what is prepared is prepared anew there: the change may lie in the preparing, or in
 * what was remembered since.
 */
public final class Prepared<T> {

  private static final AtomicInteger ROUND = new AtomicInteger();

  private final Supplier<T> making;
  private Optional<T> made = Optional.empty();
  private int round;

  private Prepared(Supplier<T> making) {
    this.making = making;
  }

  /** Nothing is made before it is asked for. */
  public static <T> Prepared<T> by(Supplier<T> making) {
    return new Prepared<>(making);
  }

  /** From now on everything is made anew. */
  public static void anew() {
    ROUND.incrementAndGet();
  }

  /** What was made in this round. */
  public synchronized T get() {
    if (made.isEmpty() || round != ROUND.get()) {
      round = ROUND.get();
      made = Optional.of(making.get());
    }
    return made.get();
  }
}
