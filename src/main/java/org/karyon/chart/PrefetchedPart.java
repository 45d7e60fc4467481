package org.karyon.chart;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Reads one prefetch value: a resource, a search set, nothing, or the client's own failure (CDS
 * Hooks 2.0, Prefetch Template).
 */
final class PrefetchedPart {

  private static final String OUTCOME = "OperationOutcome";

  private final ChartKey key;

  private PrefetchedPart(ChartKey key) {
    this.key = key;
  }

  /**
   * A missing key is not the same as null: the client looked and found nothing only in the second
   * case.
   */
  static ChartPart read(ChartKey key, JsonNode prefetch) {
    if (!prefetch.has(key.name())) {
      return new ChartPart.Missing("the client did not send it");
    }
    return new PrefetchedPart(key).part(prefetch.get(key.name()));
  }

  private ChartPart part(JsonNode value) {
    if (value.isNull()) {
      return new ChartPart.Given(List.of(), false);
    }
    return switch (type(value)) {
      case OUTCOME -> new ChartPart.Missing("the client tried to fetch it and failed");
      case "Bundle" -> bundle(value);
      case String type when type.equals(key.resourceType()) ->
          new ChartPart.Given(List.of(value), false);
      case String other ->
          new ChartPart.Missing("it holds no " + key.resourceType() + " and no Bundle");
    };
  }

  private ChartPart bundle(JsonNode bundle) {
    List<JsonNode> resources = new ArrayList<>();
    for (JsonNode entry : bundle.path("entry")) {
      JsonNode resource = entry.path("resource");
      if (type(resource).equals(OUTCOME) && isFailure(resource)) {
        return new ChartPart.Missing("the client's search failed");
      }
      if (resource.isObject() && !type(resource).equals(OUTCOME)) {
        resources.add(resource);
      }
    }
    return new ChartPart.Given(resources, hasNextPage(bundle));
  }

  private static boolean isFailure(JsonNode outcome) {
    for (JsonNode issue : outcome.path("issue")) {
      String severity = issue.path("severity").asString("");
      if (severity.equals("error") || severity.equals("fatal")) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasNextPage(JsonNode bundle) {
    for (JsonNode link : bundle.path("link")) {
      if (link.path("relation").asString("").equals("next")) {
        return true;
      }
    }
    return false;
  }

  private static String type(JsonNode value) {
    return value.path("resourceType").asString("");
  }
}
