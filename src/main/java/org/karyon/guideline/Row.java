package org.karyon.guideline;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;

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
   * Whether a patient whose facts are known meets the row.
   *
   * @param patient values by fact; a fact without a value meets no condition
   * @return whether every condition holds
   */
  public boolean holdsFor(Map<Fact<?>, FactValue> patient) {
    for (Condition condition : conditions) {
      FactValue value = patient.get(condition.fact());
      if (value == null || !condition.holdsFor(value)) {
        return false;
      }
    }
    return true;
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
