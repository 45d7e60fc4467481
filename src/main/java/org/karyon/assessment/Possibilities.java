package org.karyon.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
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

  private final List<Fact<?>> facts;
  private final int[] sizes;
  private final List<T> outcomes;

  private Possibilities(List<Fact<?>> facts, int[] sizes, List<T> outcomes) {
    this.facts = facts;
    this.sizes = sizes;
    this.outcomes = outcomes;
  }

  /** Works out the outcome for every combination of the facts that are still unknown. */
  static <T> Possibilities<T> of(
      Collection<Condition> conditions,
      PatientFacts known,
      Function<Map<Fact<?>, FactValue>, T> outcome) {
    Map<Fact<?>, List<FactValue>> domains = new LinkedHashMap<>();
    FactDomains.of(conditions)
        .forEach((fact, values) -> domains.put(fact, allowed(fact, values, known)));
    List<T> outcomes = new ArrayList<>();
    FactDomains.forEach(domains, patient -> outcomes.add(outcome.apply(patient)));
    int[] sizes = domains.values().stream().mapToInt(List::size).toArray();
    return new Possibilities<>(List.copyOf(domains.keySet()), sizes, outcomes);
  }

  /**
   * A known fact has its value alone; an unknown one of which the record excludes some values can
   * only have the others.
   */
  private static <V extends FactValue> List<FactValue> allowed(
      Fact<V> fact, List<FactValue> values, PatientFacts facts) {
    return switch (facts.get(fact)) {
      case Known<V> known -> List.of(known.known());
      case Unknown<V> unknown ->
          unknown.candidates().isEmpty() ? values : List.copyOf(unknown.candidates());
    };
  }

  /** The different outcomes that are still possible; one when it is decided. */
  Set<T> distinct() {
    return new LinkedHashSet<>(outcomes);
  }

  /** The unknown facts that can change the outcome; none when it is decided. */
  Set<Fact<?>> deciding() {
    Set<Fact<?>> deciding = new LinkedHashSet<>();
    int stride = outcomes.size();
    for (int index = 0; index < facts.size(); index++) {
      stride /= sizes[index];
      if (changes(stride, sizes[index])) {
        deciding.add(facts.get(index));
      }
    }
    return deciding;
  }

  /**
   * Whether two patients who differ in one fact alone have different outcomes. The outcomes stand
   * in the order in which the combinations were made, the last fact changing first, so that two
   * values of a fact lie a fixed stride apart.
   */
  private boolean changes(int stride, int size) {
    for (int index = 0; index < outcomes.size(); index++) {
      boolean last = index / stride % size == size - 1;
      if (!last && !outcomes.get(index).equals(outcomes.get(index + stride))) {
        return true;
      }
    }
    return false;
  }
}
