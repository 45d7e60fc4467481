package org.karyon.cards;

import java.util.List;
import java.util.Optional;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.TreatmentAdvice;
import org.karyon.facts.Facts;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Parameter;
import org.karyon.guideline.TreatmentRule;

/** The card that says why nothing else is said. */
final class ScopeCard {

  private final Guideline guideline;
  private final CardWriter writer;
  private final FactWords words;

  ScopeCard(Guideline guideline, CardWriter writer) {
    this.guideline = guideline;
    this.writer = writer;
    this.words = new FactWords(guideline);
  }

  Optional<Card> write(Assessment assessment) {
    return switch (assessment.scope()) {
      case NO_LEUKEMIA, NOT_KNOWN, SUSPECTED, COVERED -> Optional.empty();
      case CHILD -> Optional.of(child(assessment));
      case OFF_TREATMENT -> Optional.of(offTreatment(assessment));
    };
  }

  private Card offTreatment(Assessment assessment) {
    Parameter days = guideline.parameter("offTreatmentDays");
    List<TreatmentRule> rules =
        assessment.treatment().map(TreatmentAdvice::rules).orElse(List.of());
    Markdown detail =
        new Markdown()
            .paragraph(
                "In remission, and the last treatment on record ended more than %s days ago. The guideline ends with maintenance and speaks of no follow-up."
                    .formatted(days.value().toPlainString()))
            .table(FactWords.HEADER, words.rows(Facts.COURSE, assessment.facts()));
    return writer.card(
        "ALL in remission, off treatment: the guideline speaks of no follow-up",
        "info",
        writer.foot(
            detail,
            rules.stream()
                .map(
                    rule ->
                        new CardWriter.Basis(rule.id(), rule.citation(), rule.interpretations()))
                .toList()),
        List.of(),
        CardWriter.plain(
            "scope",
            rules.stream().map(TreatmentRule::id).toList(),
            assessment.facts(),
            List.of()));
  }

  private Card child(Assessment assessment) {
    Parameter youngest = guideline.parameter("ayaFromYears");
    String years = youngest.value().toPlainString();
    Markdown detail =
        new Markdown()
            .paragraph(
                "The guideline speaks of adolescents from %s years on and of adults. For a younger patient nothing is said here; a pediatric protocol applies."
                    .formatted(years))
            .table(FactWords.HEADER, words.rows(Facts.AGE_YEARS, assessment.facts()));
    return writer.card(
        "ALL under %s years of age: outside this guideline".formatted(years),
        "info",
        writer.foot(
            detail,
            List.of(
                new CardWriter.Basis(
                    youngest.id(),
                    youngest.citation(),
                    youngest.interpretation().stream().toList()))),
        List.of(),
        CardWriter.plain("scope", List.of(), assessment.facts(), List.of()));
  }
}
