package org.karyon.reading.response;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.karyon.facts.Course;
import org.karyon.facts.Evidence;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.Presence;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.UnknownReason;

/**
 * Leukemia outside blood and marrow, and what it means for the course (I-19).
 *
 * @param shown what shows it
 * @param excluded fluids without leukemic cells
 * @param unreadable fluids that were looked through and give no answer
 */
public record ExtramedullaryDisease(
    List<Evidence> shown, List<Evidence> excluded, List<Evidence> unreadable) {

  /** The newest result decides; what cannot be read leaves it open. */
  public Finding<Presence> finding() {
    List<Evidence> later =
        excluded.stream().filter(clean -> shown.stream().allMatch(s -> isAfter(clean, s))).toList();
    if (!shown.isEmpty()) {
      return later.isEmpty()
          ? new Known<>(Presence.PRESENT, newestFirst(shown), List.of())
          : new Known<>(Presence.ABSENT, newestFirst(later), List.of());
    }
    if (!excluded.isEmpty()) {
      return new Known<>(Presence.ABSENT, newestFirst(excluded), List.of());
    }
    return unreadable.isEmpty()
        ? Finding.notRecorded()
        : new Unknown<>(
            UnknownReason.NOT_INTERPRETABLE,
            "the cerebrospinal fluid was looked at, and the result gives no answer",
            newestFirst(unreadable));
  }

  /**
   * The statements with those of the other compartments: after a remission it is a relapse, and a
   * clean marrow beside or after it is no remission until a later fluid is clean.
   */
  List<CourseStatement> among(List<CourseStatement> statements) {
    List<CourseStatement> relapses = new ArrayList<>();
    for (Evidence disease : shown) {
      if (statements.stream().anyMatch(s -> isRemissionBefore(s, disease))) {
        relapses.add(new CourseStatement(Course.RELAPSED, disease));
      }
    }
    List<CourseStatement> all = new ArrayList<>(relapses);
    statements.stream()
        .filter(statement -> relapses.stream().noneMatch(r -> isOutweighed(statement, r)))
        .forEach(all::add);
    return all;
  }

  private static boolean isRemissionBefore(CourseStatement statement, Evidence disease) {
    Optional<LocalDate> day = disease.date().map(RecordedDate::earliest);
    return statement.course() == Course.COMPLETE_REMISSION
        && day.isPresent()
        && statement.latest().filter(remission -> remission.isBefore(day.get())).isPresent();
  }

  private boolean isOutweighed(CourseStatement statement, CourseStatement relapse) {
    boolean cleanMarrow = statement.ofMarrow() && statement.course() == Course.COMPLETE_REMISSION;
    LocalDate day = relapse.earliest().orElseThrow();
    return cleanMarrow
        && statement.latest().filter(marrow -> !marrow.isBefore(day)).isPresent()
        && excluded.stream().noneMatch(clean -> isAfter(clean, relapse.evidence()));
  }

  private static boolean isAfter(Evidence later, Evidence earlier) {
    return later.date().isPresent()
        && earlier.date().isPresent()
        && later.date().get().earliest().isAfter(earlier.date().get().latest());
  }

  private static List<Evidence> newestFirst(List<Evidence> evidence) {
    return evidence.stream().sorted(Evidence.NEWEST_FIRST).toList();
  }
}
