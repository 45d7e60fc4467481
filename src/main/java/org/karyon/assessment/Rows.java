package org.karyon.assessment;

import java.util.List;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
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
    Truth any = Truth.FALSE;
    for (Row row : rows) {
      any = any.or(truth(row, facts));
    }
    return any;
  }

  static Truth truth(Row row, PatientFacts facts) {
    Truth all = Truth.TRUE;
    for (Condition condition : row.conditions()) {
      all = all.and(truth(condition, facts));
    }
    return all;
  }

  static Truth truth(Condition condition, PatientFacts facts) {
    return truth(condition, finding(condition.fact(), facts));
  }

  private static <V extends FactValue> Truth truth(Condition condition, Finding<V> finding) {
    return switch (finding) {
      case Known<V> known -> condition.holdsFor(known.known()) ? Truth.TRUE : Truth.FALSE;
      case Unknown<V> unknown -> allowed(condition, unknown.candidates());
    };
  }

  /** A condition that every value still allowed meets, or none, is settled without the fact. */
  private static Truth allowed(Condition condition, List<? extends FactValue> candidates) {
    if (candidates.isEmpty()) {
      return Truth.UNKNOWN;
    }
    long meeting = candidates.stream().filter(condition::holdsFor).count();
    if (meeting > 0 && meeting < candidates.size()) {
      return Truth.UNKNOWN;
    }
    return meeting == 0 ? Truth.FALSE : Truth.TRUE;
  }

  private static <V extends FactValue> Finding<V> finding(Fact<V> fact, PatientFacts facts) {
    return facts.get(fact);
  }
}
