package org.karyon.chart;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record that came as one Bundle: the resources themselves, or search sets in it. It is the whole
 * record, unless a link says that there is more or a search failed.
 */
public final class SentRecord {

  private static final int DAY = "2026-11-23".length();

  /** When a resource came to be known; the first part of each path names the element. */
  private static final Map<String, List<String>> KNOWN_SINCE =
      Map.of(
          "Condition", List.of("recordedDate"),
          "Observation", List.of("issued", "effectiveDateTime", "effectiveInstant"),
          "DiagnosticReport", List.of("issued", "effectiveDateTime"),
          "MedicationRequest", List.of("authoredOn"),
          "MedicationStatement", List.of("dateAsserted", "effectiveDateTime"),
          "MedicationAdministration", List.of("effectiveDateTime"),
          "Procedure", List.of("performedDateTime"),
          "ServiceRequest", List.of("authoredOn"));

  private final Map<String, List<JsonNode>> byType = new LinkedHashMap<>();
  private final Map<String, JsonNode> nextPages = new LinkedHashMap<>();
  private final Set<String> patients = new LinkedHashSet<>();
  private final Map<String, String> fullUrls = new HashMap<>();
  private Optional<JsonNode> nextPage = Optional.empty();
  private boolean failed;
  private int later;

  private SentRecord() {}

  public static SentRecord of(JsonNode bundle, Optional<LocalDate> replayed) {
    SentRecord record = new SentRecord();
    record.nextPage = next(bundle);
    record.read(bundle, replayed);
    return record;
  }

  private void read(JsonNode bundle, Optional<LocalDate> replayed) {
    for (JsonNode entry : bundle.path("entry")) {
      JsonNode resource = entry.path("resource");
      if (resource.path("resourceType").asString("").equals("Patient")
          && resource.path("id").isString()) {
        fullUrls.put(resource.path("id").asString(), entry.path("fullUrl").asString(""));
      }
    }
    for (JsonNode resource : BundleEntries.of(bundle)) {
      String type = Unbuilt.type(resource);
      switch (type) {
        case "" -> {}
        case "Bundle" -> search(resource, replayed);
        case "OperationOutcome" -> failed |= isFailure(resource);
        default -> {
          if (replayed.isPresent() && isLater(type, resource, replayed.get())) {
            later++;
            // What was not known yet is known to be absent on that day.
            byType.computeIfAbsent(type, unused -> new ArrayList<>());
          } else {
            byType.computeIfAbsent(type, unused -> new ArrayList<>()).add(resource);
          }
          if (type.equals("Patient") && resource.path("id").isString()) {
            patients.add(resource.path("id").asString());
          }
        }
      }
    }
  }

  private void search(JsonNode searchSet, Optional<LocalDate> replayed) {
    next(searchSet)
        .ifPresent(
            next ->
                searchSet
                    .path("entry")
                    .forEach(
                        entry ->
                            nextPages.put(
                                entry.path("resource").path("resourceType").asString(""), next)));
    read(searchSet, replayed);
  }

  private static Optional<JsonNode> next(JsonNode bundle) {
    for (JsonNode link : bundle.path("link")) {
      if (link.path("relation").asString("").equals("next")) {
        return Optional.of(link);
      }
    }
    return Optional.empty();
  }

  private static boolean isFailure(JsonNode outcome) {
    for (JsonNode issue : outcome.path("issue")) {
      if (Set.of("error", "fatal").contains(issue.path("severity").asString(""))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLater(String type, JsonNode sent, LocalDate day) {
    JsonNode resource = Unbuilt.built(sent);
    return KNOWN_SINCE.getOrDefault(type, List.of()).stream()
        .map(field -> resource.path(field).asString(""))
        .filter(text -> text.length() >= DAY)
        .anyMatch(text -> isAfter(text.substring(0, DAY), day));
  }

  private static boolean isAfter(String text, LocalDate day) {
    try {
      return LocalDate.parse(text).isAfter(day);
    } catch (DateTimeException broken) {
      return false;
    }
  }

  /** The ids of the patients in the record. */
  public Set<String> patients() {
    return Set.copyOf(patients);
  }

  /** How many resources were left out, because they became known after the day of the replay. */
  public int later() {
    return later;
  }

  /** The kinds of resource that the record was expected to hold and does not. */
  public List<String> kindsWithout(List<ChartKey> keys) {
    return keys.stream()
        .map(ChartKey::resourceType)
        .distinct()
        .filter(type -> !byType.containsKey(type))
        .toList();
  }

  /**
   * The record as the parts that a hook would be handed; kinds that it does not hold are left open
   * when they may be had from elsewhere.
   */
  public ObjectNode parts(List<ChartKey> keys, boolean elsewhere, String patientId) {
    ObjectNode parts = JsonNodeFactory.instance.objectNode();
    Set<String> given = new HashSet<>();
    for (ChartKey key : keys) {
      List<JsonNode> resources =
          given.add(key.resourceType())
              ? byType.getOrDefault(key.resourceType(), List.of())
              : List.of();
      boolean silent = !byType.containsKey(key.resourceType());
      if (key.isRead()) {
        patient(resources, patientId).ifPresent(patient -> parts.set(key.name(), named(patient)));
      } else if (!silent || !(elsewhere || failed || key.required())) {
        parts.set(key.name(), searchSet(resources, key.resourceType()));
      }
    }
    return parts;
  }

  /** Another patient's resource beside the subject's is no contradiction in a Bundle of many. */
  private static Optional<JsonNode> patient(List<JsonNode> patients, String patientId) {
    Optional<JsonNode> subject =
        patients.stream()
            .filter(patient -> patient.path("id").asString("").equals(patientId))
            .findFirst();
    return subject.isPresent() ? subject : patients.stream().findFirst();
  }

  /** The other resources of a Bundle may name the patient by the {@code fullUrl} alone. */
  private JsonNode named(JsonNode patient) {
    String fullUrl = fullUrls.getOrDefault(patient.path("id").asString(""), "");
    if (fullUrl.isEmpty()) {
      return patient;
    }
    ObjectNode bundle = JsonNodeFactory.instance.objectNode();
    bundle.put("resourceType", "Bundle").put("type", "collection");
    bundle.putArray("entry").addObject().put("fullUrl", fullUrl).set("resource", patient);
    return bundle;
  }

  private ObjectNode searchSet(List<JsonNode> resources, String type) {
    ObjectNode bundle = JsonNodeFactory.instance.objectNode();
    bundle.put("resourceType", "Bundle").put("type", "searchset");
    ArrayNode entries = bundle.putArray("entry");
    for (JsonNode resource : resources) {
      if (Unbuilt.in(resource).isPresent()) {
        entries.add(resource);
      } else {
        entries.addObject().set("resource", resource);
      }
    }
    Optional.ofNullable(nextPages.get(type))
        .or(() -> nextPage)
        .ifPresent(next -> bundle.putArray("link").add(next));
    return bundle;
  }
}
