package org.karyon.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that the readers found in one patient's record; nothing here is a resource any more.
 *
 * @param asOf the evaluation date
 * @param facts the facts
 * @param tests tests done or ordered
 * @param therapies treatment of the leukemia, given or active
 * @param orders the unsigned orders on the screen
 * @param treatedSince the day on which treatment of this leukemia began; empty when none is
 *     recorded
 * @param diagnosed when the leukemia was diagnosed; empty when the record does not say
 * @param timeline the dated events of the way here, oldest first
 * @param gaps what could not be read
 * @param notGraded active problems that are neither graded as comorbidity nor known to weigh
 *     nothing; listed, so that a clinician can judge them
 * @param notations the karyotypes and other results in notation, as they were read
 * @param unreadable the kinds of resource that are missing or incomplete, so that silence means
 *     nothing
 */
public record PatientRecord(
    LocalDate asOf,
    PatientFacts facts,
    List<RecordedTest> tests,
    List<RecordedTherapy> therapies,
    OrdersOnScreen orders,
    Optional<LocalDate> treatedSince,
    Optional<RecordedDate> diagnosed,
    List<Milestone> timeline,
    List<DataGap> gaps,
    List<Evidence> notGraded,
    List<ReadNotation> notations,
    Set<String> unreadable) {

  /** Copies the lists, so that a record never changes. */
  public PatientRecord {
    tests = List.copyOf(tests);
    therapies = List.copyOf(therapies);
    timeline = List.copyOf(timeline);
    gaps = List.copyOf(gaps);
    notGraded = List.copyOf(notGraded);
    notations = List.copyOf(notations);
    unreadable = Set.copyOf(unreadable);
  }

  /**
   * The same record with other facts: what would be said if they were so.
   *
   * @param supposed the facts in place of those read
   * @return the record
   */
  public PatientRecord withFacts(PatientFacts supposed) {
    return new PatientRecord(
        asOf,
        supposed,
        tests,
        therapies,
        orders,
        treatedSince,
        diagnosed,
        timeline,
        gaps,
        notGraded,
        notations,
        unreadable);
  }
}
