package org.karyon.explorer.patient;

import java.util.List;
import java.util.stream.Stream;
import org.karyon.cards.AssessmentExtension;
import org.karyon.cards.Card;
import tools.jackson.databind.json.JsonMapper;

/** Turns the cards of the wire into what an EHR draws. */
final class ShownCards {

  private final CardMarkdown markdown = new CardMarkdown();

  List<ShownCard> of(List<Card> cards) {
    // An EHR shows what is most urgent first.
    return Stream.of("critical", "warning", "info")
        .flatMap(indicator -> cards.stream().filter(card -> card.indicator().equals(indicator)))
        .map(this::card)
        .toList();
  }

  private ShownCard card(Card card) {
    return new ShownCard(
        card.indicator(),
        card.summary(),
        markdown.html(card.detail()),
        card.source().label(),
        card.suggestions().stream()
            .map(
                suggestion ->
                    new ShownCard.Button(
                        suggestion.label(),
                        JsonMapper.shared().writeValueAsString(suggestion.actions())))
            .toList(),
        card.extension().values().stream()
            .map(AssessmentExtension::rules)
            .flatMap(List::stream)
            .distinct()
            .map(rule -> new ShownCard.Link(rule, "/guideline#" + rule))
            .toList());
  }
}
