package org.karyon.web;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The bytes of a body as they arrive; room is made for those that are here and no others. */
final class ReceivedBytes {

  private static final int SMALLEST = 8 * 1024;
  private static final int LARGEST = 256 * 1024;

  private final List<byte[]> pieces = new ArrayList<>();
  private int lastFilled;
  private int length;

  /** Where the next bytes go; {@link #free()} tells from where. */
  byte[] piece() {
    if (pieces.isEmpty() || lastFilled == pieces.getLast().length) {
      pieces.add(new byte[Math.clamp(length, SMALLEST, LARGEST)]);
      lastFilled = 0;
    }
    return pieces.getLast();
  }

  /** The first place in {@link #piece()} that is free. */
  int free() {
    return lastFilled;
  }

  void filled(int bytes) {
    lastFilled += bytes;
    length += bytes;
  }

  int length() {
    return length;
  }

  void forget() {
    pieces.clear();
    lastFilled = 0;
    length = 0;
  }

  InputStream stream() {
    List<InputStream> streams = new ArrayList<>();
    for (int index = 0; index < pieces.size(); index++) {
      byte[] piece = pieces.get(index);
      boolean last = index == pieces.size() - 1;
      streams.add(new ByteArrayInputStream(piece, 0, last ? lastFilled : piece.length));
    }
    return streams.size() == 1
        ? streams.getFirst()
        : new SequenceInputStream(Collections.enumeration(streams));
  }
}
