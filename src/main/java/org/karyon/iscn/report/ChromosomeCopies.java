package org.karyon.iscn.report;

import java.util.List;

/**
 * One chromosome in one clone, for a picture of it.
 *
 * @param chromosome 1 to 22, X or Y
 * @param copies how many copies the clone has, counted by centromere
 * @param breaks where copies of it are broken
 */
public record ChromosomeCopies(String chromosome, CountRange copies, List<Break> breaks) {

  /** Copies the list. */
  public ChromosomeCopies {
    breaks = List.copyOf(breaks);
  }

  /**
   * A break.
   *
   * @param longArm whether it lies on the long arm
   * @param band the band as it is written, such as {@code q34.1}
   * @param position the number of the band, such as 34.1
   * @param operation the keyword of the change, such as {@code t} or {@code del}
   */
  public record Break(boolean longArm, String band, double position, String operation) {}
}
