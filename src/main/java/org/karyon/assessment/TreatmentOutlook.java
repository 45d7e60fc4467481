package org.karyon.assessment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.PatientFacts;
import org.karyon.guideline.Condition;
import org.karyon.guideline.FactDomains;
import org.karyon.guideline.FactName;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Parameter;
import org.karyon.guideline.TreatmentRule;

/**
 * What each answer to an open question would lead to, found by trying it on the tables; where
 * nothing is open, what the tests of the step will tell.
 */
final class TreatmentOutlook {

  private final Guideline guideline;
  private final DerivedFacts derived;
  private final AdviseTreatment treatment;

  TreatmentOutlook(Guideline guideline, DerivedFacts derived, AdviseTreatment treatment) {
    this.guideline = guideline;
    this.derived = derived;
    this.treatment = treatment;
  }

  List<TreatmentAdvice.Branch> of(TreatmentAdvice advice, PatientFacts facts) {
    List<TreatmentAdvice.Branch> outlook = new ArrayList<>();
    advice.asked().forEach(fact -> outlook.addAll(outlook(fact, Optional.empty(), facts)));
    if (outlook.isEmpty()) {
      assessed(advice).forEach(fact -> outlook.addAll(afterAssessment(fact, facts)));
    }
    return outlook;
  }

  /** The known facts that the tests of this step will assess anew. */
  private Set<Fact<?>> assessed(TreatmentAdvice advice) {
    Set<Fact<?>> assessed = new LinkedHashSet<>();
    for (TreatmentRule rule : advice.rules()) {
      guideline.factNames().values().stream()
          .filter(name -> rule.options().isEmpty())
          .filter(name -> name.settledBy().stream().anyMatch(rule.tests()::contains))
          .<Fact<?>>map(FactName::fact)
          .forEach(assessed::add);
    }
    return assessed;
  }

  /**
   * Where a new answer to a known fact would lead: only to what comes later, and, where it opens a
   * question of its own, by the answers to that one.
   */
  private <V extends FactValue> List<TreatmentAdvice.Branch> afterAssessment(
      Fact<V> fact, PatientFacts facts) {
    List<TreatmentAdvice.Branch> branches = new ArrayList<>();
    List<V> later =
        facts
            .get(fact)
            .value()
            .map(now -> fact.terms().subList(fact.terms().indexOf(now) + 1, fact.terms().size()))
            .orElse(List.of());
    for (V answer : later) {
      TreatmentAdvice.Branch branch =
          suppose(Optional.empty(), fact, answer, Optional.empty(), facts);
      PatientFacts supposed = facts.with(fact, new Known<>(answer, List.of(), List.of()));
      Set<Fact<?>> asked = treatment.asTheyStand(supposed).asked();
      boolean told = branches.stream().anyMatch(b -> b.rules().equals(branch.rules()));
      if (asked.isEmpty() && !told) {
        branches.add(branch);
      }
      Optional<TreatmentAdvice.Supposition> given =
          Optional.of(new TreatmentAdvice.Supposition(fact, answer));
      asked.stream().limit(1).forEach(next -> branches.addAll(outlook(next, given, supposed)));
    }
    return branches;
  }

  /** Tries every answer that the tables can tell apart. */
  private <V extends FactValue> List<TreatmentAdvice.Branch> outlook(
      Fact<V> fact, Optional<TreatmentAdvice.Supposition> given, PatientFacts facts) {
    List<TreatmentAdvice.Branch> branches = new ArrayList<>();
    for (V answer : answers(fact, facts)) {
      branches.add(suppose(given, fact, answer, Optional.empty(), facts));
    }
    for (Parameter limit : limits(fact)) {
      for (FactValue amount : FactDomains.around(limit.value())) {
        branches.add(suppose(given, fact, fact.type().cast(amount), Optional.of(limit), facts));
      }
    }
    return branches;
  }

  /** The terms that the record still allows. */
  private static <V extends FactValue> List<V> answers(Fact<V> fact, PatientFacts facts) {
    return switch (facts.get(fact)) {
      case Known<V> unused -> fact.terms();
      case Unknown<V> unknown ->
          unknown.candidates().isEmpty() || fact.isAmount() ? fact.terms() : unknown.candidates();
    };
  }

  private Set<Parameter> limits(Fact<?> fact) {
    Set<Parameter> limits = new LinkedHashSet<>();
    guideline.tables().stream()
        .flatMap(table -> table.rules().stream())
        .flatMap(rule -> rule.options().stream())
        .flatMap(offered -> offered.onlyWhen().stream())
        .flatMap(row -> row.conditions().stream())
        .filter(condition -> condition.fact().equals(fact))
        .forEach(
            condition -> {
              switch (condition) {
                case Condition.Limit limit -> limits.add(limit.limit());
                case Condition.OneOf unused -> {}
              }
            });
    return limits;
  }

  /**
   * The supposed value stands for no evidence and never leaves this method. What follows from it
   * follows here too: with BCR::ABL1 a leukemia is not Philadelphia-like.
   */
  private <V extends FactValue> TreatmentAdvice.Branch suppose(
      Optional<TreatmentAdvice.Supposition> given,
      Fact<V> fact,
      V answer,
      Optional<Parameter> limit,
      PatientFacts facts) {
    PatientFacts supposed = facts.with(fact, new Known<>(answer, List.of(), List.of()));
    PatientFacts followed = derived.follow(supposed);
    TreatmentAdvice then =
        treatment.asTheyStand(followed.get(fact).is(answer) ? followed : supposed);
    List<OptionAdvice> open =
        then.options().stream()
            .filter(option -> option.status() != OptionAdvice.Status.EXCLUDED)
            .filter(option -> option.rules().stream().anyMatch(rule -> isNew(rule, then)))
            .toList();
    return new TreatmentAdvice.Branch(
        given, fact, answer, limit, then.rules(), then.possible(), open);
  }

  private static boolean isNew(String rule, TreatmentAdvice advice) {
    return advice.rules().stream().anyMatch(holding -> holding.id().equals(rule));
  }
}
