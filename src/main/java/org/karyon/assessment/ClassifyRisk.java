package org.karyon.assessment;

import java.util.List;
import java.util.Optional;
import org.karyon.facts.Facts;
import org.karyon.facts.PatientFacts;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.RiskFeature.Weight;
import org.karyon.guideline.RiskRow;

/**
 * Finds the risk group: the first row that holds decides, and says whether it could still change.
 */
final class ClassifyRisk {

  private final Guideline guideline;

  ClassifyRisk(Guideline guideline) {
    this.guideline = guideline;
  }

  RiskAssessment classify(PatientFacts facts) {
    Optional<RiskRow> decidedBy =
        guideline.riskRows().stream()
            .filter(row -> Rows.truth(row.when(), facts) == Truth.TRUE)
            .findFirst();
    List<RiskAssessment.FeatureFinding> features =
        guideline.features().stream()
            .map(feature -> new RiskAssessment.FeatureFinding(feature, facts.get(feature.fact())))
            .toList();
    RiskAssessment classified =
        new RiskAssessment(decidedBy, false, facts.get(Facts.LINEAGE).value(), features);
    return new RiskAssessment(decidedBy, couldChange(classified), classified.lineage(), features);
  }

  /**
   * Nothing outranks poor; a favorable group gives way to a poor feature, a standard one to either.
   */
  private static boolean couldChange(RiskAssessment risk) {
    return risk.group()
        .map(
            group ->
                switch (group) {
                  case POOR -> false;
                  case FAVORABLE ->
                      risk.open().stream().anyMatch(f -> f.feature().weight() == Weight.POOR);
                  case STANDARD -> !risk.open().isEmpty();
                })
        .orElse(true);
  }
}
