package org.karyon.assessment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.AgeGroup;
import org.karyon.facts.Course;
import org.karyon.facts.Diagnosis;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.PatientRecord;
import org.karyon.guideline.FactName;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.TreatmentRule;

/** The use case: one patient's record in, the guideline's assessment out. */
public final class Assess {

  private final Guideline guideline;
  private final DerivedFacts derived;
  private final ClassifyRisk risk;
  private final AdviseTreatment treatment;
  private final Regimens regimens;

  /**
   * Prepares assessments by one guideline.
   *
   * @param guideline the knowledge
   */
  public Assess(Guideline guideline) {
    this.guideline = guideline;
    this.derived = new DerivedFacts(guideline);
    this.risk = new ClassifyRisk(guideline);
    this.regimens = Regimens.of(guideline);
    this.treatment = new AdviseTreatment(guideline, derived);
  }

  /**
   * Assesses one patient.
   *
   * @param record what the readers found
   * @return the assessment; the same for the same record
   */
  public Assessment assess(PatientRecord record) {
    PatientFacts facts = derived.derive(record.facts());
    Assessment.Scope scope = scope(facts);
    return switch (scope) {
      case NO_LEUKEMIA, NOT_KNOWN, CHILD ->
          new Assessment(
              record,
              facts,
              scope,
              List.of(),
              Optional.empty(),
              Optional.empty(),
              List.of(),
              OrderAdvice.none());
      case SUSPECTED -> suspected(record, facts);
      case OFF_TREATMENT -> offTreatment(record, facts);
      case COVERED -> covered(record, facts);
    };
  }

  private Assessment suspected(PatientRecord record, PatientFacts facts) {
    CheckWorkUp workUp = new CheckWorkUp(guideline, record, facts);
    return new Assessment(
        record,
        facts,
        Assessment.Scope.SUSPECTED,
        workUp.baseline(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new CheckOrders(guideline, regimens, record, facts, workUp).check(Optional.empty()));
  }

  /** The source speaks of no follow-up: nothing is asked for or offered, the orders are checked. */
  private Assessment offTreatment(PatientRecord record, PatientFacts facts) {
    CheckWorkUp workUp = new CheckWorkUp(guideline, record, facts);
    TreatmentAdvice advice = treatment.advise(facts);
    return new Assessment(
        record,
        facts,
        Assessment.Scope.OFF_TREATMENT,
        List.of(),
        Optional.empty(),
        Optional.of(advice),
        List.of(),
        new CheckOrders(guideline, regimens, record, facts, workUp).check(Optional.of(advice)));
  }

  private Assessment covered(PatientRecord record, PatientFacts read) {
    CheckWorkUp genetics = new CheckWorkUp(guideline, record, read);
    PatientFacts facts =
        read.with(Facts.FAVORABLE_FEATURE, derived.favorableFeature(read))
            .with(Facts.POOR_FEATURE, derived.poorFeature(read, genetics.completeGenetics()));
    CheckWorkUp workUp = genetics.with(facts);
    TreatmentAdvice advice = treatment.advise(facts);
    return new Assessment(
        record,
        facts,
        Assessment.Scope.COVERED,
        workUp.baseline(),
        Optional.of(risk.classify(facts)),
        Optional.of(advice),
        requested(advice, workUp),
        new CheckOrders(guideline, regimens, record, facts, workUp).check(Optional.of(advice)));
  }

  private static Assessment.Scope scope(PatientFacts facts) {
    Finding<Diagnosis> diagnosis = facts.get(Facts.DIAGNOSIS);
    if (diagnosis.is(Diagnosis.SUSPECTED)) {
      return facts.get(Facts.AGE_GROUP).is(AgeGroup.CHILD)
          ? Assessment.Scope.CHILD
          : Assessment.Scope.SUSPECTED;
    }
    if (diagnosis.value().isEmpty()) {
      return Assessment.Scope.NOT_KNOWN;
    }
    if (!diagnosis.is(Diagnosis.CONFIRMED)) {
      return Assessment.Scope.NO_LEUKEMIA;
    }
    if (facts.get(Facts.AGE_GROUP).is(AgeGroup.CHILD)) {
      return Assessment.Scope.CHILD;
    }
    return facts.get(Facts.COURSE).is(Course.OFF_TREATMENT)
        ? Assessment.Scope.OFF_TREATMENT
        : Assessment.Scope.COVERED;
  }

  private List<WorkUpFinding> requested(TreatmentAdvice advice, CheckWorkUp workUp) {
    Set<String> ids = new LinkedHashSet<>();
    advice.rules().stream().map(TreatmentRule::tests).forEach(ids::addAll);
    for (Fact<?> fact : advice.asked()) {
      FactName name = guideline.name(fact);
      ids.addAll(name.settledBy());
      name.asks().ifPresent(asked -> ids.addAll(guideline.name(asked).settledBy()));
    }
    List<WorkUpFinding> findings = new ArrayList<>();
    ids.forEach(id -> findings.add(workUp.check(guideline.workUpItem(id))));
    return findings;
  }
}
