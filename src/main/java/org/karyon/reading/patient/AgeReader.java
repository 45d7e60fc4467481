package org.karyon.reading.patient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.karyon.chart.resource.Patient;
import org.karyon.facts.Amount;
import org.karyon.facts.Evidence;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.ParameterId;

/**
 * Reads the age on the evaluation date; a birth date without a day leaves every age it can mean,
 * and one stands for all of them where they are of one age group.
 */
public final class AgeReader {

  private final Guideline guideline;
  private final LocalDate asOf;

  public AgeReader(Guideline guideline, LocalDate asOf) {
    this.guideline = guideline;
    this.asOf = asOf;
  }

  public Finding<Amount> read(Optional<Patient> patient) {
    Optional<RecordedDate> birth = patient.flatMap(Patient::birth);
    if (birth.isEmpty()) {
      return Finding.notRecorded();
    }
    Evidence evidence =
        new Evidence(
            patient.orElseThrow().reference(), "Birth date", birth.get().text(), Optional.empty());
    if (birth.get().earliest().isAfter(asOf)) {
      return new Unknown<>(
          UnknownReason.NOT_INTERPRETABLE, "the birth date is in the future", List.of(evidence));
    }
    int oldest = Period.between(birth.get().earliest(), asOf).getYears();
    int youngest = Math.max(0, Period.between(birth.get().latest(), asOf).getYears());
    return oldest == youngest || isOneGroup(oldest, youngest)
        ? new Known<>(Amount.of(youngest), List.of(evidence), List.of())
        : new Unknown<>(
            UnknownReason.NOT_INTERPRETABLE,
            "the birth date has no day, and the age group depends on it",
            List.of(evidence),
            IntStream.rangeClosed(youngest, oldest).mapToObj(Amount::of).toList());
  }

  private boolean isOneGroup(int oldest, int youngest) {
    return List.of(
            ParameterId.AYA_FROM_YEARS, ParameterId.ADULT_FROM_YEARS, ParameterId.OLDER_FROM_YEARS)
        .stream()
        .map(guideline::number)
        .noneMatch(
            limit ->
                limit.compareTo(BigDecimal.valueOf(youngest)) > 0
                    && limit.compareTo(BigDecimal.valueOf(oldest)) <= 0);
  }
}
