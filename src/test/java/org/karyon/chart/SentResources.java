package org.karyon.chart;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Resources as a client sends them: the one place in which the tests put a record together from
 * resources that are written as JSON with single quotes.
 */
public final class SentResources {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Map<String, String> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("patient", "Patient");
    KINDS.put("conditions", "Condition");
    KINDS.put("observations", "Observation");
    KINDS.put("reports", "DiagnosticReport");
    KINDS.put("requests", "MedicationRequest");
    KINDS.put("statements", "MedicationStatement");
    KINDS.put("administrations", "MedicationAdministration");
    KINDS.put("procedures", "Procedure");
    KINDS.put("orders", "ServiceRequest");
  }

  private SentResources() {}

  /** The chart of a hook's request, with the keys that discovery asks for; none is required. */
  public static Chart chart(JsonNode request) {
    JsonNode context = request.path("context");
    return Chart.open(
        context.path("patientId").asString(),
        discovered(),
        request.path("prefetch"),
        context.path("draftOrders"));
  }

  private static List<ChartKey> discovered() {
    JsonNode services = JSON.readTree(Path.of("cds-services.json").toFile()).path("services");
    return services.get(0).path("prefetch").properties().stream()
        .map(key -> new ChartKey(key.getKey(), key.getValue().asString(), false))
        .toList();
  }

  /** The chart of a patient without orders. */
  public static Chart chart(String patient, List<? extends JsonNode> resources) {
    return Chart.open(patient, keys(), prefetch(resources), JSON.createObjectNode());
  }

  /** A resource that is written with single quotes. */
  public static ObjectNode json(String resource) {
    return (ObjectNode) JSON.readTree(resource.replace('\'', '"'));
  }

  /** The kinds of resources that are read, none of them required. */
  public static List<ChartKey> keys() {
    return KINDS.entrySet().stream()
        .map(entry -> new ChartKey(entry.getKey(), entry.getValue(), false))
        .toList();
  }

  /** Each kind in a Bundle of its own; resources of other kinds are not sent. */
  public static ObjectNode prefetch(List<? extends JsonNode> resources) {
    ObjectNode prefetch = JSON.createObjectNode();
    KINDS.forEach((key, kind) -> prefetch.set(key, bundle(ofKind(kind, resources))));
    return prefetch;
  }

  /** Those of a kind, in their order. */
  public static List<? extends JsonNode> ofKind(String kind, List<? extends JsonNode> resources) {
    return resources.stream()
        .filter(resource -> resource.path("resourceType").asString("").equals(kind))
        .toList();
  }

  /** Some resources in a Bundle. */
  public static ObjectNode bundle(List<? extends JsonNode> resources) {
    ObjectNode bundle =
        JSON.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
    ArrayNode entries = bundle.putArray("entry");
    resources.forEach(resource -> entries.addObject().set("resource", resource));
    return bundle;
  }
}
