package org.karyon.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.karyon.BuiltIn;
import org.karyon.assessment.OptionAdvice.Status;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.PatientFacts;
import org.karyon.guideline.Condition;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.FactDomains;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Row;
import org.karyon.guideline.TreatmentRule;

/**
 * Goes through every table's finite domain, complete and partial: no overlap, no gap, no dead row,
 * and adding a fact never changes a decision already made.
 */
class TableSoundnessTest {

  private static final Guideline GUIDELINE = BuiltIn.GUIDELINE;
  private static final AdviseTreatment ADVISE =
      new AdviseTreatment(GUIDELINE, new DerivedFacts(GUIDELINE));

  @TestFactory
  Stream<DynamicTest> noOverlapNoGapNoDeadRule() {
    return GUIDELINE.tables().stream()
        .map(table -> DynamicTest.dynamicTest(table.id(), () -> isSound(table)));
  }

  private static void isSound(DecisionTable table) {
    Set<String> alive = new HashSet<>();
    FactDomains.forEach(
        FactDomains.of(conditions(table, false)),
        patient -> {
          if (!meets(table.appliesTo(), patient)) {
            return;
          }
          List<String> holding =
              table.rules().stream()
                  .filter(rule -> rule.when().stream().anyMatch(row -> meets(row, patient)))
                  .map(TreatmentRule::id)
                  .toList();
          alive.addAll(holding);
          if (table.exclusive()) {
            boolean declared =
                table.overlaps().stream()
                    .anyMatch(overlap -> overlap.rules().equals(Set.copyOf(holding)));
            assertThat(holding.size() == 1 || declared)
                .as("%s of %s for %s", holding, table.id(), patient)
                .isTrue();
          }
        });
    assertThat(alive)
        .containsExactlyInAnyOrderElementsOf(
            table.rules().stream().map(TreatmentRule::id).toList());
  }

  /**
   * Every partial patient of a branch: what is decided holds for every complete patient behind it.
   */
  @TestFactory
  Stream<DynamicTest> whatIsDecidedHoldsWhateverTheMissingFactsTurnOutToBe() {
    return Stream.of("ph-positive", "t-lineage")
        .map(id -> DynamicTest.dynamicTest(id, () -> isStable(table(id))));
  }

  private static DecisionTable table(String id) {
    return GUIDELINE.tables().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
  }

  private static void isStable(DecisionTable table) {
    Map<Fact<?>, List<FactValue>> domains = FactDomains.of(conditions(table, true));
    Map<Fact<?>, FactValue> guard = new LinkedHashMap<>();
    table
        .appliesTo()
        .conditions()
        .forEach(
            condition ->
                domains.get(condition.fact()).stream()
                    .filter(condition::holdsFor)
                    .findFirst()
                    .ifPresent(value -> guard.put(condition.fact(), value)));
    guard.remove(Facts.AGE_GROUP);
    guard.remove(Facts.COURSE);
    domains.keySet().removeAll(guard.keySet());
    List<Map<Fact<?>, FactValue>> partial = new ArrayList<>();
    collectPartial(List.copyOf(domains.entrySet()), 0, new LinkedHashMap<>(guard), partial);
    assertThat(partial).hasSizeGreaterThan(200);
    Map<Map<Fact<?>, FactValue>, TreatmentAdvice> advice = new HashMap<>();
    partial.forEach(patient -> advice.put(patient, ADVISE.asTheyStand(Patients.of(patient))));
    for (Map<Fact<?>, FactValue> patient : partial) {
      for (Map.Entry<Fact<?>, List<FactValue>> domain : domains.entrySet()) {
        if (!patient.containsKey(domain.getKey())) {
          for (FactValue value : domain.getValue()) {
            Map<Fact<?>, FactValue> more = new LinkedHashMap<>(patient);
            more.put(domain.getKey(), value);
            keepsEveryDecision(patient, advice.get(patient), advice.get(more));
          }
        }
      }
      agreesWithThePlainReading(patient, advice.get(patient), domains.keySet());
    }
  }

  private static void collectPartial(
      List<Map.Entry<Fact<?>, List<FactValue>>> domains,
      int index,
      Map<Fact<?>, FactValue> patient,
      List<Map<Fact<?>, FactValue>> into) {
    if (index == domains.size()) {
      into.add(new LinkedHashMap<>(patient));
      return;
    }
    Map.Entry<Fact<?>, List<FactValue>> domain = domains.get(index);
    collectPartial(domains, index + 1, patient, into);
    for (FactValue value : domain.getValue()) {
      patient.put(domain.getKey(), value);
      collectPartial(domains, index + 1, patient, into);
    }
    patient.remove(domain.getKey());
  }

