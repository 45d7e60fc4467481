package org.karyon.fhirapi;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/** Lines as they arrive, each within a time and a length. */
final class LineStream {

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
   */
  LineStream(InputStream stream, int mostBytes, Duration deadline) {
    this.timed = new Timed(stream, deadline);
    this.in = new BufferedInputStream(timed, BUFFER);
    this.mostBytes = mostBytes;
  }

  /** A line did not arrive in time. */
  static final class TooSlow extends IOException {

    private static final long serialVersionUID = 1L;

    TooSlow() {
      super("a line did not arrive in time");
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

    private final long nanos;
    private long begun;

    Timed(InputStream stream, Duration deadline) {
      super(stream);
      this.nanos = deadline.toNanos();
    }

    void begin() {
      begun = System.nanoTime();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (System.nanoTime() - begun > nanos) {
        throw new TooSlow();
      }
      return super.read(buffer, offset, length);
    }
  }
}
