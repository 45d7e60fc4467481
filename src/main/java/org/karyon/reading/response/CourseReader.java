package org.karyon.reading.response;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.karyon.facts.Amount;
import org.karyon.facts.Course;
import org.karyon.facts.Evidence;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.Milestone;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.RecordedTherapy;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.ParameterId;
import org.karyon.reading.patient.BlastPercent;
import org.karyon.reading.patient.DiagnosisReader.LeukemiaCondition;
import org.karyon.reading.resources.Codings;
import org.karyon.reading.resources.Conditions;
import org.karyon.reading.resources.Result;
import org.karyon.reading.resources.ResultValue;
import org.karyon.reading.treatment.TreatmentStart;
import org.karyon.terminology.ConceptGroup;

/**
 * Settles where the patient stands from dated statements of remission and relapse, marrow blasts
 * and treatment.
 */
public final class CourseReader {

  private final Guideline guideline;
  private final StageWords words;
  private final BlastPercent share;
  private final LocalDate asOf;

  public CourseReader(Guideline guideline, LocalDate asOf) {
    this.guideline = guideline;
    this.words = new StageWords(guideline.terminology());
    this.share = new BlastPercent(guideline.terminology());
    this.asOf = asOf;
  }

  /**
   * Where the patient stands, and what of the way there matters.
   *
   * @param course the course now
   * @param lastRelapse the newest dated relapse; results from before it speak of another remission
   * @param relapses every statement of a relapse, newest first
   * @param responses every dated statement of a response or of its loss
   */
  public record History(
      Finding<Course> course,
      Optional<LocalDate> lastRelapse,
      List<Evidence> relapses,
      List<Milestone> responses) {}

  public History read(
      List<LeukemiaCondition> leukemia,
      Optional<LocalDate> diagnosed,
      List<Result> results,
      List<RecordedTherapy> treated,
      List<Evidence> notUnderstood,
      ExtramedullaryDisease extramedullary,
      boolean therapyReadable) {
    List<CourseStatement> stated = new ArrayList<>();
    leukemia.forEach(condition -> stated(condition).ifPresent(stated::add));
    List<String> own = leukemia.stream().map(c -> c.evidence().resource()).toList();
    results.stream()
        .filter(result -> isAboutThisLeukemia(result, own, diagnosed))
        .forEach(result -> status(result).ifPresent(stated::add));
    stated.addAll(marrow(results, treated, stated));
    List<CourseStatement> statements = extramedullary.among(stated);
    List<Evidence> doubted =
        results.stream()
            .filter(result -> isAboutThisLeukemia(result, own, diagnosed))
            .filter(result -> isStatus(result) && isDoubted(result))
            .map(Result::evidence)
            .toList();
    Finding<Course> course =
        orDoubted(
            statements.isEmpty()
                ? byTreatment(leukemia, treated, notUnderstood, therapyReadable)
                : newest(statements),
            statements,
            doubted);
    Optional<LocalDate> lastRelapse =
        statements.stream()
            .filter(statement -> statement.course() == Course.RELAPSED)
            .flatMap(statement -> statement.evidence().date().stream())
            .map(RecordedDate::latest)
            .max(LocalDate::compareTo);
    List<Milestone> responses =
        statements.stream()
            .filter(statement -> statement.evidence().date().isPresent())
            .map(
                statement ->
                    new Milestone(
                        Milestone.Kind.RESPONSE,
                        Optional.of(statement.course()),
                        statement.evidence()))
            .toList();
    List<Evidence> relapses =
        statements.stream()
            .filter(statement -> statement.course() == Course.RELAPSED)
            .map(CourseStatement::evidence)
            .sorted(Evidence.NEWEST_FIRST)
            .toList();
    return new History(course, lastRelapse, relapses, responses);
  }

  /**
   * The newest statement decides; statements of the same day, or all undated, that disagree decide
   * nothing.
   */
  private static Finding<Course> newest(List<CourseStatement> statements) {
    List<CourseStatement> ordered =
        statements.stream()
            .sorted(Comparator.comparing(CourseStatement::evidence, Evidence.NEWEST_FIRST))
            .toList();
    CourseStatement newest = ordered.get(0);
    List<CourseStatement> unordered = ordered.stream().filter(s -> overlap(s, newest)).toList();
    if (unordered.stream().map(CourseStatement::course).distinct().count() > 1) {
      return new Unknown<>(
          UnknownReason.CONTRADICTORY,
          "statements that cannot be put in order disagree",
          unordered.stream().map(CourseStatement::evidence).toList());
    }
    List<Evidence> agreeing = new ArrayList<>();
    List<Evidence> against = new ArrayList<>();
    for (CourseStatement statement : ordered) {
      if (statement.course() == newest.course()) {
        agreeing.add(statement.evidence());
      } else if (!isEarlier(statement, newest)) {
        against.add(statement.evidence());
      }
    }
    return new Known<>(newest.course(), agreeing, against);
  }

