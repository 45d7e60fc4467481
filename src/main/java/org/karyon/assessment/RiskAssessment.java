package org.karyon.assessment;

import java.util.List;
import java.util.Optional;
import org.karyon.facts.Finding;
import org.karyon.facts.Lineage;
import org.karyon.facts.Presence;
import org.karyon.facts.RiskGroup;
import org.karyon.guideline.RiskFeature;
import org.karyon.guideline.RiskRow;

/**
 * The genetic risk group and its basis.
 *
 * @param decidedBy the row that decides; empty while none holds
 * @param provisional whether a feature that is still unknown could change the group
 * @param lineage the lineage; empty while it is not known
 * @param features every risk feature with its finding, in the source's order
 */
public record RiskAssessment(
    Optional<RiskRow> decidedBy,
    boolean provisional,
    Optional<Lineage> lineage,
    List<FeatureFinding> features) {

  /**
   * A risk feature as the record shows it.
   *
   * @param feature the feature
   * @param finding known or unknown
   */
  public record FeatureFinding(RiskFeature feature, Finding<Presence> finding) {}

  /**
   * The group, where it is determined.
   *
   * @return the group, or empty while it is undetermined
   */
  public Optional<RiskGroup> group() {
    return decidedBy.map(RiskRow::group);
  }

  /**
   * The features that the record shows.
   *
   * @param weight which way they weigh
   * @return the features that are present
   */
  public List<FeatureFinding> present(RiskFeature.Weight weight) {
    return features.stream()
        .filter(feature -> feature.feature().weight() == weight)
        .filter(feature -> feature.finding().is(Presence.PRESENT))
        .toList();
  }

  /**
   * The deciding features that nobody has settled.
   *
   * @return favorable and poor features that are unknown and occur in this lineage (I-15), or of
   *     which something was seen
   */
  public List<FeatureFinding> open() {
    return features.stream()
        .filter(this::isExpected)
        .filter(
            feature ->
                switch (feature.feature().weight()) {
                  case FAVORABLE, POOR -> feature.finding().value().isEmpty();
                  case STRENGTHENS_FAVORABLE, NAMES_POOR -> false;
                })
        .toList();
  }

  /** A lesion that does not occur in the lineage is only listed where something points to it. */
  private boolean isExpected(FeatureFinding feature) {
    return lineage.map(feature.feature().lineages()::contains).orElse(true)
        || !feature.finding().evidence().isEmpty();
  }
}
