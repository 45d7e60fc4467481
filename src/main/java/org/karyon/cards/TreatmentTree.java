package org.karyon.cards;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.guideline.Condition;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Orderable;
import org.karyon.guideline.Row;
import org.karyon.guideline.TreatmentOption;
import org.karyon.guideline.TreatmentRule;

/**
 * What the treatment cards ask of the tables and options whoever the patient is, found at start.
 */
final class TreatmentTree {

  private final List<DecisionTable> tables;
  private final Set<String> steps = new HashSet<>();
  private final Set<String> forEveryLineage = new HashSet<>();
  private final Map<String, List<Fact<?>>> facts = new HashMap<>();
  private final Set<Fact<?>> shownBesideAnOption = new HashSet<>();
  private final Map<String, String> drugs = new HashMap<>();

  TreatmentTree(Guideline guideline) {
    this.tables = guideline.tables();
    for (DecisionTable table : tables) {
      boolean everyLineage =
          table.appliesTo().conditions().stream()
              .noneMatch(condition -> condition.fact().equals(Facts.LINEAGE));
      for (TreatmentRule rule : table.rules()) {
        facts.put(rule.id(), facts(rule));
        if (table.exclusive()) {
          steps.add(rule.id());
        }
        if (everyLineage) {
          forEveryLineage.add(rule.id());
        }
      }
    }
    for (TreatmentOption option : guideline.options().values()) {
      shownBesideAnOption.addAll(option.shows());
      drugs.put(option.id(), drugs(guideline, option));
    }
  }

  /** The tables, in the source's order. */
  List<DecisionTable> tables() {
    return tables;
  }

  /** Whether the rule is one of steps that exclude one another. */
  boolean isStep(TreatmentRule rule) {
    return steps.contains(rule.id());
  }

  /** Whether the rule holds whatever the lineage is. */
  boolean isForEveryLineage(TreatmentRule rule) {
    return forEveryLineage.contains(rule.id());
  }

  /** The facts that the rule and the restrictions of its options look at. */
  List<Fact<?>> factsOf(TreatmentRule rule) {
    return facts.getOrDefault(rule.id(), List.of());
  }

  /** Whether the value of the fact stands beside the name of an option that rests on it. */
  boolean isShownBesideAnOption(Fact<?> fact) {
    return shownBesideAnOption.contains(fact);
  }

  /** The drugs of a regimen; empty for an option whose name says them or that is few drugs. */
  String drugsOf(TreatmentOption option) {
    return drugs.getOrDefault(option.id(), "");
  }

  private static List<Fact<?>> facts(TreatmentRule rule) {
    Set<Fact<?>> facts = new LinkedHashSet<>();
    List<Row> rows = new ArrayList<>(rule.when());
    rule.options().forEach(offered -> rows.addAll(offered.onlyWhen()));
    rows.forEach(row -> row.conditions().stream().map(Condition::fact).forEach(facts::add));
    return List.copyOf(facts);
  }

  private static String drugs(Guideline guideline, TreatmentOption option) {
    List<Orderable> orders = option.orders().stream().map(guideline::orderable).toList();
    String name = option.name().toLowerCase(Locale.ROOT);
    boolean named = orders.stream().anyMatch(order -> name.contains(order.text()));
    return orders.size() < 3 || named
        ? ""
        : orders.stream()
            .map(order -> guideline.shortNames().of(order).text())
            .collect(Collectors.joining(", "));
  }
}
