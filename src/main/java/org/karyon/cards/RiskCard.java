package org.karyon.cards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.RiskAssessment;
import org.karyon.assessment.RiskAssessment.FeatureFinding;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.RiskGroup;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Interpretation;
import org.karyon.guideline.RiskFeature.Weight;
import org.karyon.guideline.RiskRow;
import org.karyon.guideline.WorkUpItemId;

/** The card of the genetic risk group and its basis. */
final class RiskCard {

  private final Guideline guideline;
  private final CardWriter writer;

  RiskCard(Guideline guideline, CardWriter writer) {
    this.guideline = guideline;
    this.writer = writer;
  }

  Optional<Card> write(Assessment assessment, Remarks remarks) {
    return assessment.risk().map(risk -> write(assessment, risk, remarks));
  }

  private Card write(Assessment assessment, RiskAssessment risk, Remarks remarks) {
    List<CardWriter.Basis> basis = new ArrayList<>();
    risk.decidedBy()
        .ifPresent(
            row ->
                basis.add(
                    new CardWriter.Basis(row.id(), row.citation(), interpretations(risk, row))));
    List<String> rules = basis.stream().map(CardWriter.Basis::id).toList();
    List<FeatureFinding> shown = new ArrayList<>(RiskWords.shown(risk));
    risk.open().stream().filter(RiskWords::isPossible).forEach(shown::add);
    shown.forEach(
        f ->
            basis.add(new CardWriter.Basis(f.feature().id(), f.feature().citation(), readings(f))));
    RiskWords words = new RiskWords(guideline, writer.words(assessment), assessment, risk);
    List<Ground> grounds = grounds(assessment, risk);
    words
        .newestKaryotype()
        .ifPresent(
            evidence ->
                grounds.add(
                    0,
                    new Ground(
                        WorkUpItemId.CYTOGENETICS.id(), Optional.of("done"), evidence, false)));
    return writer.card(
        words.summary(),
        "info",
        writer.foot(words.detail(), assessment, grounds, basis, remarks),
        List.of(),
        new AssessmentExtension(
                "risk",
                rules,
                Optional.of(group(risk)),
                Optional.of(risk.provisional()),
                features(risk),
                CardWriter.onTheWire(assessment.facts()),
                List.of(),
                missing(assessment, risk),
                List.of(),
                List.of())
            .restingOn(grounds));
  }

  /** I-02 only matters where both kinds of feature are present. */
  private static List<String> interpretations(RiskAssessment risk, RiskRow row) {
    boolean both =
        !risk.present(Weight.POOR).isEmpty() && !risk.present(Weight.FAVORABLE).isEmpty();
    return row.group() == RiskGroup.POOR && !both ? List.of() : row.interpretations();
  }

  /** How a suggestion or a doubled clone is read only matters where there is one. */
  private List<String> readings(FeatureFinding finding) {
    boolean possible = RiskWords.isPossible(finding);
    boolean doubled =
        finding.finding().evidence().stream()
            .anyMatch(evidence -> evidence.shows().contains("doubled"));
    return finding.feature().interpretations().stream()
        .filter(
            id ->
                Optional.ofNullable(guideline.interpretations().get(id))
                    .map(Interpretation::shownFor)
                    .map(
                        shown ->
                            switch (shown) {
                              case ALWAYS -> true;
                              case POSSIBLE -> possible;
                              case DOUBLED -> doubled;
                            })
                    .orElse(true))
        .toList();
  }

  static String group(RiskAssessment risk) {
    return risk.group().map(RiskGroup::id).orElse("undetermined");
  }

  private static List<Ground> grounds(Assessment assessment, RiskAssessment risk) {
    List<Fact<?>> facts = new ArrayList<>();
    risk.features().forEach(finding -> facts.add(finding.feature().fact()));
    facts.add(Facts.BCR_ABL1);
    return Ground.of(facts, assessment.facts());
  }

  private static Map<String, String> features(RiskAssessment risk) {
    Map<String, String> features = new LinkedHashMap<>();
    risk.features()
        .forEach(
            f ->
                features.put(
                    f.feature().id(), f.finding().value().map(FactValue::id).orElse("unknown")));
    return features;
  }

  private List<String> missing(Assessment assessment, RiskAssessment risk) {
    return risk.group().isPresent() && !risk.provisional()
        ? List.of()
        : assessment.missingTests().stream()
            .map(finding -> finding.item().id())
            .filter(guideline.name(Facts.POOR_FEATURE).settledBy()::contains)
            .toList();
  }
}
