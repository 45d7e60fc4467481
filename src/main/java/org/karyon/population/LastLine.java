package org.karyon.population;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Keeps the last line that a run told of its progress. */
final class LastLine extends OutputStream {

  private static final int LONGEST = 200;

  private final StringBuilder line = new StringBuilder();
  private volatile String last = "begun";

  @Override
  public synchronized void write(int sign) {
    if (sign == '\n') {
      last = line.isEmpty() ? last : line.toString();
      line.setLength(0);
    } else if (line.length() < LONGEST && sign >= ' ' && sign <= '~') {
      line.append((char) sign);
    }
  }

  String text() {
    return last;
  }

  PrintStream stream() {
    return new PrintStream(this, true, StandardCharsets.UTF_8);
  }
}
