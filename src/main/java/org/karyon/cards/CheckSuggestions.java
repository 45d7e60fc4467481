package org.karyon.cards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.OptionAdvice;
import org.karyon.assessment.OrderFinding;
import org.karyon.assessment.WorkUpFinding;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.ShortNames;
import org.karyon.guideline.TreatmentOption;

/** What a card about orders offers to do: add, order, replace or take off. */
final class CheckSuggestions {

  private final Guideline guideline;
  private final ShortNames names;
  private final CardWriter writer;

  CheckSuggestions(Guideline guideline, CardWriter writer) {
    this.guideline = guideline;
    this.names = guideline.shortNames();
    this.writer = writer;
  }

  /** Each suggestion once, in the order of the findings. */
  List<Card.Suggestion> of(Assessment assessment, List<OrderFinding> findings, DraftOrders drafts) {
    Map<String, Card.Suggestion> byLabel = new LinkedHashMap<>();
    findings.stream()
        .flatMap(finding -> of(assessment, finding, drafts).stream())
        .forEach(suggestion -> byLabel.putIfAbsent(suggestion.label(), suggestion));
    return List.copyOf(byLabel.values());
  }

  private List<Card.Suggestion> of(
      Assessment assessment, OrderFinding finding, DraftOrders drafts) {
    return switch (finding.state()) {
      case OPEN -> tests(finding, drafts);
      case CONFLICT, NOTE -> {
        List<Card.Suggestion> suggestions = new ArrayList<>();
        finding.check().suggests().stream()
            .filter(id -> !assessment.orders().inPlace().contains(id))
            .map(guideline::orderable)
            .forEach(
                order ->
                    suggestions.add(
                        writer.suggestion(
                            Sentence.ADD.with("order", names.of(order).button()),
                            List.of(drafts.create(order)))));
        replacement(assessment, finding, drafts).ifPresent(suggestions::add);
        removal(finding, drafts).ifPresent(suggestions::add);
        yield suggestions;
      }
    };
  }

  private List<Card.Suggestion> tests(OrderFinding finding, DraftOrders drafts) {
    return finding.tests().stream()
        .filter(test -> test.status() == WorkUpFinding.Status.MISSING)
        .map(
            test ->
                writer.suggestion(
                    Sentence.ORDER.with("test", names.of(test.item()).button()),
                    test.remaining().stream()
                        .map(guideline::orderable)
                        .map(drafts::create)
                        .toList()))
        .toList();
  }

  /** Only what the guideline offers at this step stands in the place of an order. */
  private Optional<Card.Suggestion> replacement(
      Assessment assessment, OrderFinding finding, DraftOrders drafts) {
    Optional<TreatmentOption> option =
        assessment.treatment().stream()
            .flatMap(advice -> advice.options(OptionAdvice.Status.APPLIES).stream())
            .map(OptionAdvice::option)
            .filter(
                offered -> finding.check().replacesWith().filter(offered.id()::equals).isPresent())
            .findFirst();
    List<Card.Action> removed = drafts.deletes(finding.orders());
    if (option.isEmpty() || removed.size() < finding.orders().size()) {
      return Optional.empty();
    }
    List<Card.Action> actions = new ArrayList<>();
    option.get().orders().stream()
        .filter(id -> !assessment.orders().inPlace().contains(id))
        .map(guideline::orderable)
        .map(drafts::create)
        .forEach(actions::add);
    actions.addAll(removed);
    return Optional.of(
        writer.suggestion(
            Sentence.REPLACE.with("option", names.of(option.get()).button()), actions));
  }

  private Optional<Card.Suggestion> removal(OrderFinding finding, DraftOrders drafts) {
    List<Card.Action> removed =
        finding.check().removes() ? drafts.deletes(finding.orders()) : List.of();
    return removed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            writer.suggestion(
                Sentence.TAKE_OFF.with(
                    "orders", String.join(", ", OrderCheckCard.names(finding.orders(), writer))),
                removed));
  }
}
