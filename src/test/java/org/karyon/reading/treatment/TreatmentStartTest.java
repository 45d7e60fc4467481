package org.karyon.reading.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.facts.Course;
import org.karyon.facts.Evidence;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.RecordedDate;

/** A remission that treatment on record is too young for was brought about by an earlier one. */
class TreatmentStartTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate STATED = LocalDate.of(2026, 9, 29);
  private static final int DAYS = 28;

  private static Finding<Course> stated(Course course) {
    Evidence evidence =
        new Evidence("Condition/c", "course", "course", Optional.of(RecordedDate.of(STATED)));
    return new Known<>(course, List.of(evidence), List.of());
  }

  private static Optional<RecordedDate> day(LocalDate day) {
    return Optional.of(RecordedDate.of(day));
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETE_REMISSION, 2026-09-01, true",
    "COMPLETE_REMISSION, 2026-09-02, false",
    "RELAPSED,           2026-09-01, true",
    "RELAPSED,           2026-09-02, false",
    "NOT_IN_REMISSION,   2026-09-02, true"
  })
  void aStartIsKnownWhereARemissionCanHaveFollowedIt(
      Course course, LocalDate start, boolean known) {
    assertThat(TreatmentStart.beforeResponse(Optional.of(start), stated(course), TODAY, DAYS))
        .isEqualTo(known ? Optional.of(start) : Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"2026-10-26,true", "2026-10-27,false"})
  void aRemissionWithoutADateIsThatOfToday(LocalDate start, boolean known) {
    Finding<Course> undated = new Known<>(Course.COMPLETE_REMISSION, List.of(), List.of());

    assertThat(TreatmentStart.beforeResponse(Optional.of(start), undated, TODAY, DAYS).isPresent())
        .isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource({"2026-07-30,false", "2026-07-31,true", "2026-08-01,true", "2026-11-01,true"})
  void whatWasWellBeforeTheDiagnosisIsNotOfThisDisease(LocalDate given, boolean of) {
    assertThat(TreatmentStart.isOfThisDisease(day(given), day(STATED), 60)).isEqualTo(of);
  }

  @Test
  void whatIsNotDatedMayBeOfThisDisease() {
    assertThat(TreatmentStart.isOfThisDisease(Optional.empty(), day(STATED), 60)).isTrue();
    assertThat(TreatmentStart.isOfThisDisease(day(LocalDate.EPOCH), Optional.empty(), 60)).isTrue();
  }
}
