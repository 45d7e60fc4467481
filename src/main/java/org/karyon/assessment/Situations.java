package org.karyon.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.karyon.facts.Amount;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.Term;
import org.karyon.guideline.Condition;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Parameter;
import org.karyon.guideline.Row;
import org.karyon.guideline.TreatmentOption;

/**
 * What the tables advise in each situation that was met, so that it is worked out once. A situation
 * is what the tables can tell apart: terms, what is open of them, and on which side of the limits
 * an amount lies. It holds nothing else of a patient, and thousands of patients share few.
 */
final class Situations {

  private static final int MOST = 2_000;

  private final Map<Fact<?>, Set<Parameter>> limits = new LinkedHashMap<>();
  private final Map<List<Object>, TreatmentAdvice> known = new ConcurrentHashMap<>();

  Situations(Guideline guideline) {
    Facts.all().forEach(fact -> limits.put(fact, new LinkedHashSet<>()));
    guideline.features().forEach(feature -> tells(feature.fact()));
    guideline.tables().stream()
        .flatMap(
            table ->
                Stream.concat(
                    Stream.of(table.appliesTo()),
                    table.rules().stream()
                        .flatMap(
                            rule ->
                                Stream.concat(
                                    rule.when().stream(),
                                    rule.options().stream()
                                        .flatMap(offered -> offered.onlyWhen().stream())))))
        .forEach(this::tells);
    for (TreatmentOption option : guideline.options().values()) {
      option.draftedWhen().forEach(this::tells);
      option.cautions().forEach(this::tells);
      option.targets().forEach(this::tells);
    }
  }

  private void tells(Row row) {
    for (Condition condition : row.conditions()) {
      Set<Parameter> limitsOfFact = tells(condition.fact());
      switch (condition) {
        case Condition.Limit limit -> limitsOfFact.add(limit.limit());
        case Condition.OneOf unused -> {}
      }
    }
  }

  private Set<Parameter> tells(Fact<?> fact) {
    return limits.computeIfAbsent(fact, unused -> new LinkedHashSet<>());
  }

  /** The advice to what is known of a patient. */
  TreatmentAdvice advice(PatientFacts facts, Function<PatientFacts, TreatmentAdvice> worksOut) {
    List<Object> situation = situation(facts);
    TreatmentAdvice advice = known.get(situation);
    if (advice == null) {
      advice = worksOut.apply(facts);
      if (known.size() < MOST) {
        known.put(situation, advice);
      }
    }
    return advice;
  }

  private List<Object> situation(PatientFacts facts) {
    List<Object> situation = new ArrayList<>(limits.size());
    limits.forEach((fact, limitsOfFact) -> situation.add(told(facts.get(fact), limitsOfFact)));
    return situation;
  }

  private static Object told(Finding<?> finding, Set<Parameter> limitsOfFact) {
    return switch (finding) {
      case Known<?> value -> told(value.known(), limitsOfFact);
      case Unknown<?> open ->
          open.candidates().isEmpty() ? open.reason() : List.of(open.reason(), open.candidates());
    };
  }

  private static Object told(FactValue value, Set<Parameter> limitsOfFact) {
    return switch (value) {
      case Term term -> term;
      case Amount amount -> sides(amount, limitsOfFact);
    };
  }

  private static List<Integer> sides(Amount amount, Set<Parameter> limitsOfFact) {
    return limitsOfFact.stream().map(limit -> amount.number().compareTo(limit.value())).toList();
  }
}
