package org.karyon.guideline.yaml;

import java.util.Collection;
import java.util.Comparator;

/** Finds the known name that a misspelt one most likely meant. */
public final class NearestName {

  private static final int FARTHEST = 4;

  private NearestName() {}

  /**
   * A hint for a message.
   *
   * @param name a name that is not known
   * @param known the names that are
   * @return a sentence with a space before it, or nothing when no known name is near
   */
  public static String hint(String name, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
        .filter(candidate -> distance(name, candidate) <= FARTHEST)
        .map(candidate -> " Did you mean '" + candidate + "'?")
        .orElse("");
  }

  /** The Levenshtein distance: how many letters must be added, removed or changed. */
  private static int distance(String one, String other) {
    int[] previous = new int[other.length() + 1];
    for (int column = 0; column <= other.length(); column++) {
      previous[column] = column;
    }
    for (int row = 1; row <= one.length(); row++) {
      int[] current = new int[other.length() + 1];
      current[0] = row;
      for (int column = 1; column <= other.length(); column++) {
        int change = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(
                Math.min(current[column - 1], previous[column]) + 1, previous[column - 1] + change);
      }
      previous = current;
    }
    return previous[other.length()];
  }
}
