package org.karyon.orders;

import java.util.Optional;
import org.karyon.assessment.Assessment;
import org.karyon.facts.Evidence;
import org.karyon.facts.Facts;
import org.karyon.guideline.Orderable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes orders that are complete but for what only a clinician decides; never with a dose.
 *
 * @param patientId the patient, a bare id
 * @param encounterId the encounter, a bare id; empty when the client sent none
 * @param requester who requests, as a reference; empty when the client sent none
 * @param leukemia the reference of the Condition that is the reason; empty when it has no id
 */
public record OrderDraft(
    String patientId,
    Optional<String> encounterId,
    Optional<String> requester,
    Optional<String> leukemia) {

  private static final String REFERENCE = "reference";

  /**
   * The Condition that orders name as their reason.
   *
   * @param assessment what the guideline makes of the patient
   * @return its reference; empty when the record gave it no id
   */
  public static Optional<String> leukemia(Assessment assessment) {
    return assessment.facts().get(Facts.DIAGNOSIS).evidence().stream()
        .map(Evidence::resource)
        .filter(reference -> !reference.contains("/without-id-"))
        .findFirst();
  }

  /**
   * The draft of an order.
   *
   * @param orderable what is ordered
   * @return the JSON of a MedicationRequest or a ServiceRequest, its elements in the order of FHIR
   */
  public ObjectNode of(Orderable orderable) {
    return switch (orderable.kind()) {
      case MEDICATION -> medication(orderable);
      case PROCEDURE, TEST -> service(orderable);
    };
  }

  private ObjectNode medication(Orderable orderable) {
    ObjectNode request =
        completed(draft("MedicationRequest", orderable), "medicationCodeableConcept", orderable);
    request.putArray("dosageInstruction").addObject().put("text", "Dose per protocol");
    return request;
  }

  private ObjectNode service(Orderable orderable) {
    return completed(draft("ServiceRequest", orderable), "code", orderable);
  }

  private static ObjectNode draft(String resourceType, Orderable orderable) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("resourceType", resourceType)
        .put("id", "karyon-" + orderable.id())
        .put("status", "draft")
        .put("intent", "order");
  }

  private ObjectNode completed(ObjectNode request, String what, Orderable orderable) {
    ObjectNode concept = request.putObject(what);
    ObjectNode coding =
        concept
            .putArray("coding")
            .addObject()
            .put("system", orderable.coding().system())
            .put("code", orderable.coding().code());
    if (!orderable.coding().display().isEmpty()) {
      coding.put("display", orderable.coding().display());
    }
    concept.put("text", orderable.text());
    request.putObject("subject").put(REFERENCE, "Patient/" + patientId);
    encounterId.ifPresent(id -> request.putObject("encounter").put(REFERENCE, "Encounter/" + id));
    requester.ifPresent(user -> request.putObject("requester").put(REFERENCE, user));
    leukemia.ifPresent(
        condition -> request.putArray("reasonReference").addObject().put(REFERENCE, condition));
    if (!orderable.note().isEmpty()) {
      request.putArray("note").addObject().put("text", orderable.note());
    }
    return request;
  }
}
