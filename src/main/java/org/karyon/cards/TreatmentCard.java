package org.karyon.cards;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.OptionAdvice;
import org.karyon.assessment.OptionAdvice.Status;
import org.karyon.assessment.OrdersToDraft;
import org.karyon.assessment.TreatmentAdvice;
import org.karyon.facts.Fact;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Orderable;
import org.karyon.guideline.ShortNames;
import org.karyon.guideline.TreatmentOption;
import org.karyon.guideline.TreatmentRule;

/**
 * The card of what to choose: the options of the guideline at this step, and what is missing to
 * choose.
 */
final class TreatmentCard {

  private final Guideline guideline;
  private final ShortNames names;
  private final CardWriter writer;
  private final OrdersToDraft ordersToDraft;
  private final TreatmentTree tree;

  TreatmentCard(Guideline guideline, TreatmentTree tree, CardWriter writer) {
    this.guideline = guideline;
    this.names = guideline.shortNames();
    this.writer = writer;
    this.ordersToDraft = new OrdersToDraft(guideline);
    this.tree = tree;
  }

  Optional<Card> write(Assessment assessment, DraftOrders drafts, Remarks remarks) {
    return assessment
        .treatment()
        .filter(advice -> !advice.possible().isEmpty())
        .map(advice -> write(assessment, advice, drafts, remarks));
  }

  private Card write(
      Assessment assessment, TreatmentAdvice advice, DraftOrders drafts, Remarks remarks) {
    Branch branch = new Branch(tree, advice);
    TreatmentWords words = new TreatmentWords(guideline, tree, writer, assessment, advice, branch);
    List<Ground> grounds = Ground.of(branch.facts(), assessment.facts());
    List<String> rules = advice.rules().stream().map(TreatmentRule::id).toList();
    String summary =
        new TreatmentSummary(guideline, assessment, advice, branch, writer.words(assessment))
            .text();
    List<Card.Suggestion> suggestions = suggestions(assessment, advice, branch, drafts);
    AssessmentExtension extension =
        new AssessmentExtension(
                "treatment",
                rules,
                assessment.risk().map(RiskCard::group),
                assessment.risk().map(risk -> risk.provisional()),
                Map.of(),
                CardWriter.onTheWire(assessment.facts()),
                advice.options().stream().map(this::state).toList(),
                missing(assessment, advice),
                List.of(),
                List.of())
            .restingOn(grounds);
    return writer.fitting(
        closeness ->
            writer.card(
                summary,
                "info",
                detail(assessment, advice, words.brief(closeness), words, grounds, remarks),
                suggestions,
                extension));
  }

  private Markdown detail(
      Assessment assessment,
      TreatmentAdvice advice,
      Markdown brief,
      TreatmentWords words,
      List<Ground> grounds,
      Remarks remarks) {
    Markdown detail = writer.foot(brief, assessment, grounds, basis(advice), remarks);
    if (writer.isFull()) {
      detail.list(Sentence.FULL_UNKNOWN.text(), words.unknown());
      detail.list(Sentence.FULL_OUTLOOK.text(), words.outlook());
      detail.list(
          Sentence.FULL_TIMELINE.text(),
          new TimelineWords(writer.words(assessment)).lines(assessment.record().timeline()));
    }
    return detail;
  }

  private List<Card.Suggestion> suggestions(
      Assessment assessment, TreatmentAdvice advice, Branch branch, DraftOrders drafts) {
    List<Card.Suggestion> suggestions = new ArrayList<>();
    Set<List<Orderable>> drafted = new HashSet<>();
    for (OptionAdvice option : advice.options(Status.APPLIES)) {
      if (!branch.isAddition(option)
          && drafted.add(ordersToDraft.of(assessment, option.option()))) {
        draft(assessment, option.option(), drafts).ifPresent(suggestions::add);
      }
    }
    reason(assessment, drafts).ifPresent(suggestions::add);
    return suggestions;
  }

  /** What is on the screen or active already is not drafted a second time. */
  private Optional<Card.Suggestion> draft(
      Assessment assessment, TreatmentOption option, DraftOrders drafts) {
    List<Orderable> open = ordersToDraft.of(assessment, option);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    String name = names.of(option).button();
    boolean whole = open.size() == option.orders().size();
    String label =
        option.adjunct()
            ? Sentence.ADD.with("order", name)
            : whole
                ? Sentence.DRAFT.with("order", name)
                : Sentence.COMPLETE.with("option", names.of(option).text());
    return Optional.of(writer.suggestion(label, open.stream().map(drafts::create).toList()));
  }

  private Optional<Card.Suggestion> reason(Assessment assessment, DraftOrders drafts) {
    List<Card.Action> updates =
        assessment.record().orders().selected().stream()
            .filter(order -> !order.concepts().isEmpty())
            .flatMap(order -> drafts.withReason(order).stream())
            .toList();
    return updates.isEmpty()
        ? Optional.empty()
        : Optional.of(writer.suggestion(Sentence.NAME_REASON.text(), updates));
  }

  private AssessmentExtension.OptionState state(OptionAdvice option) {
    return new AssessmentExtension.OptionState(
        option.option().id(), option.status().id(), ids(option.needs()));
  }

  /** Derived facts are asked for by what a clinician can record. */
  private List<String> ids(Set<Fact<?>> facts) {
    return facts.stream().map(guideline::asked).map(Fact::id).distinct().toList();
  }

  private List<String> missing(Assessment assessment, TreatmentAdvice advice) {
    Set<String> missing = new LinkedHashSet<>(ids(advice.missing()));
    assessment.requested().stream()
        .filter(
            finding ->
                switch (finding.status()) {
                  case MISSING, ORDERED, UNREADABLE -> true;
                  case DONE -> false;
                })
        .forEach(finding -> missing.add(finding.item().id()));
    return List.copyOf(missing);
  }

  private List<CardWriter.Basis> basis(TreatmentAdvice advice) {
    List<TreatmentRule> shown = advice.rules().isEmpty() ? advice.possible() : advice.rules();
    return shown.stream()
        .map(
            rule -> new CardWriter.Basis(rule.id(), rule.citation(), interpretations(rule, advice)))
        .toList();
  }

  /** An interpretation of overlapping rules only matters where both hold. */
  private List<String> interpretations(TreatmentRule rule, TreatmentAdvice advice) {
    List<String> interpretations = new ArrayList<>(rule.interpretations());
    guideline.tables().stream()
        .flatMap(table -> table.overlaps().stream())
        .filter(overlap -> overlap.rules().contains(rule.id()))
        .map(DecisionTable.Overlap::interpretation)
        .filter(
            interpretation ->
                advice.together().stream()
                    .filter(together -> together.rules().contains(rule.id()))
                    .noneMatch(together -> together.interpretation().equals(interpretation)))
        .forEach(interpretations::remove);
    return interpretations;
  }
}
