package org.karyon.fhirapi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.karyon.facts.Amount;
import org.karyon.facts.Course;
import org.karyon.facts.Diagnosis;
import org.karyon.facts.DraftedOrder;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.OrdersOnScreen;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.PatientRecord;
import org.karyon.facts.PatientRecords;
import org.karyon.facts.Presence;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.RecordedTest;
import org.karyon.facts.RecordedTherapy;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.OrderCheck;

/** Patients by chance, the same in every run: more or less is known, tested, given and drafted. */
final class GeneratedPatients {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  /** What is left of a remission of which the end of treatment is not known, and the like. */
  private static final Map<String, Set<String>> LEFT_OPEN =
      Map.of(
          "course", Set.of("complete-remission", "off-treatment"),
          "comorbidity", Set.of("possible", "significant"));

  private final Guideline guideline;
  private final Random random;
  private final List<String> tests;
  private final List<String> treatments;

  GeneratedPatients(Guideline guideline, long seed) {
    this.guideline = guideline;
    this.random = new Random(seed);
    Set<String> tested = new TreeSet<>();
    guideline
        .workUp()
        .values()
        .forEach(
            item -> {
              tested.addAll(item.doneBy());
              item.orAllOf().forEach(tested::addAll);
            });
    this.tests = List.copyOf(tested);
    Set<String> treated = new TreeSet<>();
    for (OrderCheck check : guideline.orderChecks().checks()) {
      for (List<String> groups :
          List.of(check.drafted(), check.unlessOrdered(), check.orWhenOrdered())) {
        treated.addAll(guideline.orderChecks().members(groups));
      }
    }
    this.treatments = List.copyOf(treated);
  }

  PatientRecord next() {
    int density = random.nextInt(20);
    List<DraftedOrder> drafts = new ArrayList<>();
    for (int index = random.nextInt(4); index > 0; index--) {
      drafts.add(draft("MedicationRequest/draft-" + index));
    }
    List<RecordedTherapy> therapies = new ArrayList<>();
    for (int index = random.nextInt(4); index > 1; index--) {
      therapies.add(therapy("MedicationRequest/active-" + index));
    }
    return PatientRecords.undated(
        TODAY,
        facts(0.3 + random.nextDouble() * 0.7),
        tests.stream().filter(unused -> random.nextInt(20) < density).map(this::test).toList(),
        therapies,
        new OrdersOnScreen(drafts, List.of()));
  }

  private PatientFacts facts(double share) {
    PatientFacts facts = PatientFacts.none();
    for (Fact<?> fact : Facts.all()) {
      if (random.nextDouble() < share) {
        facts = with(facts, fact);
      }
    }
    // Most patients have a leukemia, because of the others nothing is said.
    if (random.nextInt(10) > 0) {
      facts = facts.with(Facts.DIAGNOSIS, known(Diagnosis.CONFIRMED));
    }
    if (random.nextInt(4) > 0) {
      facts = facts.with(Facts.COURSE, known(pick(List.of(Course.values()))));
    }
    return facts;
  }

  private <V extends FactValue> PatientFacts with(PatientFacts facts, Fact<V> fact) {
    if (fact.isAmount()) {
      return facts.with(fact, known(fact.type().cast(amount(fact))));
    }
    if (LEFT_OPEN.containsKey(fact.id()) && random.nextInt(5) == 0) {
      return facts.with(fact, narrowed(fact));
    }
    // With some thirty features at hand, an even chance would make every risk poor.
    boolean rare = fact.type() == Presence.class && !fact.equals(Facts.BCR_ABL1);
    return facts.with(
        fact, known(rare && random.nextInt(8) > 0 ? last(fact.terms()) : pick(fact.terms())));
  }

  /** Not known, but some values are out of the question, as readers find it. */
  private static <V extends FactValue> Unknown<V> narrowed(Fact<V> fact) {
    return new Unknown<>(
        UnknownReason.POSSIBLE,
        "",
        List.of(),
        fact.terms().stream()
            .filter(term -> LEFT_OPEN.get(fact.id()).contains(term.id()))
            .toList());
  }

  /** At, just below and about the limits that tables name. */
  private Amount amount(Fact<?> fact) {
    if (fact.equals(Facts.AGE_YEARS)) {
      return Amount.of(10 + random.nextInt(75));
    }
    BigDecimal limit = pick(List.copyOf(guideline.parameters().values())).value();
    return switch (random.nextInt(4)) {
      case 0 -> new Amount(limit);
      case 1 -> new Amount(limit.subtract(new BigDecimal("0.1")));
      case 2 -> Amount.of(random.nextInt(100));
      default -> Amount.of(random.nextInt(100_000));
    };
  }

  private static <V extends FactValue> Known<V> known(V value) {
    return new Known<>(value, List.of(), List.of());
  }

  private RecordedTest test(String concept) {
    return new RecordedTest(
        Set.of(concept),
        concept,
        pick(List.of(RecordedTest.State.values())),
        random.nextBoolean(),
        evidence("Observation/" + concept));
  }

  private Evidence evidence(String resource) {
    return new Evidence(
        resource,
        resource,
        "",
        Optional.of(RecordedDate.of(TODAY.minusDays(random.nextInt(random.nextInt(2) * 400 + 5)))));
  }

  private DraftedOrder draft(String reference) {
    String concept = pick(treatments);
    return new DraftedOrder(
        reference,
        DraftedOrder.Kind.MEDICATION,
        Set.of(concept),
        concept,
        random.nextInt(6) == 0,
        false,
        Set.of());
  }

  private RecordedTherapy therapy(String reference) {
    String concept = pick(treatments);
    Evidence evidence = evidence(reference);
    return new RecordedTherapy(
        Set.of(concept),
        concept,
        pick(List.of(RecordedTherapy.State.values())),
        random.nextInt(4) == 0,
        false,
        evidence.date(),
        evidence.date(),
        evidence);
  }

  private static <T> T last(List<T> of) {
    return of.get(of.size() - 1);
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
