package org.karyon.iscn.features;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureState;
import org.karyon.iscn.text.TabSeparated;

/**
 * A row of fish.tsv: what a pattern of signals says about a feature.
 *
 * @param feature the feature
 * @param pattern the pattern looked for
 * @param probe the probe, or the first of two
 * @param others the second probe, or probes that turn a break-apart pattern into another assay
 * @param state the state of the feature where the pattern is found
 * @param reading the words for what was read
 */
public record FishRule(
    Feature feature,
    Pattern pattern,
    String probe,
    List<String> others,
    FeatureState state,
    String reading) {

  private static final int COLUMNS = 7;

  /** The patterns of signals told apart. */
  public enum Pattern {
    FUSION,
    NO_FUSION,
    SPLIT,
    UNEQUAL,
    INTACT,
    LOSS,
    AMPLIFIED,
    MANY,
    FEW,
    GAIN,
    NO_GAIN
  }

  /** All rows by their first probe. */
  public static Map<String, List<FishRule>> byProbe() {
    Map<String, List<FishRule>> byProbe = new HashMap<>();
    for (String[] row : TabSeparated.rows("fish.tsv", COLUMNS)) {
      Pattern pattern = Pattern.valueOf(row[1].toUpperCase(Locale.ROOT).replace('-', '_'));
      FishRule rule =
          new FishRule(
              Feature.withId(row[0]),
              pattern,
              row[2],
              row[3].isEmpty() ? List.of() : List.of(row[3].split(",", -1)),
              BandRule.state(row[4]),
              row[6].isEmpty() ? row[5] : row[5] + " (" + row[6] + ")");
      byProbe.computeIfAbsent(row[2], probe -> new ArrayList<>()).add(rule);
    }
    return Map.copyOf(byProbe);
  }
}
