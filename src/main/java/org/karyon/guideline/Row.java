package org.karyon.guideline;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Conditions that must hold together.
 *
 * @param conditions one for each fact; none means that the row always holds
 */
public record Row(List<Condition> conditions) {

  /** Copies the conditions, so that a row never changes. */
  public Row {
    conditions = List.copyOf(conditions);
  }

  /**
   * The row in plain words.
   *
   * @return its conditions joined by "and"
   */
  public String words() {
    return conditions.stream().map(Condition::words).collect(Collectors.joining(" and "));
  }
}
