package org.karyon.iscn.model;

import java.util.EnumMap;
import java.util.Map;
import org.karyon.iscn.text.TabSeparated;

/** The outermost band of each arm, to tell a band that exists from one that does not. */
public final class ChromosomeArms {

  private static final Map<Chromosome, int[]> ENDS = read();

  private ChromosomeArms() {}

  private static Map<Chromosome, int[]> read() {
    Map<Chromosome, int[]> ends = new EnumMap<>(Chromosome.class);
    for (String[] row : TabSeparated.rows("chromosome-arms.tsv", 3)) {
      int shortArm = Integer.parseInt(row[1]);
      int longArm = Integer.parseInt(row[2]);
      ends.put(
          Chromosome.labelled(row[0]),
          new int[] {(shortArm + 1) * Band.BAND_WIDTH, (longArm + 1) * Band.BAND_WIDTH});
    }
    return ends;
  }

  /** Whether the band lies on the chromosome; true where either is not stated. */
  public static boolean has(Chromosome chromosome, Band band) {
    int[] ends = ENDS.get(chromosome);
    return ends == null
        || switch (band.arm()) {
          case SHORT -> band.from() < ends[0];
          case LONG -> band.from() < ends[1];
          case UNSTATED -> true;
        };
  }
}