  /** Whether two statements may be of the same day: both undated, or a day that both can mean. */
  private static boolean overlap(CourseStatement one, CourseStatement other) {
    Optional<RecordedDate> first = one.evidence().date();
    Optional<RecordedDate> second = other.evidence().date();
    if (first.isEmpty() || second.isEmpty()) {
      return first.isEmpty() && second.isEmpty();
    }
    return !first.get().latest().isBefore(second.get().earliest())
        && !second.get().latest().isBefore(first.get().earliest());
  }

  /**
   * A remission that was followed by a relapse is history; only what cannot be put in order
   * contradicts.
   */
  private static boolean isEarlier(CourseStatement statement, CourseStatement newest) {
    Optional<LocalDate> day = statement.evidence().date().map(RecordedDate::latest);
    Optional<LocalDate> last = newest.evidence().date().map(RecordedDate::latest);
    return day.isPresent() && last.isPresent() && day.get().isBefore(last.get());
  }

  /**
   * A code that names the stage held when the stage began and still when it was recorded; a stage
   * that only the clinical status names is dated by its recording, because the onset is then that
   * of the disease.
   */
  private Optional<CourseStatement> stated(LeukemiaCondition condition) {
    if (condition.suspected()) {
      return Optional.empty();
    }
    Optional<Course> coded = words.stage(guideline.terminology().groups(condition.concepts()), "");
    if (coded.isPresent()) {
      Optional<RecordedDate> date =
          Stream.of(
                  Conditions.recorded(condition.condition()),
                  Conditions.onset(condition.condition()))
              .flatMap(Optional::stream)
              .max(Comparator.comparing(RecordedDate::earliest));
      return coded.map(course -> new CourseStatement(course, dated(condition.evidence(), date)));
    }
    Optional<RecordedDate> recorded = Conditions.recorded(condition.condition());
    return clinicalStatus(condition)
        .or(() -> words.besideADiagnosis(Codings.allWords(condition.condition().code())))
        .map(course -> new CourseStatement(course, dated(condition.evidence(), recorded)));
  }

  private static Evidence dated(Evidence evidence, Optional<RecordedDate> date) {
    return new Evidence(evidence.resource(), evidence.what(), evidence.shows(), date);
  }

  private static Optional<Course> clinicalStatus(LeukemiaCondition condition) {
    if (Conditions.hasClinicalStatus(condition.condition(), Set.of("relapse", "recurrence"))) {
      return Optional.of(Course.RELAPSED);
    }
    return Conditions.hasClinicalStatus(condition.condition(), Set.of("remission"))
        ? Optional.of(Course.COMPLETE_REMISSION)
        : Optional.empty();
  }

  /**
   * A status that focuses on another problem, or is older than this leukemia, tells nothing of it.
   */
  private static boolean isAboutThisLeukemia(
      Result result, List<String> own, Optional<LocalDate> diagnosed) {
    boolean foreign = !result.focus().isEmpty() && result.focus().stream().noneMatch(own::contains);
    boolean older =
        result.date().isPresent()
            && diagnosed.isPresent()
            && result.date().get().latest().isBefore(diagnosed.get());
    return !foreign && !older;
  }

  private boolean isStatus(Result result) {
    return result.isFinal()
        && (result.has(ConceptGroup.DISEASE_STATUS) || words.areNamedIn(result.name()));
  }

  private Optional<CourseStatement> status(Result result) {
    if (!isStatus(result) || isDoubted(result)) {
      return Optional.empty();
    }
    return (switch (result.value()) {
          case ResultValue.Coded coded -> words.stage(coded.groups(), coded.words());
          case ResultValue.Text text -> words.stage(Set.of(), text.text());
          case ResultValue.Measured unused -> Optional.<Course>empty();
          case ResultValue.Flag unused -> Optional.<Course>empty();
          case ResultValue.None unused -> Optional.<Course>empty();
        })
        .map(course -> new CourseStatement(course, result.evidence()));
  }

  private boolean isDoubted(Result result) {
    return switch (result.value()) {
      case ResultValue.Coded coded ->
          words.stage(coded.groups(), "").isEmpty() && words.isDoubted(coded.words());
      case ResultValue.Text text -> words.isDoubted(text.text());
      case ResultValue.Measured unused -> false;
      case ResultValue.Flag unused -> false;
      case ResultValue.None unused -> false;
    };
  }

  /** A doubted statement that nothing later settles leaves the course open. */
  private static Finding<Course> orDoubted(
      Finding<Course> course, List<CourseStatement> statements, List<Evidence> doubted) {
    List<Evidence> open =
        doubted.stream()
            .filter(doubt -> statements.stream().noneMatch(later -> isAfter(later, doubt)))
            .sorted(Evidence.NEWEST_FIRST)
            .toList();
    return open.isEmpty()
        ? course
        : new Unknown<>(
            UnknownReason.POSSIBLE, "the newest statement of the status is in doubt", open);
  }

