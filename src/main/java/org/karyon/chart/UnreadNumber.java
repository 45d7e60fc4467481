package org.karyon.chart;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;

/**
 * Stands for a number that has more digits, or a larger power of ten, than are read: building it
 * could take minutes. What it stands in cannot be used as it was sent.
 */
public enum UnreadNumber {
  /** The only one; nothing of the number is kept. */
  TOO_LARGE;

  /**
   * Whether such a number stands anywhere in a value.
   *
   * @param value a resource or any other value
   * @return true also where it is an element that nobody looks at
   */
  public static boolean isIn(JsonNode value) {
    if (value.isContainer()) {
      for (JsonNode inside : value.values()) {
        if (isIn(inside)) {
          return true;
        }
      }
      return false;
    }
    return value instanceof POJONode;
  }

  /**
   * A copy of a value without such numbers.
   *
   * @param value an object
   * @return the object without the properties and elements that are such numbers
   */
  public static JsonNode takenOutOf(JsonNode value) {
    return switch (value) {
      case ObjectNode object -> {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object
            .properties()
            .forEach(
                property -> {
                  if (!(property.getValue() instanceof POJONode)) {
                    copy.set(property.getKey(), takenOutOf(property.getValue()));
                  }
                });
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        for (JsonNode element : array) {
          if (!(element instanceof POJONode)) {
            copy.add(takenOutOf(element));
          }
        }
        yield copy;
      }
      default -> value;
    };
  }
}
