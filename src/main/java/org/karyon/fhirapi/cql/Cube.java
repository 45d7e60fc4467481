package org.karyon.fhirapi.cql;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.karyon.facts.Fact;

/**
 * Patients whose facts each have one of some values; a fact that is not named may have any.
 *
 * @param allowed for each named fact the numbers of its allowed values; never none and never all
 */
record Cube(Map<Fact<?>, BitSet> allowed) {

  static final Cube EVERYBODY = new Cube(Map.of());

  /** The patients of both; empty when there can be none. */
  Optional<Cube> and(Cube other) {
    Map<Fact<?>, BitSet> both = new LinkedHashMap<>(allowed);
    for (Map.Entry<Fact<?>, BitSet> entry : other.allowed.entrySet()) {
      BitSet values = (BitSet) entry.getValue().clone();
      Optional.ofNullable(allowed.get(entry.getKey())).ifPresent(values::and);
      if (values.isEmpty()) {
        return Optional.empty();
      }
      both.put(entry.getKey(), values);
    }
    return Optional.of(new Cube(both));
  }

  /** Whether every patient of the other is one of these. */
  boolean contains(Cube other) {
    return allowed.entrySet().stream()
        .allMatch(
            entry ->
                Optional.ofNullable(other.allowed.get(entry.getKey()))
                    .filter(values -> isWithin(values, entry.getValue()))
                    .isPresent());
  }

  private static boolean isWithin(BitSet few, BitSet many) {
    BitSet rest = (BitSet) few.clone();
    rest.andNot(many);
    return rest.isEmpty();
  }

  /** The patients who would be among these with some value of the fact. */
  Cube whatever(Fact<?> fact) {
    Map<Fact<?>, BitSet> rest = new LinkedHashMap<>(allowed);
    rest.remove(fact);
    return new Cube(rest);
  }
}
