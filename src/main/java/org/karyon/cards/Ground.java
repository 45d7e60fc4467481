package org.karyon.cards;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.karyon.facts.Amount;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.Term;

/**
 * One thing that a card's statements rest on.
 *
 * @param id the fact, or the work-up item
 * @param value its value on the wire; empty where it is not known
 * @param evidence the resource; empty where it follows from the record as a whole
 * @param against whether the resource speaks against the value
 */
record Ground(String id, Optional<Object> value, Optional<Evidence> evidence, boolean against) {

  static List<Ground> of(Collection<Fact<?>> facts, PatientFacts patient) {
    List<Ground> grounds = new ArrayList<>();
    facts.stream().distinct().forEach(fact -> grounds.addAll(of(fact, patient)));
    return grounds;
  }

  private static List<Ground> of(Fact<?> fact, PatientFacts patient) {
    List<Ground> grounds = new ArrayList<>();
    switch (patient.get(fact)) {
      case Known<?> known -> {
        Optional<Object> value = Optional.of(onTheWire(known.known()));
        known.evidence().forEach(e -> grounds.add(new Ground(fact.id(), value, e, false)));
        if (known.evidence().isEmpty()) {
          grounds.add(new Ground(fact.id(), value, Optional.empty(), false));
        }
        known.contradictedBy().forEach(e -> grounds.add(new Ground(fact.id(), value, e, true)));
      }
      case Unknown<?> unknown ->
          unknown
              .evidence()
              .forEach(e -> grounds.add(new Ground(fact.id(), Optional.empty(), e, false)));
    }
    return grounds;
  }

  Ground(String id, Optional<Object> value, Evidence evidence, boolean against) {
    this(id, value, Optional.of(evidence), against);
  }

  static Object onTheWire(FactValue value) {
    return switch (value) {
      case Amount amount -> amount.number();
      case Term term -> term.id();
    };
  }

  AssessmentExtension.Basis onTheWire() {
    return new AssessmentExtension.Basis(
        id,
        value,
        evidence.flatMap(Evidence::date).map(RecordedDate::text),
        evidence.map(Evidence::resource),
        evidence.map(e -> PlainText.harmless(e.what())).filter(what -> !what.isEmpty()),
        evidence
            .map(e -> PlainText.harmless(e.words().orElse(e.shows())))
            .filter(w -> !w.isEmpty()),
        against ? Optional.of(true) : Optional.empty());
  }
}
