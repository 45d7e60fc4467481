package org.karyon.registry;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The lines of one file, of which none is longer in memory than is read of one: the rest of a
 * longer one is gone over. What is no UTF-8 is no line, because a replaced character in a karyotype
 * would go unnoticed.
 */
final class FileLines implements Closeable {

  /** More than any resource has that is read. */
  static final int LONGEST = 16 << 20;

  /** What is wrong with a longer one. */
  static final String TOO_LONG =
      "the line is longer than the %d MB that are read of one".formatted(LONGEST >> 20);

  private static final char REPLACED = '\uFFFD';
  private static final int BLOCK = 1 << 16;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final byte[] block = new byte[BLOCK];
  private final ByteArrayOutputStream split = new ByteArrayOutputStream(BLOCK);
  private int at;
  private int end;
  private boolean first = true;

  FileLines(InputStream in) {
    this.in = in;
  }

  /** A line, or what is wrong with it. */
  sealed interface Read {

    /** How much of the file it is, in bytes. */
    long size();

    /** A line without its end. */
    record Text(String text, long size) implements Read {}

    /** No line that can be used. */
    record Unusable(String reason, long size) implements Read {}
  }

  /**
   * The next line.
   *
   * @return empty at the end of the file
   * @throws IOException when the file cannot be read further
   */
  Optional<Read> next() throws IOException {
    split.reset();
    long size = 0;
    boolean tooLong = false;
    while (at < end || fill()) {
      int from = at;
      while (at < end && block[at] != '\n') {
        at++;
      }
      size += at - from;
      tooLong |= size > LONGEST;
      boolean whole = at < end;
      if (whole) {
        at++;
        if (split.size() == 0 && !tooLong) {
          return Optional.of(read(block, from, at - 1 - from, size + 1));
        }
      }
      if (!tooLong) {
        split.write(block, from, (whole ? at - 1 : at) - from);
      }
      if (whole) {
        return Optional.of(split(tooLong, size + 1));
      }
    }
    return size == 0 ? Optional.empty() : Optional.of(split(tooLong, size));
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(block));
    return end > 0;
  }

  private Read split(boolean tooLong, long size) {
    if (tooLong) {
      first = false;
      return new Read.Unusable(TOO_LONG, size);
    }
    byte[] bytes = split.toByteArray();
    return read(bytes, 0, bytes.length, size);
  }

  private Read read(byte[] bytes, int from, int length, long size) {
    int begin = first && isMarked(bytes, from, length) ? from + BYTE_ORDER_MARK.length : from;
    int last = from + length;
    if (last > begin && bytes[last - 1] == '\r') {
      last--;
    }
    first = false;
    String text = new String(bytes, begin, last - begin, StandardCharsets.UTF_8);
    return text.indexOf(REPLACED) < 0 || isUtf8(bytes, begin, last - begin)
        ? new Read.Text(text, size)
        : new Read.Unusable("the line is no UTF-8", size);
  }

  /** The sign that stands for what could not be read may itself have been written. */
  private static boolean isUtf8(byte[] bytes, int from, int length) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
      return true;
    } catch (CharacterCodingException broken) {
      return false;
    }
  }

  private static boolean isMarked(byte[] bytes, int from, int length) {
    return length >= BYTE_ORDER_MARK.length
        && bytes[from] == BYTE_ORDER_MARK[0]
        && bytes[from + 1] == BYTE_ORDER_MARK[1]
        && bytes[from + 2] == BYTE_ORDER_MARK[2];
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
