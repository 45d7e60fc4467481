package org.karyon.iscn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A row of arrays.tsv: a region whose copy number shows or suggests a feature.
 *
 * @param feature the feature
 * @param region the band of the region
 * @param from first base in either of the builds GRCh37 and GRCh38
 * @param to last base in either build
 * @param change the change of copy number
 * @param state the state where it is found
 * @param reading the words for what was read
 */
record ArrayRule(
    Feature feature,
    Breakpoint region,
    long from,
    long to,
    Change change,
    FeatureState state,
    String reading) {

  private static final int COLUMNS = 8;

  /** The changes of copy number told apart. */
  enum Change {
    LOSS,
    GAIN,
    AMPLIFICATION
  }

  static List<ArrayRule> all() {
    List<ArrayRule> rules = new ArrayList<>();
    for (String[] row : TabSeparated.rows("arrays.tsv", COLUMNS)) {
      rules.add(
          new ArrayRule(
              Feature.withId(row[0]),
              BandRule.band(row[1]),
              Long.parseLong(row[2]),
              Long.parseLong(row[3]),
              Change.valueOf(row[4].toUpperCase(Locale.ROOT)),
              BandRule.state(row[5]),
              row[7].isEmpty() ? row[6] : row[6] + " (" + row[7] + ")"));
    }
    return List.copyOf(rules);
  }
}
