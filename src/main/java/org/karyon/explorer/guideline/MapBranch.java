package org.karyon.explorer.guideline;

import java.util.List;

/**
 * A branch of the map.
 *
 * @param anchor where the table says more
 * @param title its words
 * @param note a few words beside it; may be empty
 * @param branches what it leads to
 */
public record MapBranch(String anchor, String title, String note, List<MapBranch> branches) {

  /** Copies the list. */
  public MapBranch {
    branches = List.copyOf(branches);
  }
}
