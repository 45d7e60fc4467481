package org.karyon.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.karyon.facts.Course;
import org.karyon.facts.DataGap;
import org.karyon.facts.Diagnosis;
import org.karyon.facts.Evidence;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.Presence;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Parameter;
import org.karyon.guideline.ParameterId;

/** What a clinician should know of facts that do not fit one another. */
final class Contradictions {

  private final Guideline guideline;
  private final Optional<LocalDate> firstTreatment;

  Contradictions(Guideline guideline, Optional<LocalDate> firstTreatment) {
    this.guideline = guideline;
    this.firstTreatment = firstTreatment;
  }

  /** Another leukemia on the same problem list. */
  static DataGap neighbour(Evidence neighbour) {
    return new DataGap(
        DataGap.Kind.CONTRADICTS,
        neighbour.resource(),
        "Another leukemia stands on the problem list beside acute lymphoblastic leukemia; this"
            + " guideline speaks only of the latter.");
  }

  List<DataGap> of(PatientFacts facts) {
    return Stream.of(marrowContradiction(facts), lateExclusion(facts))
        .flatMap(Optional::stream)
        .toList();
  }

  /** A fusion that was only looked for in remission may have been missed. */
  private Optional<DataGap> lateExclusion(PatientFacts facts) {
    Finding<Presence> fusion = facts.get(Facts.BCR_ABL1);
    boolean inRemission =
        fusion.is(Presence.ABSENT) && facts.get(Facts.COURSE).is(Course.COMPLETE_REMISSION);
    return fusion.evidence().stream()
        .filter(unused -> inRemission && fusion.evidence().stream().allMatch(this::isLate))
        .findFirst()
        .map(
            evidence ->
                new DataGap(
                    DataGap.Kind.REMARK,
                    evidence.resource(),
                    "BCR::ABL1 was only looked for after treatment began; a result from the time"
                        + " of diagnosis is not in the record."));
  }

  private boolean isLate(Evidence evidence) {
    return evidence.date().isPresent()
        && firstTreatment.isPresent()
        && evidence.date().get().earliest().isAfter(firstTreatment.get());
  }

  /** A confirmed code beside a marrow under 20 % is shown, not resolved (L13). */
  private Optional<DataGap> marrowContradiction(PatientFacts facts) {
    Parameter limit = guideline.parameter(ParameterId.MARROW_BLAST_DIAGNOSTIC_PERCENT);
    boolean under =
        facts
            .get(Facts.MARROW_BLAST_PERCENT)
            .value()
            .filter(percent -> percent.number().compareTo(limit.value()) < 0)
            .isPresent();
    boolean contradicts =
        under
            && facts.get(Facts.DIAGNOSIS).is(Diagnosis.CONFIRMED)
            && facts.get(Facts.COURSE).is(Course.NEWLY_DIAGNOSED);
    return contradicts
        ? Optional.of(
            new DataGap(
                DataGap.Kind.CONTRADICTS,
                facts.get(Facts.MARROW_BLAST_PERCENT).evidence().get(0).resource(),
                "The marrow shows fewer than %s %% lymphoblasts (L13), which contradicts the confirmed diagnosis on the problem list."
                    .formatted(limit.value().toPlainString())))
        : Optional.empty();
  }
}
