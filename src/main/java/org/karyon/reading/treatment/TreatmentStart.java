package org.karyon.reading.treatment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.Course;
import org.karyon.facts.Evidence;
import org.karyon.facts.Finding;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.RecordedTherapy;
import org.karyon.terminology.ConceptGroup;
import org.karyon.terminology.Terminology;

/** When treatment of the leukemia began, as far as the record can tell. */
public final class TreatmentStart {

  private TreatmentStart() {}

  /** The first day of a treatment that the leukemia, and not something before it, was given. */
  public static Optional<LocalDate> of(List<RecordedTherapy> therapies) {
    return therapies.stream()
        .flatMap(therapy -> therapy.start().stream())
        .map(RecordedDate::earliest)
        .min(LocalDate::compareTo);
  }

  /**
   * What was given against this leukemia: neither a steroid or supportive drug alone, nor anything
   * well before the diagnosis.
   */
  public static List<RecordedTherapy> antileukemic(
      Terminology terminology,
      List<RecordedTherapy> therapies,
      Optional<RecordedDate> diagnosed,
      int daysBefore) {
    return therapies.stream()
        .filter(therapy -> isAntileukemic(terminology, therapy.concepts()))
        .filter(therapy -> isOfThisDisease(therapy.start(), diagnosed, daysBefore))
        .toList();
  }

  /** Whether one of the concepts is more than a steroid or a supportive drug. */
  static boolean isAntileukemic(Terminology terminology, Set<String> concepts) {
    return !terminology.members(ConceptGroup.NOT_ANTILEUKEMIC).containsAll(concepts);
  }

  /**
   * Whether something may have been given against this leukemia; what is not dated may.
   *
   * @param day when it was given
   * @param diagnosed when the leukemia was diagnosed
   * @param daysBefore how long before that treatment may have begun
   * @return false only for what was well before the diagnosis
   */
  public static boolean isOfThisDisease(
      Optional<RecordedDate> day, Optional<RecordedDate> diagnosed, int daysBefore) {
    return diagnosed.isEmpty()
        || day.isEmpty()
        || !day.get().latest().isBefore(diagnosed.get().earliest().minusDays(daysBefore));
  }

  /**
   * The start that a response must follow. Where a remission is stated that the treatments on
   * record are too late to have brought about, earlier treatment is missing from the record and its
   * start is unknown.
   */
  public static Optional<LocalDate> beforeResponse(
      Optional<LocalDate> recorded,
      Finding<Course> course,
      LocalDate asOf,
      int earliestRemissionDays) {
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
        start -> !remission || !start.plusDays(earliestRemissionDays).isAfter(known));
  }
}
