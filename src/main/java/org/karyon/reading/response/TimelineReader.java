package org.karyon.reading.response;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.Evidence;
import org.karyon.facts.Milestone;
import org.karyon.facts.Milestone.Kind;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.RecordedTherapy;
import org.karyon.reading.patient.DiagnosisReader.LeukemiaCondition;
import org.karyon.reading.resources.Result;
import org.karyon.terminology.ConceptGroup;
import org.karyon.terminology.Terminology;

/** Puts the dated events of the way here in their order; what has no date cannot be placed. */
public final class TimelineReader {

  private final Terminology terminology;
  private final List<Milestone> milestones = new ArrayList<>();

  public TimelineReader(Terminology terminology) {
    this.terminology = terminology;
  }

  /**
   * The day of diagnosis, or, where only a code for a later stage is on the list, its onset if that
   * lies before the treatment: then it is the onset of the disease.
   */
  public TimelineReader diagnosis(
      List<LeukemiaCondition> leukemia,
      Optional<RecordedDate> diagnosed,
      Optional<LocalDate> firstTreatment) {
    leukemia.stream()
        .map(LeukemiaCondition::evidence)
        .filter(
            evidence ->
                diagnosed.isPresent()
                    ? evidence.date().equals(diagnosed)
                    : isBefore(evidence, firstTreatment))
        .forEach(evidence -> add(Kind.DIAGNOSIS, evidence));
    return this;
  }

  private static boolean isBefore(Evidence evidence, Optional<LocalDate> firstTreatment) {
    return firstTreatment.isPresent()
        && evidence.date().filter(date -> !date.latest().isAfter(firstTreatment.get())).isPresent();
  }

  /** Each resource once, whatever the number of its parts. */
  public TimelineReader genetics(List<Result> results, Set<String> interpreted) {
    Set<String> seen = new HashSet<>();
    results.stream()
        .filter(result -> result.isFinal() && interpreted.contains(result.resource()))
        .filter(result -> seen.add(result.resource()))
        .forEach(result -> add(Kind.GENETICS, result.evidence()));
    return this;
  }

  public TimelineReader treatment(
      List<RecordedTherapy> treated, Optional<LocalDate> firstTreatment) {
    for (RecordedTherapy therapy : treated) {
      boolean first =
          firstTreatment.isPresent()
              && therapy.start().map(RecordedDate::earliest).equals(firstTreatment);
      if (terminology.isAny(therapy.concepts(), ConceptGroup.CELL_THERAPY)) {
        add(Kind.CELL_THERAPY, therapy.evidence());
      } else if (first) {
        add(Kind.TREATMENT, therapy.evidence());
      }
    }
    return this;
  }

  public TimelineReader responses(List<Milestone> responses) {
    milestones.addAll(responses);
    return this;
  }

  public TimelineReader residualDisease(List<ResidualDiseaseStatement> history) {
    history.forEach(
        statement ->
            milestones.add(
                new Milestone(
                    Kind.RESIDUAL_DISEASE,
                    Optional.of(statement.answer().orElseThrow()),
                    statement.shown())));
    return this;
  }

  public List<Milestone> read() {
    return milestones.stream().sorted(Milestone.OLDEST_FIRST).toList();
  }

  private void add(Kind kind, Evidence evidence) {
    if (evidence.date().isPresent()) {
      milestones.add(new Milestone(kind, Optional.empty(), evidence));
    }
  }
}
