package org.karyon.iscn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A row of arrays.tsv: a region whose copy number shows or suggests a feature.
 *
 * @param feature the feature
 * @param region the band of the region
 * @param grch37 its bases in GRCh37
 * @param grch38 its bases in GRCh38
 * @param change the change of copy number
 * @param state the state where it is found
 * @param reading the words for what was read
 */
record ArrayRule(
    Feature feature,
    Breakpoint region,
    BaseRange grch37,
    BaseRange grch38,
    Change change,
    FeatureState state,
    String reading) {

  private static final int COLUMNS = 10;

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
              new BaseRange(Long.parseLong(row[2]), Long.parseLong(row[3])),
              new BaseRange(Long.parseLong(row[4]), Long.parseLong(row[5])),
              Change.valueOf(row[6].toUpperCase(Locale.ROOT)),
              BandRule.state(row[7]),
              row[9].isEmpty() ? row[8] : row[8] + " (" + row[9] + ")"));
    }
    return List.copyOf(rules);
  }
}
