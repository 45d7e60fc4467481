package org.karyon.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.BuiltIn;
import org.karyon.facts.DraftedOrder;
import org.karyon.facts.DraftedOrder.Kind;
import org.karyon.facts.Evidence;
import org.karyon.facts.OrdersOnScreen;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.PatientRecord;
import org.karyon.facts.PatientRecords;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.RecordedTest;
import org.karyon.facts.RecordedTherapy;
import org.karyon.guideline.Guideline;

/** Builds records with orders on the screen, and what is said of them on 2026-11-23. */
final class OrderScreens {

  static final Guideline GUIDELINE = BuiltIn.GUIDELINE;

  private OrderScreens() {}

  static DraftedOrder drug(String id, String... concepts) {
    return draft("MedicationRequest/" + id, Kind.MEDICATION, String.join(" ", concepts), concepts);
  }

  static DraftedOrder service(String id, String... concepts) {
    return draft("ServiceRequest/" + id, Kind.SERVICE, String.join(" ", concepts), concepts);
  }

  static DraftedOrder inWords(String id, String words) {
    return draft("ServiceRequest/" + id, Kind.SERVICE, words);
  }

  private static DraftedOrder draft(String reference, Kind kind, String words, String... concepts) {
    return new DraftedOrder(reference, kind, Set.of(concepts), words, false, false, Set.of());
  }

  static DraftedOrder intrathecal(DraftedOrder order) {
    return new DraftedOrder(
        order.reference(), order.kind(), order.concepts(), order.words(), true, false, Set.of());
  }

  static DraftedOrder renewing(DraftedOrder order, String renewed) {
    return new DraftedOrder(
        order.reference(),
        order.kind(),
        order.concepts(),
        order.words(),
        order.intrathecal(),
        false,
        Set.of(renewed));
  }

  static RecordedTest test(String resource, String date, RecordedTest.State state, String concept) {
    return new RecordedTest(Set.of(concept), concept, state, false, evidence(resource, date));
  }

  static RecordedTherapy therapy(
      String resource, String date, RecordedTherapy.State state, String concept) {
    return new RecordedTherapy(
        Set.of(concept),
        concept,
        state,
        false,
        false,
        Optional.of(RecordedDate.of(LocalDate.parse(date))),
        Optional.empty(),
        evidence(resource, date));
  }

  /** Ordered three days ago, and under way. */
  static RecordedTherapy active(String resource, String concept) {
    return therapy(resource, "2026-11-20", RecordedTherapy.State.ACTIVE, concept);
  }

  /** Ordered three days ago, and over. */
  static RecordedTherapy past(String resource, String concept) {
    return therapy(resource, "2026-11-20", RecordedTherapy.State.PAST, concept);
  }

  static RecordedTherapy intrathecal(RecordedTherapy therapy) {
    return new RecordedTherapy(
        therapy.concepts(),
        therapy.words(),
        therapy.state(),
        true,
        false,
        therapy.start(),
        therapy.end(),
        therapy.evidence());
  }

  static Evidence evidence(String resource, String date) {
    return new Evidence(
        resource, "what", "shows", Optional.of(RecordedDate.of(LocalDate.parse(date))));
  }

  /** What is said of the orders of a patient of whom no test and no treatment is recorded. */
  static OrderAdvice advice(PatientFacts facts, DraftedOrder... selected) {
    return advice(facts, List.of(), List.of(), selected);
  }

  /** What is said of the orders; the leukemia is of 2026-11-01. */
  static OrderAdvice advice(
      PatientFacts facts,
      List<RecordedTest> tests,
      List<RecordedTherapy> therapies,
      DraftedOrder... selected) {
    return advice(facts, tests, therapies, List.of(), selected);
  }

  static OrderAdvice advice(
      PatientFacts facts,
      List<RecordedTest> tests,
      List<RecordedTherapy> therapies,
      List<DraftedOrder> others,
      DraftedOrder... selected) {
    return new Assess(GUIDELINE)
        .assess(record(facts, tests, therapies, new OrdersOnScreen(List.of(selected), others)))
        .orders();
  }

  static PatientRecord record(
      PatientFacts facts,
      List<RecordedTest> tests,
      List<RecordedTherapy> therapies,
      OrdersOnScreen screen) {
    return PatientRecords.of(
        LocalDate.of(2026, 11, 23),
        facts,
        tests,
        therapies,
        screen,
        Optional.of(RecordedDate.of(LocalDate.of(2026, 11, 1))));
  }
}
