package org.karyon.explorer.karyotype;

import java.util.List;

/**
 * A picture of the chromosomes of one clone.
 *
 * @param title which clone it is
 * @param words the same in words
 * @param columns the chromosomes
 * @param height the height of the picture
 */
public record Idiogram(String title, String words, List<Column> columns, int height) {

  /** Copies the list. */
  public Idiogram {
    columns = List.copyOf(columns);
  }

  /**
   * A chromosome with all its copies.
   *
   * @param x the left edge
   * @param y the top edge
   * @param label its name
   * @param state kept, gained, lost or rearranged, which is its style as well
   * @param rods its copies
   * @param marks its breaks
   */
  public record Column(int x, int y, String label, String state, List<Rod> rods, List<Mark> marks) {

    /** Copies the lists. */
    public Column {
      rods = List.copyOf(rods);
      marks = List.copyOf(marks);
    }
  }

  /**
   * A copy.
   *
   * @param x the left edge
   * @param top the top of the short arm
   * @param waist the centromere
   * @param shortArm the length of the short arm
   * @param longArm the length of the long arm
   * @param state kept, gained, lost, or open where the count is a range
   */
  public record Rod(int x, int top, int waist, int shortArm, int longArm, String state) {}

  /**
   * A break.
   *
   * @param x the left edge of its line
   * @param y its height
   * @param width the length of its line
   * @param words the band and the change
   */
  public record Mark(int x, int y, int width, String words) {}
}
