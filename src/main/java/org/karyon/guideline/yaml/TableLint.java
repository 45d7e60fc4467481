package org.karyon.guideline.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.guideline.Condition;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.FactDomains;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.TreatmentRule;

/**
 * Goes through every combination of facts and reports rules that clash, patients without a rule,
 * and rules that never hold.
 */
final class TableLint {

  private static final long LARGEST_DOMAIN = 1_000_000;

  private final Guideline guideline;
  private final Problems problems;

  TableLint(Guideline guideline, Problems problems) {
    this.guideline = guideline;
    this.problems = problems;
  }

  void check() {
    guideline.tables().forEach(this::check);
  }

  private void check(DecisionTable table) {
    Map<Fact<?>, List<FactValue>> domains = domains(table);
    long size = domains.values().stream().mapToLong(List::size).reduce(1, (a, b) -> a * b);
    if (size > LARGEST_DOMAIN) {
      problems.at(
          "table",
          table.id(),
          "The table '%s' forks on too many facts (%d combinations); split it."
              .formatted(table.id(), size));
      return;
    }
    Set<String> alive = new HashSet<>();
    Map<Set<String>, String> clashes = new LinkedHashMap<>();
    List<String> gaps = new ArrayList<>();
    FactDomains.forEach(
        domains,
        patient -> {
          if (!table.appliesTo().holdsFor(patient)) {
            return;
          }
          Set<String> holding = new TreeSet<>();
          table.rules().stream()
              .filter(rule -> rule.when().stream().anyMatch(row -> row.holdsFor(patient)))
              .forEach(rule -> holding.add(rule.id()));
          alive.addAll(holding);
          if (holding.isEmpty()) {
            gaps.add(words(patient));
          }
          if (holding.size() > 1 && !declared(table, holding)) {
            clashes.putIfAbsent(holding, words(patient));
          }
        });
    report(table, alive, clashes, gaps.stream().findFirst());
  }

  private void report(
      DecisionTable table,
      Set<String> alive,
      Map<Set<String>, String> clashes,
      Optional<String> gap) {
    for (TreatmentRule rule : table.rules()) {
      if (!alive.contains(rule.id())) {
        problems.at(
            "rule",
            rule.id(),
            "The rule '%s' can never hold: no patient of the table '%s' meets its conditions."
                .formatted(rule.id(), table.id()));
      }
    }
    if (!table.exclusive()) {
      return;
    }
    clashes.forEach(
        (rules, patient) ->
            problems.at(
                "rule",
                rules.iterator().next(),
                "The rules %s both hold for a patient with %s; change their conditions, or declare the overlap with an interpretation."
                    .formatted(String.join(" and ", rules), patient)));
    gap.ifPresent(
        patient ->
            problems.at(
                "table",
                table.id(),
                "No rule of the table '%s' holds for a patient with %s; add one."
                    .formatted(table.id(), patient)));
  }

  private static boolean declared(DecisionTable table, Set<String> holding) {
    return table.overlaps().stream().anyMatch(overlap -> overlap.rules().equals(holding));
  }

  private static Map<Fact<?>, List<FactValue>> domains(DecisionTable table) {
    List<Condition> conditions = new ArrayList<>(table.appliesTo().conditions());
    table.rules().stream()
        .flatMap(rule -> rule.when().stream())
        .forEach(row -> conditions.addAll(row.conditions()));
    return FactDomains.of(conditions);
  }

  private static String words(Map<Fact<?>, FactValue> patient) {
    return patient.entrySet().stream()
        .map(entry -> entry.getKey().id() + " " + entry.getValue().id())
        .collect(Collectors.joining(", "));
  }
}
