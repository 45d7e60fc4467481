package org.karyon.iscn.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.karyon.iscn.model.ArraySegment;
import org.karyon.iscn.model.Band;
import org.karyon.iscn.model.BaseRange;
import org.karyon.iscn.model.Breakpoint;
import org.karyon.iscn.model.GenomeBuild;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureState;
import org.karyon.iscn.text.TabSeparated;

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

  /**
   * Whether a segment touches the region: surely, perhaps (one shared band without bases, or bases
   * that fit one build only where none is stated), or not.
   */
  FeatureState touchedBy(ArraySegment segment) {
    if (segment.chromosome() != region.chromosome()) {
      return FeatureState.ABSENT;
    }
    if (segment.bases().isPresent()) {
      return touchedBy(segment.bases().get(), segment.build());
    }
    Band gene = region.band();
    List<Band> bands = segment.bands();
    return switch (bands.size()) {
      case 0 -> FeatureState.PRESENT;
      case 1 -> bands.getFirst().overlaps(gene) ? FeatureState.POSSIBLE : FeatureState.ABSENT;
      default ->
          gene.liesBetween(bands.getFirst(), bands.getLast())
              ? FeatureState.PRESENT
              : FeatureState.ABSENT;
    };
  }

  private FeatureState touchedBy(BaseRange bases, GenomeBuild build) {
    boolean in37 = build != GenomeBuild.GRCH38 && bases.meets(grch37);
    boolean in38 = build != GenomeBuild.GRCH37 && bases.meets(grch38);
    boolean sure = build == GenomeBuild.UNSTATED ? in37 && in38 : in37 || in38;
    if (sure) {
      return FeatureState.PRESENT;
    }
    return in37 || in38 ? FeatureState.POSSIBLE : FeatureState.ABSENT;
  }
}
