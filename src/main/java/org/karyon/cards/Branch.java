package org.karyon.cards;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.karyon.assessment.OptionAdvice;
import org.karyon.assessment.OptionAdvice.Status;
import org.karyon.assessment.TreatmentAdvice;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.guideline.Condition;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Row;
import org.karyon.guideline.TreatmentRule;

/**
 * The branch of the tree that the patient is on: the steps that exclude one another, what goes with
 * each of their options, and what goes with all of them.
 */
final class Branch {

  private final Guideline guideline;
  private final TreatmentAdvice advice;

  Branch(Guideline guideline, TreatmentAdvice advice) {
    this.guideline = guideline;
    this.advice = advice;
  }

  /** The steps that hold. */
  List<TreatmentRule> steps() {
    return advice.rules().stream().filter(this::isStep).toList();
  }

  boolean isStep(TreatmentRule rule) {
    return guideline.tables().stream()
        .filter(DecisionTable::exclusive)
        .anyMatch(table -> table.rules().contains(rule));
  }

  /** The options among which a clinician chooses. */
  List<OptionAdvice> choices() {
    return applying(option -> !option.option().adjunct() && offered(option, this::isStep));
  }

  /** What is added to each choice. */
  List<OptionAdvice> adjuncts() {
    return applying(option -> option.option().adjunct() && offered(option, this::isStep));
  }

  /** What the source asks to be considered beside the choice. */
  List<OptionAdvice> considerations() {
    return applying(
        option ->
            offered(option, rule -> !isStep(rule) && !isForEveryLineage(rule))
                && !offered(option, this::isStep));
  }

  /** What every patient receives. */
  List<OptionAdvice> forEveryPatient() {
    return applying(
        option -> !option.option().adjunct() && offered(option, this::isForEveryLineage));
  }

  /** What may be added to that; it is named and never one click away. */
  List<OptionAdvice> additions() {
    return applying(this::isAddition);
  }

  boolean isAddition(OptionAdvice option) {
    return option.option().adjunct() && !offered(option, this::isStep);
  }

  private List<OptionAdvice> applying(Predicate<OptionAdvice> wanted) {
    return advice.options(Status.APPLIES).stream().filter(wanted).toList();
  }

  private boolean offered(OptionAdvice option, Predicate<TreatmentRule> wanted) {
    return advice.possible().stream()
        .filter(rule -> option.rules().contains(rule.id()))
        .anyMatch(wanted);
  }

  private boolean isForEveryLineage(TreatmentRule rule) {
    return guideline.tables().stream()
        .filter(table -> table.rules().contains(rule))
        .flatMap(table -> table.appliesTo().conditions().stream())
        .noneMatch(condition -> condition.fact().equals(Facts.LINEAGE));
  }

  /** The interpretation by which two steps hold together; empty where one holds alone. */
  Optional<String> overlap() {
    return guideline.tables().stream()
        .flatMap(table -> table.overlaps().stream())
        .filter(
            overlap ->
                advice.rules().stream().filter(r -> overlap.rules().contains(r.id())).count() > 1)
        .map(DecisionTable.Overlap::interpretation)
        .findFirst();
  }

  /** Every fact that an open rule looks at, derived ones by what they are derived from. */
  List<Fact<?>> facts() {
    Set<Fact<?>> used = new LinkedHashSet<>();
    used.add(Facts.AGE_YEARS);
    used.add(Facts.EXTRAMEDULLARY);
    for (DecisionTable table : open()) {
      used.addAll(facts(List.of(table.appliesTo())));
      table.rules().stream()
          .filter(advice.possible()::contains)
          .forEach(rule -> used.addAll(facts(rows(rule))));
    }
    advice.options().stream()
        .filter(option -> option.status() != Status.EXCLUDED)
        .forEach(option -> used.addAll(option.option().cautions()));
    return derivedFrom(used);
  }

  /** The facts that decide between the steps; what only opens the guideline is none. */
  List<Fact<?>> deciding() {
    Set<Fact<?>> used = new LinkedHashSet<>();
    for (DecisionTable table : open()) {
      if (table.exclusive()) {
        facts(List.of(table.appliesTo())).stream()
            .filter(fact -> !fact.equals(Facts.DIAGNOSIS) && !fact.equals(Facts.AGE_GROUP))
            .forEach(used::add);
      }
      table.rules().stream()
          .filter(advice.possible()::contains)
          .filter(this::isStep)
          .forEach(rule -> used.addAll(facts(rows(rule))));
    }
    used.remove(Facts.LINEAGE);
    // Leukemia outside the marrow is shown with the prophylaxis that every patient receives.
    used.add(Facts.EXTRAMEDULLARY);
    return derivedFrom(used);
  }

  private static List<Fact<?>> derivedFrom(Set<Fact<?>> used) {
    Set<Fact<?>> shown = new LinkedHashSet<>();
    used.forEach(fact -> shown.addAll(FindingWords.basisOf(fact)));
    return List.copyOf(shown);
  }

  private List<DecisionTable> open() {
    return guideline.tables().stream()
        .filter(table -> table.rules().stream().anyMatch(advice.possible()::contains))
        .toList();
  }

  private static List<Row> rows(TreatmentRule rule) {
    List<Row> rows = new ArrayList<>(rule.when());
    rule.options().forEach(offered -> rows.addAll(offered.onlyWhen()));
    return rows;
  }

  private static List<Fact<?>> facts(List<Row> rows) {
    return rows.stream()
        .flatMap(row -> row.conditions().stream())
        .<Fact<?>>map(Condition::fact)
        .toList();
  }
}
