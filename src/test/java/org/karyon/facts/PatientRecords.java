package org.karyon.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Records as they would have been read, for what comes after the reading. */
public final class PatientRecords {

  private PatientRecords() {}

  /** A record of facts and tests without treatment or orders. */
  public static PatientRecord of(LocalDate asOf, PatientFacts facts, RecordedTest... tests) {
    return of(asOf, facts, List.of(tests), List.of(), OrdersOnScreen.none(), Optional.empty());
  }

  /** The same with treatment and orders, of somebody who was diagnosed on a day. */
  public static PatientRecord of(
      LocalDate asOf,
      PatientFacts facts,
      List<RecordedTest> tests,
      List<RecordedTherapy> therapies,
      OrdersOnScreen screen,
      Optional<RecordedDate> diagnosed) {
    Optional<LocalDate> treatedSince =
        therapies.stream()
            .flatMap(therapy -> therapy.start().stream())
            .map(RecordedDate::earliest)
            .findFirst();
    return record(asOf, facts, tests, therapies, screen, treatedSince, diagnosed, Set.of());
  }

  /** The same where neither the diagnosis nor the beginning of treatment has a date. */
  public static PatientRecord undated(
      LocalDate asOf,
      PatientFacts facts,
      List<RecordedTest> tests,
      List<RecordedTherapy> therapies,
      OrdersOnScreen screen) {
    return record(
        asOf, facts, tests, therapies, screen, Optional.empty(), Optional.empty(), Set.of());
  }

  /** A record of facts of which a kind of resource could not be read. */
  public static PatientRecord unreadable(LocalDate asOf, PatientFacts facts, String kind) {
    return record(
        asOf,
        facts,
        List.of(),
        List.of(),
        OrdersOnScreen.none(),
        Optional.empty(),
        Optional.empty(),
        Set.of(kind));
  }

  private static PatientRecord record(
      LocalDate asOf,
      PatientFacts facts,
      List<RecordedTest> tests,
      List<RecordedTherapy> therapies,
      OrdersOnScreen screen,
      Optional<LocalDate> treatedSince,
      Optional<RecordedDate> diagnosed,
      Set<String> unreadable) {
    return new PatientRecord(
        asOf,
        facts,
        tests,
        therapies,
        screen,
        treatedSince,
        diagnosed,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        unreadable);
  }
}