  private static boolean isAfter(CourseStatement statement, Evidence doubt) {
    Optional<LocalDate> day = statement.evidence().date().map(RecordedDate::earliest);
    Optional<LocalDate> doubted = doubt.date().map(RecordedDate::latest);
    return day.isPresent() && doubted.isPresent() && day.get().isAfter(doubted.get());
  }

  /**
   * A marrow some time after treatment began: under 5 % blasts supports remission, 5 % or more
   * denies it.
   */
  private List<CourseStatement> marrow(
      List<Result> results, List<RecordedTherapy> treated, List<CourseStatement> stated) {
    Optional<LocalDate> first = TreatmentStart.of(treated);
    if (first.isEmpty()) {
      return List.of();
    }
    LocalDate from = first.get().plusDays(guideline.whole(ParameterId.RESPONSE_FROM_DAYS));
    List<CourseStatement> statements = new ArrayList<>();
    List<Result> marrows =
        results.stream()
            .filter(result -> result.isFinal() && share.isOfMarrow(result))
            .filter(result -> result.date().filter(d -> !d.earliest().isBefore(from)).isPresent())
            .sorted(Comparator.comparing(result -> result.date().orElseThrow().latest()))
            .toList();
    for (Result marrow : marrows) {
      share
          .of(marrow, guideline.number(ParameterId.REMISSION_BLAST_PERCENT))
          .map(
              percent ->
                  new CourseStatement(
                      response(percent, marrow, statements, stated), marrow.evidence(), true))
          .ifPresent(statements::add);
    }
    return statements;
  }

  private Course response(
      Amount percent, Result marrow, List<CourseStatement> earlier, List<CourseStatement> stated) {
    if (percent.number().compareTo(guideline.number(ParameterId.REMISSION_BLAST_PERCENT)) < 0) {
      return Course.COMPLETE_REMISSION;
    }
    LocalDate day = marrow.date().orElseThrow().latest();
    boolean afterRemission =
        Stream.concat(earlier.stream(), stated.stream())
            .filter(statement -> statement.course() == Course.COMPLETE_REMISSION)
            .anyMatch(
                statement ->
                    statement
                        .evidence()
                        .date()
                        .map(date -> date.latest().isBefore(day))
                        .orElse(false));
    return afterRemission ? Course.RELAPSED : Course.NOT_IN_REMISSION;
  }

  private boolean areAll(RecordedTherapy therapy, ConceptGroup group) {
    return guideline.terminology().members(group).containsAll(therapy.concepts());
  }

  private Finding<Course> byTreatment(
      List<LeukemiaCondition> leukemia,
      List<RecordedTherapy> treated,
      List<Evidence> notUnderstood,
      boolean therapyReadable) {
    List<Evidence> diagnosis = leukemia.stream().map(LeukemiaCondition::evidence).toList();
    List<Evidence> unclear = new ArrayList<>(notUnderstood);
    treated.stream()
        .filter(therapy -> areAll(therapy, ConceptGroup.TREATMENT_OF_NO_KIND))
        .map(RecordedTherapy::evidence)
        .forEach(unclear::add);
    if (treated.stream().allMatch(therapy -> areAll(therapy, ConceptGroup.TREATMENT_OF_NO_KIND))
        && !unclear.isEmpty()) {
      return new Unknown<>(
          UnknownReason.NOT_INTERPRETABLE,
          "treatment is on record of which it cannot be told what it is, and no response is"
              + " recorded",
          unclear.stream().sorted(Evidence.NEWEST_FIRST).toList());
    }
    if (treated.isEmpty()) {
      return therapyReadable
          ? new Known<>(Course.NEWLY_DIAGNOSED, diagnosis, List.of())
          : new Unknown<>(
              UnknownReason.NOT_READABLE,
              "whether treatment has begun cannot be told from the part of the record that was"
                  + " read",
              List.of());
    }
    List<Evidence> given =
        treated.stream().map(RecordedTherapy::evidence).sorted(Evidence.NEWEST_FIRST).toList();
    long days = guideline.whole(ParameterId.INDUCTION_DAYS);
    boolean transplantAlone =
        treated.stream().allMatch(therapy -> areAll(therapy, ConceptGroup.TRANSPLANTATION));
    boolean longAgo =
        TreatmentStart.of(treated).filter(first -> first.plusDays(days).isBefore(asOf)).isPresent();
    return longAgo || transplantAlone
        ? new Unknown<>(
            UnknownReason.NOT_RECORDED,
            "treatment was given and no response assessment is recorded",
            given)
        : new Known<>(Course.IN_INDUCTION, given, List.of());
  }
}
