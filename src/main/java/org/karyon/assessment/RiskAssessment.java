package org.karyon.assessment;

import java.util.List;
import java.util.Optional;
import org.karyon.facts.Finding;
import org.karyon.facts.Presence;
import org.karyon.facts.RiskGroup;
import org.karyon.guideline.RiskFeature;
import org.karyon.guideline.RiskRow;

/**
 * The genetic risk group and its basis.
 *
 * @param decidedBy the row that decides; empty while none holds
 * @param provisional whether a feature that is still unknown could change the group
 * @param features every risk feature with its finding, in the source's order
 */
public record RiskAssessment(
    Optional<RiskRow> decidedBy, boolean provisional, List<FeatureFinding> features) {

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
   * @return favorable and poor features that are unknown
   */
  public List<FeatureFinding> open() {
    return features.stream()
        .filter(
            feature ->
                switch (feature.feature().weight()) {
                  case FAVORABLE, POOR -> feature.finding().value().isEmpty();
                  case STRENGTHENS_FAVORABLE, NAMES_POOR -> false;
                })
        .toList();
  }
}
