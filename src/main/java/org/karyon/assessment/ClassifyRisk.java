package org.karyon.assessment;

import java.util.List;
import java.util.Optional;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.Presence;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.RiskFeature;
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
    return new RiskAssessment(
        decidedBy, couldChange(classified, facts), classified.lineage(), features);
  }

  /**
   * Poor gives way only where nothing but a residual feature makes it so; a favorable group gives
   * way to a poor feature, a standard one to either.
   */
  private boolean couldChange(RiskAssessment risk, PatientFacts facts) {
    return risk.group()
        .map(
            group ->
                switch (group) {
                  case POOR ->
                      risk.present(Weight.POOR).stream()
                          .allMatch(poor -> couldGiveWay(poor.feature(), facts));
                  case FAVORABLE ->
                      risk.open().stream().anyMatch(f -> f.feature().weight() == Weight.POOR);
                  case STANDARD -> !risk.open().isEmpty();
                })
        .orElse(true);
  }

  /**
   * A residual feature counts no longer once a lesion that is not poor itself explains the clone
   * (I-08), and a Philadelphia-like signature not beside BCR::ABL1 (L75).
   */
  private boolean couldGiveWay(RiskFeature poor, PatientFacts facts) {
    return poor.explainedBy().stream()
            .filter(lesion -> !isPoor(lesion))
            .anyMatch(lesion -> facts.get(lesion).value().isEmpty())
        || (poor.fact().equals(Facts.PH_LIKE) && facts.get(Facts.BCR_ABL1).value().isEmpty());
  }

  private boolean isPoor(Fact<Presence> lesion) {
    return guideline.features().stream()
        .anyMatch(feature -> feature.weight() == Weight.POOR && feature.fact().equals(lesion));
  }
}
