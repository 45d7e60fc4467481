package org.karyon.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.karyon.facts.Amount;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.PatientFacts;

/** Builds patients from short texts such as {@code lineage=b course=newly-diagnosed}. */
final class Patients {

  private Patients() {}

  static PatientFacts of(String text) {
    PatientFacts facts = PatientFacts.none();
    for (String assignment : text.split(" ")) {
      String[] parts = assignment.split("=");
      facts = with(facts, Facts.named(parts[0]).orElseThrow(), parts[1]);
    }
    return facts;
  }

  static PatientFacts of(Map<Fact<?>, FactValue> values) {
    PatientFacts facts = PatientFacts.none();
    for (Map.Entry<Fact<?>, FactValue> entry : values.entrySet()) {
      facts = with(facts, entry.getKey(), entry.getValue().id());
    }
    return facts;
  }

  static <V extends FactValue> PatientFacts with(PatientFacts facts, Fact<V> fact, String id) {
    V value =
        fact.isAmount()
            ? fact.type().cast(new Amount(new BigDecimal(id)))
            : fact.terms().stream().filter(term -> term.id().equals(id)).findFirst().orElseThrow();
    return facts.with(fact, new Known<>(value, List.of(), List.of()));
  }
}
