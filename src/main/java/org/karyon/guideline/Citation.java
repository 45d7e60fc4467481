package org.karyon.guideline;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The lines of the guideline source that a statement rests on.
 *
 * @param lines line numbers of the source edition, ascending; empty when the source is silent
 */
public record Citation(List<Integer> lines) {

  /** Sorts the lines and drops repetitions. */
  public Citation {
    lines = lines.stream().distinct().sorted().toList();
  }

  /**
   * The lines as a card shows them.
   *
   * @return for example {@code L96, L98}; empty when there are none
   */
  public String text() {
    return lines.stream().map(line -> "L" + line).collect(Collectors.joining(", "));
  }
}
