package org.karyon.explorer.patient;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.OptionAdvice;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Finding;
import org.karyon.facts.PatientFacts;
import org.karyon.guideline.Condition;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Row;
import org.karyon.guideline.TreatmentRule;

/** Finds one patient's way through the treatment tables, with a reason at every turn not taken. */
final class WayThrough {

  private final Guideline guideline;
  private final FactWording words;

  WayThrough(Guideline guideline) {
    this.guideline = guideline;
    this.words = new FactWording(guideline);
  }

  Way of(Assessment assessment) {
    PatientFacts facts = assessment.facts();
    Map<String, OptionAdvice> options =
        assessment.treatment().stream()
            .flatMap(advice -> advice.options().stream())
            .collect(Collectors.toMap(advice -> advice.option().id(), Function.identity()));
    return new Way(
        guideline.tables().stream()
            .map(table -> fork(table, facts, options))
            .sorted(Comparator.comparing(Way.Fork::state))
            .toList());
  }

  private Way.Fork fork(
      DecisionTable table, PatientFacts facts, Map<String, OptionAdvice> options) {
    WayState own = state(List.of(table.appliesTo()), facts);
    List<Way.Step> steps =
        table.rules().stream().map(rule -> step(rule, own, facts, options)).toList();
    WayState inside =
        steps.stream().map(Way.Step::state).min(Comparator.naturalOrder()).orElse(own);
    boolean leadsNowhere = own != WayState.EXCLUDED && inside == WayState.EXCLUDED;
    return new Way.Fork(
        table.id(),
        table.title(),
        leadsNowhere ? inside : own,
        leadsNowhere ? steps.getFirst().reason() : reason(own, List.of(table.appliesTo()), facts),
        steps);
  }

  private Way.Step step(
      TreatmentRule rule, WayState table, PatientFacts facts, Map<String, OptionAdvice> options) {
    WayState own = state(rule.when(), facts);
    WayState state = own.compareTo(table) >= 0 ? own : table;
    String reason =
        own == WayState.TAKEN && table != WayState.TAKEN
            ? "This step fits, its table does not yet"
            : reason(own, rule.when(), facts);
    List<Way.Choice> choices = new ArrayList<>();
    if (state != WayState.EXCLUDED) {
      for (TreatmentRule.OfferedOption offered : rule.options()) {
        Optional.ofNullable(options.get(offered.option()))
            .map(advice -> choice(advice, offered, facts))
            .ifPresent(choices::add);
      }
    }
    return new Way.Step(
        rule.id(), rule.title(), rule.phase(), rule.citation().text(), state, reason, choices);
  }

  private Way.Choice choice(
      OptionAdvice advice, TreatmentRule.OfferedOption offered, PatientFacts facts) {
    WayState state =
        switch (advice.status()) {
          case APPLIES -> WayState.TAKEN;
          case NEEDS -> WayState.OPEN;
          case EXCLUDED -> WayState.EXCLUDED;
        };
    String reason =
        switch (advice.status()) {
          case APPLIES -> offered.because();
          case NEEDS ->
              "Needs "
                  + advice.needs().stream()
                      .map(fact -> words.name(fact) + " (" + said(fact, facts) + ")")
                      .collect(Collectors.joining(", "));
          case EXCLUDED -> reason(WayState.EXCLUDED, offered.onlyWhen(), facts);
        };
    return new Way.Choice(advice.option().id(), advice.option().name(), state, reason);
  }

  private static WayState state(List<Row> rows, PatientFacts facts) {
    return rows.stream()
        .map(
            row ->
                row.conditions().stream()
                    .map(condition -> state(condition, facts))
                    .max(Comparator.naturalOrder())
                    .orElse(WayState.TAKEN))
        .min(Comparator.naturalOrder())
        .orElse(WayState.TAKEN);
  }

  private static WayState state(Condition condition, PatientFacts facts) {
    return value(condition.fact(), facts)
        .map(value -> condition.holdsFor(value) ? WayState.TAKEN : WayState.EXCLUDED)
        .orElse(WayState.OPEN);
  }

  /** The conditions that stand in the way, of the row that comes nearest. */
  private String reason(WayState state, List<Row> rows, PatientFacts facts) {
    if (state == WayState.TAKEN) {
      return "";
    }
    Stream<Condition> inTheWay =
        rows.stream()
            .map(row -> inTheWay(row, state, facts))
            .filter(conditions -> !conditions.isEmpty())
            .min(Comparator.comparingInt(List::size))
            .stream()
            .flatMap(List::stream);
    Set<String> said = new LinkedHashSet<>();
    inTheWay.forEach(
        condition ->
            said.add(
                words.condition(condition) + " (here: " + said(condition.fact(), facts) + ")"));
    return said.isEmpty() ? "" : "Asks for " + String.join(", ", said);
  }

  private static List<Condition> inTheWay(Row row, WayState state, PatientFacts facts) {
    return row.conditions().stream().filter(condition -> state(condition, facts) == state).toList();
  }

  private String said(Fact<?> fact, PatientFacts facts) {
    return words.finding(fact, finding(fact, facts));
  }

  private static <V extends FactValue> Finding<V> finding(Fact<V> fact, PatientFacts facts) {
    return facts.get(fact);
  }

  private static <V extends FactValue> Optional<? extends FactValue> value(
      Fact<V> fact, PatientFacts facts) {
    return facts.get(fact).value();
  }
}
