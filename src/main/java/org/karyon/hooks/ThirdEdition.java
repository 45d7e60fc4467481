package org.karyon.hooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.karyon.cards.Card;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the edition 3.0 of CDS Hooks has beside 2.0, for the clients that ask for it. An expiry of
 * cards is not among it: there they are transient to the call that brought them.
 */
final class ThirdEdition {

  private static final String VERSION = "3.0.0";

  /** The three hooks have it in HL7's library of hooks. */
  private static final String HOOK_VERSION = "1.0";

  private ThirdEdition() {}

  /**
   * An answer to a call.
   *
   * @param cards what is shown
   * @param systemActions what the client applies by itself; left out when there is nothing
   */
  record Answer(
      List<Card> cards,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Card.Action> systemActions) {}

  /** The discovery document with the edition of the specification and of each hook. */
  static byte[] discovery(byte[] document) {
    JsonNode whole = JsonMapper.shared().readTree(document);
    for (JsonNode service : whole.path("services")) {
      ((ObjectNode) service).put("version", VERSION).put("hookVersion", HOOK_VERSION);
    }
    return JsonMapper.shared().writeValueAsBytes(whole);
  }

  /**
   * The cards in the way of 3.0: within a suggestion deletes stand before creates, as they are
   * carried out; a card that offers to replace an order does not offer to take it off besides, so
   * that its delete comes with its create (Da Vinci CRD, Propose Alternate Request). Updates that
   * were agreed on as system actions leave the cards.
   */
  static Answer answer(List<Card> cards, AskedEdition asked) {
    List<Card.Action> system = new ArrayList<>();
    List<Card> shown = new ArrayList<>();
    for (Card card : cards) {
      List<Card.Suggestion> kept = new ArrayList<>();
      Set<String> replaced = replaced(card);
      for (Card.Suggestion suggestion : card.suggestions()) {
        if (asked.systemActions().contains(AskedEdition.REASON) && only("update", suggestion)) {
          system.addAll(suggestion.actions());
        } else if (!(only("delete", suggestion) && replaced.containsAll(deleted(suggestion)))) {
          kept.add(
              new Card.Suggestion(
                  suggestion.label(), suggestion.uuid(), inOrder(suggestion.actions())));
        }
      }
      shown.add(card.suggesting(kept));
    }
    return new Answer(shown, system);
  }

  private static boolean only(String type, Card.Suggestion suggestion) {
    return !suggestion.actions().isEmpty()
        && suggestion.actions().stream().allMatch(action -> action.type().equals(type));
  }

  private static Set<String> deleted(Card.Suggestion suggestion) {
    return suggestion.actions().stream()
        .flatMap(action -> action.resourceId().stream())
        .collect(Collectors.toSet());
  }

  /** What another suggestion of the card takes off and puts something in its place. */
  private static Set<String> replaced(Card card) {
    return card.suggestions().stream()
        .filter(suggestion -> !only("delete", suggestion))
        .flatMap(suggestion -> deleted(suggestion).stream())
        .collect(Collectors.toSet());
  }

  private static List<Card.Action> inOrder(List<Card.Action> actions) {
    List<Card.Action> ordered = new ArrayList<>();
    for (String type : List.of("delete", "create", "update")) {
      actions.stream().filter(action -> action.type().equals(type)).forEach(ordered::add);
    }
    return List.copyOf(ordered);
  }
}
