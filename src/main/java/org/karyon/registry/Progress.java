package org.karyon.registry;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Tells every few seconds how far a run is, how fast it goes and when it will be done. */
final class Progress implements AutoCloseable {

  private static final long MEBIBYTE = 1L << 20;

  private final PrintStream out;
  private final LongAdder bytes = new LongAdder();
  private final LongAdder patients = new LongAdder();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("progress").unstarted(task));
  private volatile String stage = "reading";
  private volatile long whole;
  private volatile long since = System.nanoTime();

  Progress(PrintStream out, Duration every) {
    this.out = out;
    var unused =
        clock.scheduleAtFixedRate(
            () -> out.println(line()), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Begins a stage; how the one before ended is told.
   *
   * @param named what is done
   * @param size how much of it there is, in bytes; 0 where that is not known
   */
  void begin(String named, long size) {
    if (bytes.sum() > 0) {
      out.println(line());
    }
    bytes.reset();
    patients.reset();
    stage = named;
    whole = size;
    since = System.nanoTime();
  }

  void read(long more) {
    bytes.add(more);
  }

  void patient() {
    patients.increment();
  }

  /** One line for a person at a terminal. */
  String line() {
    double seconds = Math.max(1e-3, (System.nanoTime() - since) / 1e9);
    long done = bytes.sum();
    String amount =
        String.format(
            Locale.ROOT,
            "%s: %,d MiB, %,.0f MiB/s",
            stage,
            done / MEBIBYTE,
            done / seconds / MEBIBYTE);
    long people = patients.sum();
    if (people > 0) {
      amount +=
          String.format(Locale.ROOT, ", %,d patients, %,.0f a second", people, people / seconds);
    }
    if (whole > 0 && done > 0) {
      long percent = Math.min(100, 100 * done / whole);
      long left = Math.max(0, Math.round(seconds * (whole - done) / done));
      amount += String.format(Locale.ROOT, ", %d %%, about %d s left", percent, left);
    }
    return amount;
  }

  @Override
  public void close() {
    clock.shutdownNow();
    out.println(line());
  }
}
