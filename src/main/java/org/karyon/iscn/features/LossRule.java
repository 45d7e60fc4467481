package org.karyon.iscn.features;

import java.util.ArrayList;
import java.util.List;
import org.karyon.iscn.model.Breakpoint;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureState;
import org.karyon.iscn.text.TabSeparated;

/**
 * A row of losses.tsv: a region whose loss shows or suggests a feature.
 *
 * @param feature the feature
 * @param region the region that must be lost
 * @param lost the state when it is lost
 * @param partial the state when another part of the same arm is lost
 * @param visible whether an adequate karyotype without it makes the feature absent
 * @param reading the words for what was read
 */
record LossRule(
    Feature feature,
    Breakpoint region,
    FeatureState lost,
    FeatureState partial,
    boolean visible,
    String reading) {

  private static final int COLUMNS = 7;

  static List<LossRule> all() {
    List<LossRule> rules = new ArrayList<>();
    for (String[] row : TabSeparated.rows("losses.tsv", COLUMNS)) {
      rules.add(
          new LossRule(
              Feature.withId(row[0]),
              BandRule.band(row[1]),
              BandRule.state(row[2]),
              BandRule.state(row[3]),
              row[4].equals("yes"),
              row[6].isEmpty() ? row[5] : row[5] + " (" + row[6] + ")"));
    }
    return List.copyOf(rules);
  }
}
