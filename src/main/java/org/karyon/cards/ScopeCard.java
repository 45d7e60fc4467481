package org.karyon.cards;

import java.util.List;
import java.util.Optional;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.TreatmentAdvice;
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
    List<Ground> grounds = Ground.of(List.of(Facts.COURSE), assessment.facts());
    Markdown detail =
        new Markdown()
            .bullet(Sentence.OFF_TREATMENT_DETAIL.with("days", days.value().toPlainString()));
    writer
        .words(assessment)
        .why(Facts.COURSE, assessment.facts())
        .ifPresent(course -> detail.bullet(Sentence.WHY.with("findings", course)));
    return writer.card(
        Sentence.OFF_TREATMENT_SCOPE.text(),
        "info",
        writer.foot(
            detail,
            assessment,
            grounds,
            rules.stream()
                .map(
                    rule ->
                        new CardWriter.Basis(rule.id(), rule.citation(), rule.interpretations()))
                .toList(),
            remarks),
        List.of(),
        CardWriter.plain(
                "scope",
                rules.stream().map(TreatmentRule::id).toList(),
                assessment.facts(),
                List.of())
            .restingOn(grounds));
  }

  private Card child(Assessment assessment, Remarks remarks) {
    Parameter youngest = guideline.parameter(ParameterId.AYA_FROM_YEARS);
    String years = youngest.value().toPlainString();
    List<Ground> grounds = Ground.of(List.of(Facts.AGE_YEARS), assessment.facts());
    Markdown detail = new Markdown().bullet(Sentence.CHILD_DETAIL.with("years", years));
    writer
        .words(assessment)
        .why(Facts.AGE_YEARS, assessment.facts())
        .ifPresent(age -> detail.bullet(Sentence.WHY.with("findings", age)));
    return writer.card(
        Sentence.CHILD.with("years", years),
        "info",
        writer.foot(
            detail,
            assessment,
            grounds,
            List.of(
                new CardWriter.Basis(
                    youngest.id(),
                    youngest.citation(),
                    youngest.interpretation().stream().toList())),
            remarks),
        List.of(),
        CardWriter.plain("scope", List.of(), assessment.facts(), List.of()).restingOn(grounds));
  }
}
