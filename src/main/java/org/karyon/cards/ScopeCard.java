package org.karyon.cards;

import java.util.List;
import java.util.Optional;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.TreatmentAdvice;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Parameter;
import org.karyon.guideline.ParameterId;
import org.karyon.guideline.TreatmentRule;

/** The card that says why nothing else is said. */
final class ScopeCard {

  private final Guideline guideline;
  private final CardWriter writer;

  ScopeCard(Guideline guideline, CardWriter writer) {
    this.guideline = guideline;
    this.writer = writer;
  }

  Optional<Card> write(Assessment assessment, Remarks remarks) {
    return switch (assessment.scope()) {
      case NO_LEUKEMIA, NOT_KNOWN, SUSPECTED, COVERED -> Optional.empty();
      case CHILD -> Optional.of(child(assessment, remarks));
      case OFF_TREATMENT -> Optional.of(offTreatment(assessment, remarks));
    };
  }

  private Card offTreatment(Assessment assessment, Remarks remarks) {
    Parameter days = guideline.parameter(ParameterId.OFF_TREATMENT_DAYS);
    List<TreatmentRule> rules =
        assessment.treatment().map(TreatmentAdvice::rules).orElse(List.of());
    return card(
        Sentence.OFF_TREATMENT_SCOPE.text(),
        Sentence.OFF_TREATMENT_DETAIL.with("days", days.value().toPlainString()),
        Facts.COURSE,
        rules.stream()
            .map(rule -> new CardWriter.Basis(rule.id(), rule.citation(), rule.interpretations()))
            .toList(),
        rules.stream().map(TreatmentRule::id).toList(),
        assessment,
        remarks);
  }

  private Card child(Assessment assessment, Remarks remarks) {
    Parameter youngest = guideline.parameter(ParameterId.AYA_FROM_YEARS);
    String years = youngest.value().toPlainString();
    return card(
        Sentence.CHILD.with("years", years),
        Sentence.CHILD_DETAIL.with("years", years),
        Facts.AGE_YEARS,
        List.of(
            new CardWriter.Basis(
                youngest.id(), youngest.citation(), youngest.interpretation().stream().toList())),
        List.of(),
        assessment,
        remarks);
  }

  private Card card(
      String summary,
      String said,
      Fact<?> because,
      List<CardWriter.Basis> bases,
      List<String> rules,
      Assessment assessment,
      Remarks remarks) {
    List<Ground> grounds = Ground.of(List.of(because), assessment.facts());
    Markdown detail = new Markdown().bullet(said);
    writer
        .words(assessment)
        .why(because, assessment.facts())
        .ifPresent(findings -> detail.bullet(Sentence.WHY.with("findings", findings)));
    return writer.card(
        summary,
        "info",
        writer.foot(detail, assessment, grounds, bases, remarks),
        List.of(),
        CardWriter.plain("scope", rules, assessment.facts(), List.of()).restingOn(grounds));
  }
}
