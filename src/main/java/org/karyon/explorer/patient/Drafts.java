package org.karyon.explorer.patient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.karyon.guideline.Coded;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Orderable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The unsigned orders on the screen, by reference; what a visitor drafts, takes and removes changes
 * them. No drafted order carries a dose.
 */
public final class Drafts {

  private static final int MOST = 60;

  private final Map<String, JsonNode> byReference = new LinkedHashMap<>();

  private Drafts() {}

  /**
   * The drafts of a Bundle.
   *
   * @param bundle a Bundle, or any other node for none
   */
  public static Drafts of(JsonNode bundle) {
    Drafts drafts = new Drafts();
    bundle.path("entry").forEach(entry -> drafts.put(entry.path("resource")));
    return drafts;
  }

  private void put(JsonNode resource) {
    if (resource.isObject() && byReference.size() < MOST) {
      String id = resource.path("id").asString("");
      String reference =
          resource.path("resourceType").asString("")
              + '/'
              + (id.isEmpty() ? "draft-" + byReference.size() : id);
      byReference.put(reference, resource);
    }
  }

  /**
   * Takes a suggestion as an EHR does.
   *
   * @param actions the actions of a suggestion
   */
  public void take(JsonNode actions) {
    for (JsonNode action : actions) {
      switch (action.path("type").asString("")) {
        case "create", "update" -> put(action.path("resource"));
        case "delete" -> remove(action.path("resourceId").asString(""));
        default -> {}
      }
    }
  }

  /** Takes a draft off the screen. */
  public void remove(String reference) {
    byReference.remove(reference);
  }

  /**
   * Drafts an order of the guideline.
   *
   * @param guideline the knowledge
   * @param orderable the id of the order; any other does nothing
   * @param patientId the patient
   */
  public void add(Guideline guideline, String orderable, String patientId) {
    Orderable order = guideline.orderables().get(orderable);
    if (order == null) {
      return;
    }
    boolean medication = order.kind() == Orderable.Kind.MEDICATION;
    ObjectNode resource = JsonNodeFactory.instance.objectNode();
    resource
        .put("resourceType", medication ? "MedicationRequest" : "ServiceRequest")
        .put("id", "drafted-" + order.id())
        .put("status", "draft")
        .put("intent", "order");
    ObjectNode concept = resource.putObject(medication ? "medicationCodeableConcept" : "code");
    Coded coding = order.coding();
    ObjectNode drafted =
        concept
            .putArray("coding")
            .addObject()
            .put("system", coding.system())
            .put("code", coding.code());
    if (!coding.display().isEmpty()) {
      drafted.put("display", coding.display());
    }
    concept.put("text", order.text());
    resource.putObject("subject").put("reference", "Patient/" + patientId);
    put(resource);
  }

  /** The drafts as the Bundle of a hook's context. */
  public ObjectNode bundle() {
    ObjectNode bundle = JsonNodeFactory.instance.objectNode();
    bundle.put("resourceType", "Bundle").put("type", "collection");
    ArrayNode entries = bundle.putArray("entry");
    byReference.values().forEach(draft -> entries.addObject().set("resource", draft));
    return bundle;
  }

  /** The drafts as the client named them. */
  public Map<String, JsonNode> byReference() {
    return new LinkedHashMap<>(byReference);
  }

  /** The drafts as lines on the screen. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    byReference.forEach((reference, draft) -> lines.add(new Line(reference, words(draft))));
    return lines;
  }

  private static String words(JsonNode draft) {
    for (String element : List.of("medicationCodeableConcept", "code")) {
      JsonNode concept = draft.path(element);
      String text =
          concept
              .path("text")
              .asString(concept.path("coding").path(0).path("display").asString(""));
      if (!text.isBlank()) {
        return text;
      }
    }
    return draft.path("resourceType").asString("order");
  }

  /**
   * A draft.
   *
   * @param reference its name as {@code Type/id}
   * @param words what is ordered
   */
  public record Line(String reference, String words) {}
}
