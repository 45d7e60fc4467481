package org.karyon.fhirapi;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Lines as they arrive, each within a time and a length, and all of them at a rate: who sends a
 * line now and then must not hold a place for ever.
 */
final class LineStream {

  /** What may be waited for beyond what the rate allows. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Bytes a second; slower than any connection between two servers. */
  static final int SLOWEST = 4 * 1024;

  private static final int BUFFER = 1 << 16;

  private final Timed timed;
  private final InputStream in;
  private final int mostBytes;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(BUFFER);

  /**
   * Begins to read.
   *
   * @param stream where the lines come from
   * @param mostBytes how many bytes of a line are kept; one more shows that it is too long
   * @param deadline how long one line may take to arrive
   * @param clock tells nanoseconds, whatever their origin
   */
  LineStream(InputStream stream, int mostBytes, Duration deadline, LongSupplier clock) {
    this.timed = new Timed(stream, deadline, clock);
    this.in = new BufferedInputStream(timed, BUFFER);
    this.mostBytes = mostBytes;
  }

  /** A line did not arrive in time, or the lines not at the rate. */
  static final class TooSlow extends IOException {

    private static final long serialVersionUID = 1L;

    TooSlow(String what) {
      super(what);
    }
  }

  /**
   * The next line without its end.
   *
   * @return empty when there is none
   * @throws TooSlow when it does not arrive in time
   * @throws IOException when the client is gone
   */
  Optional<byte[]> next() throws IOException {
    timed.begin();
    line.reset();
    int next = in.read();
    if (next < 0) {
      return Optional.empty();
    }
    while (next >= 0 && next != '\n') {
      if (line.size() <= mostBytes) {
        line.write(next);
      }
      next = in.read();
    }
    return Optional.of(line.toByteArray());
  }

  /** Looks at the clock whenever bytes have to be waited for. */
  private static final class Timed extends FilterInputStream {

    private final Duration deadline;
    private final LongSupplier clock;
    private long begun;
    private long waited;
    private long received;

    Timed(InputStream stream, Duration deadline, LongSupplier clock) {
      super(stream);
      this.deadline = deadline;
      this.clock = clock;
    }

    void begin() {
      begun = clock.getAsLong();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      long before = clock.getAsLong();
      if (before - begun > deadline.toNanos()) {
        throw new TooSlow(
            "A line did not arrive within %d seconds".formatted(deadline.toSeconds()));
      }
      if (waited > PATIENCE.plus(Duration.ofSeconds(received / SLOWEST)).toNanos()) {
        throw new TooSlow("The lines arrive more slowly than %d bytes a second".formatted(SLOWEST));
      }
      int read = super.read(buffer, offset, length);
      // While a line is answered its sender is not waited for.
      waited += clock.getAsLong() - before;
      received += Math.max(0, read);
      return read;
    }
  }
}
