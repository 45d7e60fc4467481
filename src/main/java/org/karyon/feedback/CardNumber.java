package org.karyon.feedback;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The uuid of a card, from which its time and origin can be read again without any patient having
 * been stored: a UUID of version 8 (RFC 9562, section 5.8) with 48 bits of milliseconds since 1970,
 * 12 random bits, 32 bits of the origin's code and 30 random bits.
 *
 * @param issuedAt when the card was written, to the millisecond
 * @param originCode see {@link CardOrigin#code()}
 */
record CardNumber(Instant issuedAt, int originCode) {

  private static final int VERSION = 8;
  private static final long VARIANT = 0b10L << 62;
  private static final int RANDOM_LOW = 30;

  UUID issue(RandomGenerator random) {
    long most =
        (issuedAt.toEpochMilli() << 16) | ((long) VERSION << 12) | (random.nextLong() & 0xfffL);
    long least =
        VARIANT
            | (Integer.toUnsignedLong(originCode) << RANDOM_LOW)
            | (random.nextLong() & ((1L << RANDOM_LOW) - 1));
    return new UUID(most, least);
  }

  /** What a number tells; empty when it is no number of ours. */
  static Optional<CardNumber> read(UUID number) {
    if (number.version() != VERSION || number.variant() != 2) {
      return Optional.empty();
    }
    return Optional.of(
        new CardNumber(
            Instant.ofEpochMilli(number.getMostSignificantBits() >>> 16),
            (int) (number.getLeastSignificantBits() >>> RANDOM_LOW)));
  }
}
