package org.karyon.chart;

import java.util.Optional;
import java.util.Set;
import org.karyon.chart.resource.PlainNumber;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Walks over the tokens of one resource after the other, and keeps of each its kind, its id, and
 * what it says where it is nothing but a number.
 */
final class ResourceScan {

  /** Needed before all others, or no resources of a record; their trees are always built. */
  private static final Set<String> BUILT =
      Set.of("", "Patient", "Condition", "Bundle", "OperationOutcome");

  private static final int LONGEST_ID = 64;

  private final JsonParser parser;
  private final Texts texts = new Texts();
  private final NumberScan number;

  private String type = "";
  private String lastType = "";
  private String id = "";
  private String updated = "";
  private boolean usual;

  ResourceScan(JsonParser parser, NumberNames names) {
    this.parser = parser;
    this.number = new NumberScan(parser, texts, names);
  }

  /** Reads to the end of the resource at whose beginning the parser stands. */
  void read() {
    type = "";
    id = "";
    updated = "";
    usual = true;
    number.reset();
    String name;
    while ((name = parser.nextName()) != null) {
      JsonToken value = parser.nextToken();
      switch (name) {
        case "resourceType" -> {
          type = once(type, value, lastType);
          lastType = type;
        }
        case "id" -> id = once(id, value, "");
        case "meta" -> meta(value);
        default -> number.member(name, value);
      }
    }
  }

  /** What is said twice, or is no text, has the meaning that the common reader gives it. */
  private String once(String before, JsonToken value, String expected) {
    usual &= before.isEmpty() && value == JsonToken.VALUE_STRING;
    if (value != JsonToken.VALUE_STRING) {
      parser.skipChildren();
      return before;
    }
    return texts.of(parser, expected);
  }

  private void meta(JsonToken value) {
    usual &= value == JsonToken.START_OBJECT;
    if (value != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    String name;
    while ((name = parser.nextName()) != null) {
      JsonToken inside = parser.nextToken();
      if (name.equals("lastUpdated")) {
        updated = once(updated, inside, updated);
      } else {
        number.skip(inside);
      }
    }
  }

  /** Whether the resource has a kind and an id, each once, and need not be built at once. */
  boolean isUsual() {
    return usual && !BUILT.contains(type) && isId();
  }

  private boolean isId() {
    for (int at = 0; at < id.length(); at++) {
      char sign = id.charAt(at);
      boolean known =
          (sign >= '0' && sign <= '9')
              || (sign >= 'a' && sign <= 'z')
              || (sign >= 'A' && sign <= 'Z')
              || sign == '-'
              || sign == '.';
      if (!known) {
        return false;
      }
    }
    return !id.isEmpty() && id.length() <= LONGEST_ID;
  }

  String type() {
    return type;
  }

  String id() {
    return id;
  }

  String updated() {
    return updated;
  }

  /** The number; empty where the resource is more, or something else. */
  Optional<PlainNumber> plain() {
    return type.equals("Observation") ? number.number() : Optional.empty();
  }
}
