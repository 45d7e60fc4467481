package org.karyon.iscn.model;

/**
 * A stretch of one arm, counted outward from the centromere.
 *
 * <p>Positions are band numbers made comparable: {@code 21.3} is 21300, so p11.2 lies before p12
 * and p12 before p13. The stretch is half open; {@code q23} is [23000, 24000) and holds q23.3.
 *
 * @param arm the arm, or {@link Arm#UNSTATED} when the text gives none
 * @param from first position
 * @param to position after the last
 * @param uncertain whether a question mark or an interval sign leaves the place open
 */
public record Band(Arm arm, int from, int to, boolean uncertain) {

  /** A position beyond every band. */
  public static final int ARM_END = 100_000;

  /** The width of one band without sub-bands. */
  static final int BAND_WIDTH = 1_000;

  /** A break whose place the text does not give. */
  public static final Band NOWHERE = new Band(Arm.UNSTATED, 0, ARM_END, true);

  /** Positions below this belong to the centromere (p10, q10). */
  private static final int FIRST_BAND = 11_000;

  public boolean isWholeArm() {
    return from >= FIRST_BAND - BAND_WIDTH && to <= FIRST_BAND && arm != Arm.UNSTATED;
  }

  /** Whether both stretches lie on the same arm and share a position. */
  public boolean overlaps(Band other) {
    boolean sameArm = arm == other.arm || arm == Arm.UNSTATED || other.arm == Arm.UNSTATED;
    return sameArm && from < other.to && other.from < to;
  }

  /** Whether the text pins the break to one band. */
  public boolean isExact() {
    return !uncertain && to - from <= BAND_WIDTH;
  }

  public Band asUncertain() {
    return new Band(arm, from, to, true);
  }

  /**
   * Whether it lies between two bands, on the way through the centromere where they are on both
   * arms.
   */
  public boolean liesBetween(Band first, Band last) {
    if (first.arm() == last.arm()) {
      int low = Math.min(first.from(), last.from());
      int high = Math.max(first.to(), last.to());
      return overlaps(new Band(first.arm(), low, high, false));
    }
    Band end = first.arm() == arm ? first : last;
    return overlaps(new Band(arm, 0, end.to(), false));
  }
}
