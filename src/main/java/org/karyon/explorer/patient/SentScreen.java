package org.karyon.explorer.patient;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.chart.ChartKey;
import org.karyon.chart.SentRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a visitor handed over: the record of one patient and the drafts on the screen.
 *
 * @param patientId the patient, a bare id
 * @param prefetch the record by prefetch key
 * @param drafts the unsigned orders, a Bundle; an empty object when there are none
 * @param selections the drafts that are being decided on, as {@code Type/id}; empty for all of them
 */
public record SentScreen(
    String patientId, JsonNode prefetch, JsonNode drafts, Set<String> selections) {

  /** Copies the set, so that a screen never changes. */
  public SentScreen {
    selections = Set.copyOf(selections);
  }

  /**
   * Reads what was sent.
   *
   * @param sent a FHIR Bundle, or a CDS Hooks request with its prefetch
   * @param keys the parts of a record
   * @return the screen
   * @throws NotShown when it is neither, or when it does not say which patient is meant
   */
  public static SentScreen of(JsonNode sent, List<ChartKey> keys) {
    if (sent.has("hook") || sent.has("prefetch")) {
      return request(sent);
    }
    if (sent.path("resourceType").asString("").equals("Bundle")) {
      return bundle(sent, keys);
    }
    throw new NotShown(
        "This is neither a FHIR Bundle nor a CDS Hooks request. A Bundle begins with"
            + " \"resourceType\": \"Bundle\", a request has \"hook\", \"context\" and"
            + " \"prefetch\".");
  }

  private static SentScreen request(JsonNode sent) {
    JsonNode context = sent.path("context");
    String patientId = context.path("patientId").asString("");
    if (patientId.isBlank()) {
      throw new NotShown("The request does not name its patient: context.patientId is missing.");
    }
    if (!sent.path("prefetch").isObject()) {
      throw new NotShown(
          "The request has no prefetch. This page reads no FHIR server, so the record has to be in"
              + " the request.");
    }
    Set<String> selections = new LinkedHashSet<>();
    context.path("selections").forEach(selection -> selections.add(selection.asString("")));
    return new SentScreen(
        patientId, sent.path("prefetch"), context.path("draftOrders"), selections);
  }

  private static SentScreen bundle(JsonNode sent, List<ChartKey> keys) {
    SentRecord record = SentRecord.of(sent, Optional.empty());
    Set<String> patients = record.patients();
    if (patients.size() != 1) {
      throw new NotShown(
          patients.isEmpty()
              ? "The Bundle has no Patient with an id."
              : "The Bundle has several patients; send one patient's record.");
    }
    String patientId = patients.iterator().next();
    return new SentScreen(
        patientId,
        record.parts(keys, false, patientId),
        JsonNodeFactory.instance.objectNode(),
        Set.of());
  }
}
