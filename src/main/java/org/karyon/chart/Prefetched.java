package org.karyon.chart;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What the client handed over for one prefetch key: a resource, a search set, nothing, or its own
 * failure (CDS Hooks 2.0, Prefetch Template).
 */
sealed interface Prefetched {

  /** All that there is; the client looked, also where it found nothing. */
  record All(List<JsonNode> resources) implements Prefetched {}

  /** The first page of a search. */
  record FirstPage(List<JsonNode> resources, String next) implements Prefetched {}

  /** Nothing that can be used. */
  record Nothing(String reason) implements Prefetched {}

  /** The client tried and failed, and says so to spare us the attempt. */
  record Failed(String reason) implements Prefetched {}

  /**
   * A missing key is not the same as null: the client looked and found nothing only in the second
   * case.
   */
  static Prefetched read(ChartKey key, JsonNode prefetch) {
    if (!prefetch.has(key.name())) {
      return new Nothing("the client did not send it");
    }
    JsonNode value = prefetch.get(key.name());
    if (value.isNull()) {
      return new All(List.of());
    }
    String type = value.path("resourceType").asString("");
    if (type.equals("OperationOutcome")) {
      return new Failed("the client tried to fetch it and failed");
    }
    if (type.equals("Bundle")) {
      return page(SearchPage.of(value));
    }
    return type.equals(key.resourceType())
        ? new All(List.of(value))
        : new Nothing("what the client sent holds no " + key.resourceType() + " and no Bundle");
  }

  private static Prefetched page(SearchPage page) {
    if (page.failed()) {
      return new Failed("the client's search failed");
    }
    return page.next()
        .<Prefetched>map(next -> new FirstPage(page.resources(), next))
        .orElseGet(() -> new All(page.resources()));
  }
}
