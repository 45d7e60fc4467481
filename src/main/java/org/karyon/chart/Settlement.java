package org.karyon.chart;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.karyon.facts.DataGap;
import tools.jackson.databind.JsonNode;

/**
 * Settles parts of a record: what the client handed over is completed from the source, and what
 * cannot be had is named. Lives as long as it takes to make a {@link Chart} of it.
 */
final class Settlement {

  private final String patientId;
  private final RecordSource source;
  private final Map<String, JsonNode> resources = new LinkedHashMap<>();
  private final Map<String, String> unreadable = new LinkedHashMap<>();
  private final List<DataGap> gaps = new ArrayList<>();

  Settlement(String patientId, RecordSource source) {
    this.patientId = patientId;
    this.source = source;
  }

  /** Begins with what an earlier round settled. */
  Settlement(String patientId, RecordSource source, Settlement earlier) {
    this(patientId, source);
    resources.putAll(earlier.resources);
    unreadable.putAll(earlier.unreadable);
    gaps.addAll(earlier.gaps);
  }

  /** Reads what is to be read of some parts, all at once, and takes them up in their order. */
  void settle(Map<ChartKey, Prefetched> parts) {
    List<PartQuery> queries =
        parts.entrySet().stream()
            .flatMap(part -> query(part.getKey(), part.getValue()).stream())
            .toList();
    Map<ChartKey, ChartPart> read = new HashMap<>();
    if (!queries.isEmpty()) {
      source.read(queries).forEach((query, part) -> read.put(query.key(), part));
    }
    parts.forEach(
        (key, handed) ->
            add(
                key,
                joined(
                    handed,
                    read.getOrDefault(key, new ChartPart.Missing("it was not asked for")))));
  }

  /** Each resource once, in the order in which they arrived. */
  List<JsonNode> resources() {
    return List.copyOf(resources.values());
  }

  /** The kinds that are missing or incomplete, with the reason. */
  Map<String, String> unreadable() {
    return unreadable;
  }

  /** The parts that could not be had, or not as a whole. */
  List<DataGap> gaps() {
    return List.copyOf(gaps);
  }

  private Optional<PartQuery> query(ChartKey key, Prefetched handed) {
    return switch (handed) {
      case Prefetched.All unused -> Optional.empty();
      case Prefetched.Failed unused -> Optional.empty();
      case Prefetched.FirstPage page -> Optional.of(new PartQuery(key, patientId, page.next()));
      case Prefetched.Nothing unused ->
          Optional.of(new PartQuery(key, patientId, key.query(patientId)));
    };
  }

  private static ChartPart joined(Prefetched handed, ChartPart read) {
    return switch (handed) {
      case Prefetched.All all -> new ChartPart.Whole(all.resources());
      case Prefetched.Failed failed -> new ChartPart.Missing(failed.reason());
      case Prefetched.FirstPage page -> completed(page.resources(), read);
      case Prefetched.Nothing nothing ->
          read instanceof ChartPart.Missing missing
              ? new ChartPart.Missing(nothing.reason() + ", and " + missing.reason())
              : read;
    };
  }

  private static ChartPart completed(List<JsonNode> first, ChartPart rest) {
    return switch (rest) {
      case ChartPart.Whole whole -> new ChartPart.Whole(joined(first, whole.resources()));
      case ChartPart.Partial partial ->
          new ChartPart.Partial(joined(first, partial.resources()), partial.reason());
      case ChartPart.Missing missing ->
          new ChartPart.Partial(first, "only the first page was sent, and " + missing.reason());
    };
  }

  private static List<JsonNode> joined(List<JsonNode> first, List<JsonNode> rest) {
    return Stream.concat(first.stream(), rest.stream()).toList();
  }

  private void add(ChartKey key, ChartPart part) {
    switch (part) {
      case ChartPart.Missing missing -> {
        if (key.required()) {
          throw new ChartUnavailable(key.name(), missing.reason());
        }
        unreadable.put(key.resourceType(), missing.reason());
        note(
            key,
            "This part of the record could not be read: "
                + missing.reason()
                + ". What it would tell counts as unknown.");
      }
      case ChartPart.Partial partial -> {
        take(partial.resources());
        unreadable.put(key.resourceType(), partial.reason());
        note(
            key,
            "This part of the record is incomplete: "
                + partial.reason()
                + ". What was not read counts as unknown.");
      }
      case ChartPart.Whole whole -> take(whole.resources());
    }
  }

  private void note(ChartKey key, String message) {
    gaps.add(new DataGap(DataGap.Kind.NOT_READ, key.name(), message));
  }

  private void take(Collection<JsonNode> read) {
    read.forEach(resource -> resources.merge(identity(resource), resource, Settlement::newer));
  }

  /** A resource that changed between two pages is taken as it became. */
  private static JsonNode newer(JsonNode one, JsonNode other) {
    return updated(other).isAfter(updated(one)) ? other : one;
  }

  private static Instant updated(JsonNode resource) {
    try {
      String time =
          Unbuilt.in(resource)
              .map(Unbuilt::updated)
              .orElseGet(() -> resource.path("meta").path("lastUpdated").asString(""));
      return time.isEmpty() ? Instant.MIN : OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeException unreadable) {
      return Instant.MIN;
    }
  }

  /**
   * Two keys may carry the same resource; one without an id can only be told apart by its content.
   */
  static String identity(JsonNode resource) {
    Optional<Unbuilt> unbuilt = Unbuilt.in(resource);
    if (unbuilt.isPresent()) {
      return unbuilt.get().reference();
    }
    String id = resource.path("id").asString("");
    String type = resource.path("resourceType").asString("");
    return id.isEmpty() ? type + ' ' + resource : type + '/' + id;
  }
}
