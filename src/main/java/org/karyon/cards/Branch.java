package org.karyon.cards;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
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
import org.karyon.guideline.TreatmentRule;

/**
 * The branch of the tree that the patient is on: the steps that exclude one another, what goes with
 * each of their options, and what goes with all of them.
 */
final class Branch {

  private final TreatmentTree tree;
  private final TreatmentAdvice advice;
  private final List<TreatmentRule> steps;
  private final List<OptionAdvice> choices = new ArrayList<>();
  private final List<OptionAdvice> adjuncts = new ArrayList<>();
  private final List<OptionAdvice> considerations = new ArrayList<>();
  private final List<OptionAdvice> forEveryPatient = new ArrayList<>();
  private final List<OptionAdvice> additions = new ArrayList<>();
  private final Set<String> possible = new HashSet<>();
  private final List<Fact<?>> deciding;

  Branch(TreatmentTree tree, TreatmentAdvice advice) {
    this.tree = tree;
    this.advice = advice;
    this.steps = advice.rules().stream().filter(tree::isStep).toList();
    advice.possible().forEach(rule -> possible.add(rule.id()));
    for (OptionAdvice option : advice.options()) {
      if (option.status() == Status.APPLIES) {
        place(option);
      }
    }
    this.deciding = findDeciding();
  }

  private void place(OptionAdvice option) {
    boolean adjunct = option.option().adjunct();
    boolean ofStep = isOffered(option, tree::isStep);
    boolean forEvery = isOffered(option, tree::isForEveryLineage);
    if (ofStep) {
      (adjunct ? adjuncts : choices).add(option);
    } else {
      if (isOffered(option, rule -> !tree.isStep(rule) && !tree.isForEveryLineage(rule))) {
        considerations.add(option);
      }
      if (adjunct) {
        additions.add(option);
      }
    }
    if (!adjunct && forEvery) {
      forEveryPatient.add(option);
    }
  }

  private boolean isOffered(OptionAdvice option, Predicate<TreatmentRule> wanted) {
    for (TreatmentRule rule : advice.possible()) {
      if (wanted.test(rule) && option.rules().contains(rule.id())) {
        return true;
      }
    }
    return false;
  }

  /** The steps that hold. */
  List<TreatmentRule> steps() {
    return steps;
  }

  boolean isStep(TreatmentRule rule) {
    return tree.isStep(rule);
  }

  /** The options among which a clinician chooses. */
  List<OptionAdvice> choices() {
    return Collections.unmodifiableList(choices);
  }

  /** What is added to each choice. */
  List<OptionAdvice> adjuncts() {
    return Collections.unmodifiableList(adjuncts);
  }

  /** What the source asks to be considered beside the choice. */
  List<OptionAdvice> considerations() {
    return Collections.unmodifiableList(considerations);
  }

  /** What every patient receives. */
  List<OptionAdvice> forEveryPatient() {
    return Collections.unmodifiableList(forEveryPatient);
  }

  /** What may be added to that; it is named and never one click away. */
  List<OptionAdvice> additions() {
    return Collections.unmodifiableList(additions);
  }

  boolean isAddition(OptionAdvice option) {
    return option.option().adjunct() && !isOffered(option, tree::isStep);
  }

  /** The interpretation by which two steps hold together; empty where one holds alone. */
  Optional<String> overlap() {
    if (advice.rules().size() < 2) {
      return Optional.empty();
    }
    return tree.tables().stream()
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
      table.appliesTo().conditions().forEach(condition -> used.add(condition.fact()));
      table.rules().stream()
          .filter(this::isPossible)
          .forEach(rule -> used.addAll(tree.factsOf(rule)));
    }
    advice.options().stream()
        .filter(option -> option.status() != Status.EXCLUDED)
        .forEach(option -> used.addAll(option.option().cautions()));
    return derivedFrom(used);
  }

  /** The facts that decide between the steps; what only opens the guideline is none. */
  List<Fact<?>> deciding() {
    return deciding;
  }

  private List<Fact<?>> findDeciding() {
    Set<Fact<?>> used = new LinkedHashSet<>();
    for (DecisionTable table : open()) {
      if (table.exclusive()) {
        table.appliesTo().conditions().stream()
            .<Fact<?>>map(Condition::fact)
            .filter(fact -> !fact.equals(Facts.DIAGNOSIS) && !fact.equals(Facts.AGE_GROUP))
            .forEach(used::add);
      }
      table.rules().stream()
          .filter(rule -> isPossible(rule) && tree.isStep(rule))
          .forEach(rule -> used.addAll(tree.factsOf(rule)));
    }
    used.remove(Facts.LINEAGE);
    // Leukemia outside the marrow is shown with the prophylaxis that every patient receives.
    used.add(Facts.EXTRAMEDULLARY);
    return derivedFrom(used);
  }

  private boolean isPossible(TreatmentRule rule) {
    return possible.contains(rule.id());
  }

  private static List<Fact<?>> derivedFrom(Set<Fact<?>> used) {
    Set<Fact<?>> shown = new LinkedHashSet<>();
    used.forEach(fact -> shown.addAll(FindingWords.basisOf(fact)));
    return List.copyOf(shown);
  }

  private List<DecisionTable> open() {
    return tree.tables().stream()
        .filter(table -> table.rules().stream().anyMatch(this::isPossible))
        .toList();
  }
}
