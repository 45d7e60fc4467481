package org.karyon.fhirapi.cql;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.karyon.facts.Fact;

/**
 * Patients as a union of cubes. A union that was reached by {@link #complement} holds every largest
 * cube: then a patient of whom only some facts are known is certainly inside exactly when the known
 * facts alone put the patient into one of the cubes.
 *
 * @param cubes the cubes, none of which contains another
 */
record Region(List<Cube> cubes) {

  static Region of(List<Cube> cubes) {
    List<Cube> largest = new ArrayList<>();
    for (Cube cube : cubes) {
      if (largest.stream().noneMatch(known -> known.contains(cube))) {
        largest.removeIf(cube::contains);
        largest.add(cube);
      }
    }
    return new Region(List.copyOf(largest));
  }

  Region or(Region other) {
    List<Cube> both = new ArrayList<>(cubes);
    both.addAll(other.cubes);
    return of(both);
  }

  Region and(Region other) {
    List<Cube> both = new ArrayList<>();
    for (Cube one : cubes) {
      other.cubes.forEach(two -> one.and(two).ifPresent(both::add));
    }
    return of(both);
  }

  /**
   * Everybody else, as all of the largest cubes: outside a union is outside each of its cubes, and
   * multiplying out these alternatives leaves out no largest cube (Nelson, 1955).
   */
  Region complement(FactSpace space) {
    Region outside = new Region(List.of(Cube.EVERYBODY));
    for (Cube cube : cubes) {
      List<Cube> ways = new ArrayList<>();
      cube.allowed()
          .forEach(
              (fact, values) -> {
                BitSet others = new BitSet();
                others.set(0, space.size(fact));
                others.andNot(values);
                Map<Fact<?>, BitSet> way = new LinkedHashMap<>();
                way.put(fact, others);
                ways.add(new Cube(way));
              });
      outside = outside.and(new Region(ways));
    }
    return outside;
  }

  /** The same patients as all of the largest cubes. */
  Region complete(FactSpace space) {
    return complement(space).complement(space);
  }

  private Region whatever(Fact<?> fact) {
    return of(cubes.stream().map(cube -> cube.whatever(fact)).toList());
  }

  /** The patients whose being inside hangs on that fact, whatever its value. */
  Region dependingOn(Fact<?> fact, FactSpace space) {
    return whatever(fact).and(complement(space).whatever(fact));
  }
}