  private static void keepsEveryDecision(
      Map<Fact<?>, FactValue> patient, TreatmentAdvice before, TreatmentAdvice after) {
    for (OptionAdvice option : before.options()) {
      if (option.status() != Status.NEEDS) {
        Status then = status(after, option.option().id());
        assertThat(then).as("%s of %s", option.option().id(), patient).isEqualTo(option.status());
      }
    }
  }

  private static Status status(TreatmentAdvice advice, String option) {
    return advice.options().stream()
        .filter(candidate -> candidate.option().id().equals(option))
        .map(OptionAdvice::status)
        .findFirst()
        .orElse(Status.EXCLUDED);
  }

  /** For a complete patient the advice is what reading the rows one by one gives. */
  private static void agreesWithThePlainReading(
      Map<Fact<?>, FactValue> patient, TreatmentAdvice advice, Set<Fact<?>> all) {
    if (!patient.keySet().containsAll(all)) {
      return;
    }
    Set<String> offered = new HashSet<>();
    for (DecisionTable table : GUIDELINE.tables()) {
      for (TreatmentRule rule : table.rules()) {
        boolean holds =
            meets(table.appliesTo(), patient)
                && rule.when().stream().anyMatch(row -> meets(row, patient));
        rule.options().stream()
            .filter(unused -> holds)
            .filter(
                offer ->
                    offer.onlyWhen().isEmpty()
                        || offer.onlyWhen().stream().anyMatch(row -> meets(row, patient)))
            .forEach(offer -> offered.add(offer.option()));
      }
    }
    Set<String> applies = new HashSet<>();
    advice.options(Status.APPLIES).forEach(option -> applies.add(option.option().id()));
    assertThat(applies).as("%s", patient).isEqualTo(offered);
  }

  /**
   * The whole tree at once, sampled with a fixed seed: facts are learnt one by one in random order.
   */
  @Test
  void learningFactsOneByOneNeverTakesADecisionBack() {
    List<Condition> conditions = new ArrayList<>();
    GUIDELINE.tables().forEach(table -> conditions.addAll(conditions(table, true)));
    Map<Fact<?>, List<FactValue>> domains = FactDomains.of(conditions);
    Random random = new Random(20261123);
    for (int patient = 0; patient < 100; patient++) {
      PatientFacts facts = PatientFacts.none();
      TreatmentAdvice before = ADVISE.asTheyStand(facts);
      List<Fact<?>> order = new ArrayList<>(domains.keySet());
      Collections.shuffle(order, random);
      for (Fact<?> fact : order) {
        List<FactValue> values = domains.get(fact);
        facts = Patients.with(facts, fact, values.get(random.nextInt(values.size())).id());
        TreatmentAdvice after = ADVISE.asTheyStand(facts);
        keepsEveryDecision(Map.of(), before, after);
        before = after;
      }
      assertThat(before.options(Status.NEEDS)).isEmpty();
      assertThat(before.missing()).isEmpty();
    }
  }

  @Test
  void theMissingFactsAreExactlyThoseThatCanChangeTheOutcome() {
    PatientFacts facts = Patients.of("course=complete-remission");
    List<Condition> conditions = conditions(table("t-lineage"), false);

    Possibilities<Boolean> possibilities =
        Possibilities.of(
            conditions,
            facts,
            patient ->
                "positive".equals(id(patient, Facts.MRD))
                    || "present".equals(id(patient, Facts.POOR_FEATURE)));

    assertThat(possibilities.deciding()).containsExactly(Facts.MRD, Facts.POOR_FEATURE);
    assertThat(possibilities.distinct()).containsExactlyInAnyOrder(true, false);
  }

  private static String id(Map<Fact<?>, FactValue> patient, Fact<?> fact) {
    FactValue value = patient.get(fact);
    return value == null ? "" : value.id();
  }

  private static List<Condition> conditions(DecisionTable table, boolean withOptions) {
    List<Condition> conditions = new ArrayList<>(table.appliesTo().conditions());
    for (TreatmentRule rule : table.rules()) {
      rule.when().forEach(row -> conditions.addAll(row.conditions()));
      if (withOptions) {
        rule.options()
            .forEach(offer -> offer.onlyWhen().forEach(row -> conditions.addAll(row.conditions())));
      }
    }
    return conditions;
  }

  private static boolean meets(Row row, Map<Fact<?>, FactValue> patient) {
    return row.conditions().stream()
        .allMatch(
            condition ->
                patient.containsKey(condition.fact())
                    && condition.holdsFor(patient.get(condition.fact())));
  }
}
