package org.karyon.fhirapi.cql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.karyon.facts.Fact;
import org.karyon.guideline.Condition;
import org.karyon.guideline.Row;

/**
 * The definitions of a library as they come to be needed: one for each condition that any table
 * names, and those that are made of them. A definition stands before those that name it.
 */
final class Definitions {

  private final FactSpace space;
  private final Map<String, Clause> clauses = new LinkedHashMap<>();

  Definitions(FactSpace space) {
    this.space = space;
  }

  Map<String, Clause> all() {
    return Collections.unmodifiableMap(clauses);
  }

  Clause.Named define(String name, Clause clause) {
    Clause before = clauses.putIfAbsent(name, clause);
    if (before != null && !before.equals(clause)) {
      throw new IllegalStateException("Two definitions are called '" + name + "'");
    }
    return new Clause.Named(name);
  }

  Clause.Named named(String name) {
    if (!clauses.containsKey(name)) {
      throw new IllegalStateException("No definition is called '" + name + "'");
    }
    return new Clause.Named(name);
  }

  boolean has(String name) {
    return clauses.containsKey(name);
  }

  Clause condition(Condition condition) {
    Optional<Cube> cube =
        space.region(List.of(new Row(List.of(condition)))).cubes().stream().findFirst();
    return cube.map(this::cube).orElse(new Clause.Constant(false));
  }

  Clause row(Row row) {
    return Clause.all(row.conditions().stream().map(this::condition).toList());
  }

  Clause rows(List<Row> rows) {
    return Clause.any(rows.stream().map(this::row).toList());
  }

  Clause region(Region region) {
    return Clause.any(region.cubes().stream().map(this::cube).toList());
  }

  private Clause cube(Cube cube) {
    List<Clause> all = new ArrayList<>();
    cube.allowed()
        .forEach(
            (fact, allowed) ->
                all.add(define(space.words(fact, allowed), space.clause(fact, allowed))));
    return Clause.all(all);
  }

  static Clause known(Fact<?> fact) {
    return new Clause.Not(unknown(fact));
  }

  static Clause unknown(Fact<?> fact) {
    return new Clause.IsNotKnown(fact.id());
  }
}
