package org.karyon.fhirapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineStreamTest {

  private long now;

  /** A line each so many seconds. */
  private InputStream lines(String line, Duration each, int number) {
    return new InputStream() {
      private int sent;

      @Override
      public int read() {
        throw new IllegalStateException("only read in pieces");
      }

      @Override
      public int read(byte[] buffer, int offset, int length) {
        if (sent == number) {
          return -1;
        }
        sent++;
        now += each.toNanos();
        byte[] bytes = (line + '\n').getBytes(UTF_8);
        System.arraycopy(bytes, 0, buffer, offset, bytes.length);
        return bytes.length;
      }
    };
  }

  private int read(InputStream in, Duration answering) throws IOException {
    LineStream lines = new LineStream(in, 1 << 20, Duration.ofSeconds(10), () -> now);
    int read = 0;
    for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
      read++;
      now += answering.toNanos();
    }
    return read;
  }

  @Test
  void aLineEveryNineSecondsHoldsNoPlaceForLong() {
    assertThatThrownBy(() -> read(lines("{}", Duration.ofSeconds(9), 1_000), Duration.ZERO))
        .isInstanceOf(LineStream.TooSlow.class)
        .hasMessage("The lines arrive more slowly than 4096 bytes a second");
    assertThat(Duration.ofNanos(now)).isLessThan(LineStream.PATIENCE.plusSeconds(10));
  }

  @Test
  void patientsAtAnOrdinaryRateAreReadForAsLongAsThereAreSome() throws IOException {
    String patient = "x".repeat(20_000);

    assertThat(read(lines(patient, Duration.ofSeconds(2), 5_000), Duration.ZERO)).isEqualTo(5_000);
  }

  @Test
  void whileALineIsAnsweredItsSenderIsNotWaitedFor() throws IOException {
    assertThat(read(lines("{}", Duration.ZERO, 500), Duration.ofSeconds(8))).isEqualTo(500);
  }

  @Test
  void aLineThatStaysAwayIsNotWaitedFor() {
    InputStream drops =
        new InputStream() {
          @Override
          public int read() {
            throw new IllegalStateException("only read in pieces");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            now += Duration.ofSeconds(3).toNanos();
            buffer[offset] = ' ';
            return 1;
          }
        };

    assertThatThrownBy(() -> read(drops, Duration.ZERO))
        .hasMessage("A line did not arrive within 10 seconds");
  }
}
