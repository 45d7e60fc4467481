package org.karyon.chart;

import tools.jackson.databind.JsonNode;
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
    return value instanceof POJONode leaf && leaf.getPojo() instanceof UnreadNumber;
  }
}
