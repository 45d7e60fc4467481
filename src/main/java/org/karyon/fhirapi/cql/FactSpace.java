package org.karyon.fhirapi.cql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.karyon.facts.Amount;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.guideline.Condition;
import org.karyon.guideline.FactDomains;
import org.karyon.guideline.Row;

/**
 * The values that the tables can tell apart, numbered for each fact, and each set of them in words
 * and as a clause.
 */
final class FactSpace {

  private final Map<Fact<?>, List<FactValue>> domains;
  private final Set<Fact<?>> narrowed;

  /**
   * The values that some conditions can tell apart.
   *
   * @param narrowed facts of which some values can be known to be out of the question
   */
  FactSpace(Collection<Condition> conditions, Set<Fact<?>> narrowed) {
    this.narrowed = narrowed;
    Map<Fact<?>, List<FactValue>> known = new LinkedHashMap<>();
    FactDomains.of(conditions).forEach((fact, values) -> known.put(fact, apart(fact, values)));
    this.domains = known;
  }

  /** Amounts between two limits cannot be told apart, so one of them stands for all. */
  private static List<FactValue> apart(Fact<?> fact, List<FactValue> values) {
    if (!fact.isAmount()) {
      return values;
    }
    List<FactValue> limits = new ArrayList<>();
    limits.add(values.getFirst());
    for (int index = 1; index < values.size(); index += 2) {
      limits.add(values.get(index));
    }
    return limits;
  }

  int size(Fact<?> fact) {
    return values(fact).size();
  }

  private List<FactValue> values(Fact<?> fact) {
    return Optional.ofNullable(domains.get(fact)).orElse(List.of());
  }

  Region region(List<Row> rows) {
    return Region.of(rows.stream().map(this::cube).flatMap(Optional::stream).toList());
  }

  private Optional<Cube> cube(Row row) {
    Optional<Cube> cube = Optional.of(Cube.EVERYBODY);
    for (Condition condition : row.conditions()) {
      cube = cube.flatMap(known -> set(condition).flatMap(known::and));
    }
    return cube;
  }

  /** A condition that every value meets restricts nothing, one that none meets admits nobody. */
  private Optional<Cube> set(Condition condition) {
    List<FactValue> values = values(condition.fact());
    BitSet met = new BitSet();
    IntStream.range(0, values.size())
        .filter(index -> condition.holdsFor(values.get(index)))
        .forEach(met::set);
    if (met.isEmpty()) {
      return Optional.empty();
    }
    return met.cardinality() == values.size()
        ? Optional.of(Cube.EVERYBODY)
        : Optional.of(new Cube(Map.of(condition.fact(), met)));
  }

  /** The name of the definition that says a fact has one of these values. */
  String words(Fact<?> fact, BitSet allowed) {
    if (!fact.isAmount()) {
      return fact.id() + " is " + String.join(" or ", ids(fact, allowed));
    }
    return fact.id()
        + " is "
        + ranges(fact, allowed).entrySet().stream()
            .map(FactSpace::words)
            .collect(Collectors.joining(" or "));
  }

  private static String words(Map.Entry<Optional<BigDecimal>, Optional<BigDecimal>> range) {
    List<String> words = new ArrayList<>();
    range.getKey().ifPresent(from -> words.add("at least " + from.toPlainString()));
    range.getValue().ifPresent(to -> words.add("below " + to.toPlainString()));
    return String.join(" and ", words);
  }

  Clause clause(Fact<?> fact, BitSet allowed) {
    if (!fact.isAmount()) {
      Clause is =
          Clause.any(
              ids(fact, allowed).stream().map(value -> new Clause.Is(fact.id(), value)).toList());
      return narrowed.contains(fact) ? narrowed(fact, allowed, is) : is;
    }
    List<Clause> ranges = new ArrayList<>();
    ranges(fact, allowed)
        .forEach(
            (from, to) -> {
              List<Clause> both = new ArrayList<>();
              from.ifPresent(limit -> both.add(new Clause.AtLeast(fact.id(), limit)));
              to.ifPresent(limit -> both.add(new Clause.Below(fact.id(), limit)));
              ranges.add(Clause.all(both));
            });
    return Clause.any(ranges);
  }

  /** So as well when all other values are out of the question, and never when all these are. */
  private Clause narrowed(Fact<?> fact, BitSet allowed, Clause is) {
    BitSet others = new BitSet();
    others.set(0, size(fact));
    others.andNot(allowed);
    return Clause.all(
        List.of(
            Clause.any(List.of(is, outOfTheQuestion(fact, others))),
            new Clause.Not(outOfTheQuestion(fact, allowed))));
  }

  private Clause outOfTheQuestion(Fact<?> fact, BitSet values) {
    return Clause.all(
        ids(fact, values).stream()
            .map(value -> new Clause.IsTrue(new Clause.Flag(CqlNames.not(fact, value))))
            .toList());
  }

  private List<String> ids(Fact<?> fact, BitSet allowed) {
    return allowed.stream().mapToObj(index -> values(fact).get(index).id()).toList();
  }

  /** Neighbouring values as ranges: from the limit that is met to the next that is not. */
  private Map<Optional<BigDecimal>, Optional<BigDecimal>> ranges(Fact<?> fact, BitSet allowed) {
    Map<Integer, Integer> runs = new TreeMap<>();
    for (int from = allowed.nextSetBit(0); from >= 0; ) {
      int to = allowed.nextClearBit(from);
      runs.put(from, to);
      from = allowed.nextSetBit(to);
    }
    Map<Optional<BigDecimal>, Optional<BigDecimal>> ranges = new LinkedHashMap<>();
    runs.forEach((from, to) -> ranges.put(limit(fact, from), limit(fact, to)));
    return ranges;
  }

  private Optional<BigDecimal> limit(Fact<?> fact, int index) {
    return index == 0 || index >= size(fact)
        ? Optional.empty()
        : Optional.of(((Amount) values(fact).get(index)).number());
  }
}
