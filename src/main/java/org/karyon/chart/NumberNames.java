package org.karyon.chart;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.karyon.chart.resource.CodeableConcept;
import org.karyon.chart.resource.PlainNumber;
import tools.jackson.core.JsonParser;

/**
 * The names of the numbers of one document, or of several that are turned to one after the other. A
 * name is known by its bytes, and is only read when it comes for the first time.
 */
final class NumberNames {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int PLACES = 1_024;
  private static final int MOST_STEPS = 8;

  private final RecordJson json;
  private byte[] document;
  private final Known[] places = new Known[PLACES];

  NumberNames(RecordJson json, byte[] document) {
    this.json = json;
    this.document = document;
  }

  /** A name where it stood first; empty where it is more than codes and words. */
  private record Known(
      int fingerprint,
      ByteBuffer document,
      int from,
      int length,
      String unit,
      String unitCode,
      Optional<PlainNumber.Name> name) {}

  /** Goes on with another document; the one before must not change either. */
  void turnTo(byte[] next) {
    document = next;
  }

  /**
   * The name whose code stands at a place of the document.
   *
   * @return a new one where there is no more room to find it again; empty where the code is more
   *     than codes with their displays, and a text
   */
  Optional<PlainNumber.Name> of(int from, int length, String unit, String unitCode) {
    int fingerprint = 31 * (31 * fingerprint(from, length) + unit.hashCode()) + unitCode.hashCode();
    for (int step = 0; step < MOST_STEPS; step++) {
      int place = ((fingerprint ^ (fingerprint >>> 16)) + step) & (PLACES - 1);
      Optional<Known> known = Optional.ofNullable(places[place]);
      if (known.isEmpty()) {
        Optional<PlainNumber.Name> name = read(from, length, unit, unitCode);
        places[place] =
            new Known(fingerprint, ByteBuffer.wrap(document), from, length, unit, unitCode, name);
        return name;
      }
      if (known.get().fingerprint() == fingerprint
          && isSame(known.get(), from, length)
          && known.get().unit().equals(unit)
          && known.get().unitCode().equals(unitCode)) {
        return known.get().name();
      }
    }
    return read(from, length, unit, unitCode);
  }

  private int fingerprint(int from, int length) {
    long mixed = length;
    int at = from;
    int end = from + length;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      mixed = (mixed ^ (long) LONG.get(document, at)) * 0x9E3779B97F4A7C15L;
      mixed ^= mixed >>> 32;
    }
    for (; at < end; at++) {
      mixed = 31 * mixed + document[at];
    }
    return (int) (mixed ^ (mixed >>> 32));
  }

  private boolean isSame(Known known, int from, int length) {
    return Arrays.equals(
        known.document().array(),
        known.from(),
        known.from() + known.length(),
        document,
        from,
        from + length);
  }

  private Optional<PlainNumber.Name> read(int from, int length, String unit, String unitCode) {
    try (JsonParser parser = json.parser(document, from, length)) {
      parser.nextToken();
      Optional<CodeableConcept> code = new ConceptScan(parser).read();
      return code.map(known -> new PlainNumber.Name(known, unit, unitCode));
    }
  }
}
