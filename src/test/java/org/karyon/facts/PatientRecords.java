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
    return new PatientRecord(
        asOf,
        facts,
        tests,
        therapies,
        screen,
        therapies.stream()
            .flatMap(therapy -> therapy.start().stream())
            .map(RecordedDate::earliest)
            .findFirst(),
        diagnosed,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Set.of());
  }
}
