package org.karyon.iscn.model;

import java.util.OptionalInt;

/**
 * The square brackets after a clone: how many metaphases, and whether they are a composite.
 *
 * @param metaphases the number of metaphases, empty where the text gives none or only a percentage
 * @param composite whether the list is a composite (cp)
 * @param absurd whether the number is larger than any that is examined
 */
public record CellCount(OptionalInt metaphases, boolean composite, boolean absurd) {

  public static final CellCount UNSTATED = new CellCount(OptionalInt.empty(), false, false);

  public boolean isStated() {
    return metaphases.isPresent();
  }
}
