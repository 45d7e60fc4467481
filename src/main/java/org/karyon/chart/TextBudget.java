package org.karyon.chart;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.karyon.chart.resource.PlainNumber;
import org.karyon.chart.resource.RecordText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * How much text is read of one record, so that its reading ends in time whatever is written in it.
 * Text is counted and not timed: what is read does not depend on how busy the machine is.
 *
 * <p>A text counts by its characters; a short one that was seen before, such as the name of a test,
 * counts an eighth. Codes, addresses, ids and the narrative, which nobody takes apart, count
 * nothing.
 */
final class TextBudget {

  /**
   * Fifty long reports and ten thousand results; what hostile texts of that length cost is measured
   * by a test.
   */
  static final int CHARACTERS = 250_000;

  private static final int SHORT = 100;
  private static final int SEEN_BEFORE = 8;

  private static final Set<String> NOT_TAKEN_APART =
      Set.of(
          "resourceType",
          "id",
          "meta",
          "div",
          "system",
          "code",
          "url",
          "reference",
          "fullUrl",
          "contentType");

  private final Set<String> seen = new HashSet<>();
  private final Set<PlainNumber.Name> names = Collections.newSetFromMap(new IdentityHashMap<>());
  private long spent;

  private TextBudget() {}

  /**
   * The resources beyond the budget, when they are read in their order.
   *
   * @param resources a record
   * @return those that are not read, by identity
   */
  static Set<JsonNode> beyond(List<JsonNode> resources) {
    if (new TextBudget().isMoreThanAll(resources)) {
      return Set.of();
    }
    TextBudget budget = new TextBudget();
    Set<JsonNode> beyond = Collections.newSetFromMap(new IdentityHashMap<>());
    for (JsonNode resource : resources) {
      if (!budget.holds(resource)) {
        beyond.add(resource);
      }
    }
    return beyond;
  }

  /** A small resource behind a large one is still read. */
  private boolean holds(JsonNode resource) {
    // Of a longer one no more than this is read.
    long cost = Math.min(cost(resource), RecordText.LONGEST);
    if (spent + cost > CHARACTERS) {
      return false;
    }
    spent += cost;
    return true;
  }

  /** Whether the budget holds a record of which not a text was counted that need not be. */
  private boolean isMoreThanAll(List<JsonNode> resources) {
    long most = 0;
    for (JsonNode resource : resources) {
      Optional<Unbuilt> unbuilt = Unbuilt.in(resource);
      most +=
          unbuilt.isPresent() && unbuilt.get().plain().isEmpty()
              ? unbuilt.get().length()
              : cost(resource);
      if (most > CHARACTERS) {
        return false;
      }
    }
    return true;
  }

  /** Of a number only the name is taken apart, and once. */
  private long cost(Unbuilt resource) {
    if (resource.plain().isEmpty()) {
      try {
        return cost(resource.tree());
      } catch (JacksonException ambiguous) {
        return resource.length();
      }
    }
    PlainNumber.Name name = resource.plain().get().name();
    return names.add(name) ? name.characters() : name.characters() / SEEN_BEFORE;
  }

  private long cost(JsonNode value) {
    if (value.isPojo()) {
      return Unbuilt.in(value).map(this::cost).orElse(0L);
    }
    if (value.isString()) {
      String text = value.asString();
      boolean again = text.length() <= SHORT && !seen.add(text);
      return again ? text.length() / SEEN_BEFORE : text.length();
    }
    long cost = 0;
    if (value.isObject()) {
      boolean unread = isDocument(value);
      for (Map.Entry<String, JsonNode> inside : value.properties()) {
        if (!NOT_TAKEN_APART.contains(inside.getKey())
            && !(unread && inside.getKey().equals("data"))) {
          cost += cost(inside.getValue());
        }
      }
    } else if (value.isArray()) {
      for (JsonNode inside : value) {
        cost += cost(inside);
      }
    }
    return cost;
  }

  /** A document that is no plain text is not looked into. */
  private static boolean isDocument(JsonNode value) {
    String contentType = value.path("contentType").asString("");
    return !contentType.isEmpty() && !contentType.startsWith("text/plain");
  }
}
