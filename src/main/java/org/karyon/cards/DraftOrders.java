package org.karyon.cards;

import java.util.List;
import java.util.Optional;
import org.karyon.facts.DraftedOrder;
import org.karyon.guideline.Orderable;
import org.karyon.orders.OrderDraft;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Drafts orders that are complete but for what only a clinician decides; never with a dose. */
final class DraftOrders {

  private final CardContext context;
  private final Optional<String> leukemia;
  private final OrderDraft draft;

  DraftOrders(CardContext context, Optional<String> leukemia) {
    this.context = context;
    this.leukemia = leukemia;
    this.draft =
        new OrderDraft(context.patientId(), context.encounterId(), context.requester(), leukemia);
  }

  Card.Action create(Orderable orderable) {
    return new Card.Action(
        "create",
        switch (orderable.kind()) {
          case MEDICATION -> "Draft " + orderable.text() + ", dose per protocol" + note(orderable);
          case PROCEDURE, TEST -> "Draft order: " + orderable.text() + note(orderable);
        },
        Optional.of(draft.of(orderable)),
        Optional.empty());
  }

  /** The removal of those drafts that the client can name; an order set is never removed whole. */
  List<Card.Action> deletes(List<DraftedOrder> orders) {
    return orders.stream()
        .filter(order -> singleDraft(order).isPresent())
        .map(
            order ->
                new Card.Action(
                    "delete",
                    "Take the draft off: " + Summary.name(order),
                    Optional.empty(),
                    Optional.of(order.reference())))
        .toList();
  }

  /** What stands in an order set is named by the set, which holds other orders too. */
  private Optional<JsonNode> singleDraft(DraftedOrder order) {
    boolean single =
        order.reference().startsWith("MedicationRequest/")
            || order.reference().startsWith("ServiceRequest/");
    return Optional.ofNullable(context.drafts().get(order.reference())).filter(unused -> single);
  }

  /**
   * The client's own draft with the leukemia as its reason, where it names none; everything else,
   * also what FHIR does not know, stays as it was sent.
   */
  Optional<Card.Action> withReason(DraftedOrder order) {
    return leukemia.flatMap(
        condition ->
            singleDraft(order)
                .filter(DraftOrders::isDraftWithoutReason)
                .map(
                    draft ->
                        new Card.Action(
                            "update",
                            "Name the leukemia as the reason: " + Summary.name(order),
                            Optional.of(withReason(draft, condition)),
                            Optional.empty())));
  }

  private static boolean isDraftWithoutReason(JsonNode draft) {
    return draft.path("status").asString("").equals("draft")
        && !draft.has("reasonCode")
        && !draft.has("reasonReference");
  }

  private static JsonNode withReason(JsonNode draft, String condition) {
    ObjectNode completed = (ObjectNode) draft.deepCopy();
    completed.putArray("reasonReference").addObject().put("reference", condition);
    return completed;
  }

  private static String note(Orderable orderable) {
    return orderable.note().isEmpty() ? "" : " (" + orderable.note() + ")";
  }
}
