package org.karyon.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.PatientFacts;
import org.karyon.guideline.Condition;
import org.karyon.guideline.FactDomains;

/**
 * Every complete patient that the known facts still allow, as far as some conditions can tell them
 * apart.
 *
 * <p>An outcome is decided when all of them agree on it, and only then: this neither takes an
 * unknown fact for a negative one nor waits for a fact that cannot change anything. The facts on
 * which they disagree are exactly those without which the outcome stays open, so they are the
 * smallest set that decides it.
 *
 * @param <T> the outcome
 */
final class Possibilities<T> {

  private final List<Fact<?>> open;
  private final Map<List<FactValue>, T> outcomes;

  private Possibilities(List<Fact<?>> open, Map<List<FactValue>, T> outcomes) {
    this.open = open;
    this.outcomes = outcomes;
  }

  /** Works out the outcome for every combination of the facts that are still unknown. */
  static <T> Possibilities<T> of(
      Collection<Condition> conditions,
      PatientFacts facts,
      Function<Map<Fact<?>, FactValue>, T> outcome) {
    Map<Fact<?>, List<FactValue>> unknown = new LinkedHashMap<>();
    Map<Fact<?>, FactValue> known = new HashMap<>();
    FactDomains.of(conditions)
        .forEach(
            (fact, values) ->
                facts
                    .get(fact)
                    .value()
                    .<Runnable>map(value -> () -> known.put(fact, value))
                    .orElse(() -> unknown.put(fact, values))
                    .run());
    Map<List<FactValue>, T> outcomes = new LinkedHashMap<>();
    FactDomains.forEach(
        unknown,
        combination -> {
          Map<Fact<?>, FactValue> patient = new HashMap<>(known);
          patient.putAll(combination);
          outcomes.put(List.copyOf(combination.values()), outcome.apply(patient));
        });
    return new Possibilities<>(List.copyOf(unknown.keySet()), outcomes);
  }

  /** The different outcomes that are still possible; one when it is decided. */
  Set<T> distinct() {
    return new LinkedHashSet<>(outcomes.values());
  }

  /** The unknown facts that can change the outcome; none when it is decided. */
  Set<Fact<?>> deciding() {
    Set<Fact<?>> deciding = new LinkedHashSet<>();
    for (int index = 0; index < open.size(); index++) {
      if (changes(index)) {
        deciding.add(open.get(index));
      }
    }
    return deciding;
  }

  /** Whether two patients who differ in this one fact alone have different outcomes. */
  private boolean changes(int index) {
    Map<List<FactValue>, T> others = new HashMap<>();
    for (Map.Entry<List<FactValue>, T> entry : outcomes.entrySet()) {
      List<FactValue> rest = new ArrayList<>(entry.getKey());
      rest.remove(index);
      T before = others.putIfAbsent(rest, entry.getValue());
      if (before != null && !before.equals(entry.getValue())) {
        return true;
      }
    }
    return false;
  }
}
