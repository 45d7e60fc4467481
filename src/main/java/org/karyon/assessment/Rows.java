package org.karyon.assessment;

import java.util.List;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Finding;
import org.karyon.facts.PatientFacts;
import org.karyon.guideline.Condition;
import org.karyon.guideline.Row;

/**
 * Evaluates rows of conditions on what is known; a condition on an unknown fact is neither true nor
 * false.
 */
final class Rows {

  private Rows() {}

  static Truth any(List<Row> rows, PatientFacts facts) {
    return rows.stream().map(row -> truth(row, facts)).reduce(Truth.FALSE, Truth::or);
  }

  static Truth truth(Row row, PatientFacts facts) {
    return row.conditions().stream()
        .map(condition -> truth(condition, facts))
        .reduce(Truth.TRUE, Truth::and);
  }

  static Truth truth(Condition condition, PatientFacts facts) {
    return finding(condition.fact(), facts)
        .value()
        .map(value -> condition.holdsFor(value) ? Truth.TRUE : Truth.FALSE)
        .orElse(Truth.UNKNOWN);
  }

  private static <V extends FactValue> Finding<V> finding(Fact<V> fact, PatientFacts facts) {
    return facts.get(fact);
  }
}
