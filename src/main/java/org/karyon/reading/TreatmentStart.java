package org.karyon.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.karyon.facts.Course;
import org.karyon.facts.Evidence;
import org.karyon.facts.Finding;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.RecordedTherapy;

/** When treatment of the leukemia began, as far as the record can tell. */
final class TreatmentStart {

  /** No remission is reached sooner than this after treatment began. */
  private static final int EARLIEST_REMISSION_DAYS = 28;

  private TreatmentStart() {}

  static Optional<LocalDate> of(List<RecordedTherapy> therapies) {
    return CourseReader.antileukemic(therapies).stream()
        .flatMap(therapy -> therapy.start().stream())
        .map(RecordedDate::earliest)
        .min(LocalDate::compareTo);
  }

  /**
   * The start that a response must follow. Where a remission is stated that the treatments on
   * record are too late to have brought about, earlier treatment is missing from the record and its
   * start is unknown.
   */
  static Optional<LocalDate> beforeResponse(
      Optional<LocalDate> recorded, Finding<Course> course, LocalDate asOf) {
    boolean remission =
        course
            .value()
            .filter(known -> known == Course.COMPLETE_REMISSION || known == Course.RELAPSED)
            .isPresent();
    Optional<LocalDate> stated =
        course.evidence().stream()
            .map(Evidence::date)
            .flatMap(Optional::stream)
            .map(RecordedDate::earliest)
            .min(LocalDate::compareTo);
    LocalDate known = stated.orElse(asOf);
    return recorded.filter(
        start -> !remission || !start.plusDays(EARLIEST_REMISSION_DAYS).isAfter(known));
  }
}
