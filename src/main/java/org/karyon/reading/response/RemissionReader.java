package org.karyon.reading.response;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.Course;
import org.karyon.facts.EarlierMrd;
import org.karyon.facts.Evidence;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.MeasurableResidualDisease;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.RecordedTherapy;
import org.karyon.facts.Remission;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.ParameterId;
import org.karyon.reading.words.Words;
import org.karyon.terminology.PhraseList;

/**
 * Reads what of the way into a remission matters: which remission it is, whether MRD was positive
 * earlier in it (I-13), and whether treatment ended long ago (I-16).
 */
public final class RemissionReader {

  private final Guideline guideline;
  private final LocalDate asOf;

  public RemissionReader(Guideline guideline, LocalDate asOf) {
    this.guideline = guideline;
    this.asOf = asOf;
  }

  /** A remission after a relapse is a later one; without a remission nothing is asked. */
  public Finding<Remission> remission(Finding<Course> course, List<Evidence> relapses) {
    if (!course.is(Course.COMPLETE_REMISSION)) {
      return Finding.notRecorded();
    }
    if (!relapses.isEmpty()) {
      return new Known<>(Remission.LATER, relapses, List.of());
    }
    List<String> later = guideline.terminology().phrases(PhraseList.LATER_REMISSION);
    List<Evidence> named =
        course.evidence().stream()
            .filter(evidence -> Words.of(evidence.shows()).containAny(later))
            .toList();
    return named.isEmpty()
        ? new Known<>(Remission.FIRST, course.evidence(), List.of())
        : new Known<>(Remission.LATER, named, List.of());
  }

  /** Whether an older result of this remission is positive; without one it never was. */
  public Finding<EarlierMrd> earlierMrd(
      Finding<Course> course,
      Finding<MeasurableResidualDisease> mrd,
      List<ResidualDiseaseStatement> history,
      Optional<LocalDate> lastRelapse,
      boolean complete) {
    if (!course.is(Course.COMPLETE_REMISSION)) {
      return Finding.notRecorded();
    }
    Set<Evidence> counting = mrd.value().isPresent() ? Set.copyOf(mrd.evidence()) : Set.of();
    List<Evidence> positive =
        history.stream()
            .filter(RemissionReader::isPositive)
            .map(ResidualDiseaseStatement::shown)
            .filter(shown -> !counting.contains(shown))
            .filter(shown -> isAfter(shown, lastRelapse))
            .toList();
    if (!positive.isEmpty()) {
      return new Known<>(EarlierMrd.POSITIVE, positive, List.of());
    }
    return complete
        ? new Known<>(EarlierMrd.NEVER_POSITIVE, List.of(), List.of())
        : new Unknown<>(
            UnknownReason.NOT_READABLE, "the results were not read as a whole", List.of());
  }

  private static boolean isAfter(Evidence shown, Optional<LocalDate> relapse) {
    return relapse.isEmpty()
        || shown.date().filter(date -> date.earliest().isAfter(relapse.get())).isPresent();
  }

  /**
   * The course, where a remission may be long off treatment: nothing active or planned, and the
   * last treatment ended longer ago than the parameter says. Residual disease after it keeps the
   * course; where no end is on record, an old remission leaves it open.
   */
  public Finding<Course> offTreatment(
      Finding<Course> course,
      List<RecordedTherapy> treated,
      List<Evidence> unclear,
      List<Evidence> planned,
      List<ResidualDiseaseStatement> history) {
    LocalDate limit = asOf.minusDays(guideline.whole(ParameterId.OFF_TREATMENT_DAYS));
    boolean underWay =
        treated.stream().anyMatch(therapy -> therapy.state() == RecordedTherapy.State.ACTIVE)
            || !planned.isEmpty()
            || unclear.stream().anyMatch(evidence -> !isBefore(evidence.date(), limit));
    if (!course.is(Course.COMPLETE_REMISSION) || underWay || !isOld(course, limit)) {
      return course;
    }
    List<RecordedDate> ends = treated.stream().flatMap(therapy -> therapy.end().stream()).toList();
    if (ends.isEmpty() && history.stream().noneMatch(RemissionReader::isPositive)) {
      return new Unknown<>(
          UnknownReason.NOT_RECORDED,
          "in remission, and the end of treatment is not on record",
          course.evidence(),
          List.of(Course.COMPLETE_REMISSION, Course.OFF_TREATMENT));
    }
    if (ends.isEmpty()) {
      return course;
    }
    LocalDate end = ends.stream().map(RecordedDate::latest).max(LocalDate::compareTo).orElseThrow();
    return !end.isBefore(limit) || isPositiveAfter(end, history)
        ? course
        : new Known<>(Course.OFF_TREATMENT, lastOf(course, treated, end), List.of());
  }

  /** What brought about a younger remission was given within the time. */
  private static boolean isOld(Finding<Course> course, LocalDate limit) {
    return course.evidence().stream().anyMatch(evidence -> isBefore(evidence.date(), limit));
  }

  private static boolean isBefore(Optional<RecordedDate> date, LocalDate limit) {
    return date.filter(day -> day.latest().isBefore(limit)).isPresent();
  }

  private static boolean isPositive(ResidualDiseaseStatement statement) {
    return statement.answer().equals(Optional.of(MeasurableResidualDisease.POSITIVE));
  }

  private static boolean isPositiveAfter(LocalDate end, List<ResidualDiseaseStatement> history) {
    return history.stream()
        .filter(RemissionReader::isPositive)
        .anyMatch(s -> s.shown().date().filter(d -> d.latest().isAfter(end)).isPresent());
  }

  private static List<Evidence> lastOf(
      Finding<Course> course, List<RecordedTherapy> treated, LocalDate end) {
    List<Evidence> evidence = new ArrayList<>(course.evidence());
    treated.stream()
        .filter(t -> t.end().filter(day -> day.latest().equals(end)).isPresent())
        .map(RecordedTherapy::evidence)
        .limit(1)
        .forEach(evidence::add);
    return evidence.stream().distinct().sorted(Evidence.NEWEST_FIRST).toList();
  }
}
