package org.karyon.reading.patient;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.karyon.facts.Amount;
import org.karyon.facts.Evidence;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.RecordedDate;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.ParameterId;
import org.karyon.reading.resources.Bound;
import org.karyon.reading.resources.CountsPerMicrolitre;
import org.karyon.reading.resources.Newest;
import org.karyon.reading.resources.Result;
import org.karyon.terminology.ConceptGroup;

/** Reads lymphoblasts in the marrow at diagnosis and in the blood (L13, L40). */
public final class BlastReader {

  private final CountsPerMicrolitre counts;
  private final BlastPercent share;
  private final Guideline guideline;
  private final Optional<LocalDate> firstTreatment;

  public BlastReader(Guideline guideline, Optional<LocalDate> firstTreatment) {
    this.guideline = guideline;
    this.share = new BlastPercent(guideline.terminology());
    this.counts = new CountsPerMicrolitre(guideline.terminology());
    this.firstTreatment = firstTreatment;
  }

  public PatientFacts read(PatientFacts facts, List<Result> results) {
    List<Result> finals = results.stream().filter(Result::isFinal).toList();
    return facts
        .with(Facts.MARROW_BLAST_PERCENT, marrow(finals))
        .with(Facts.PERIPHERAL_BLASTS_PER_MICROLITRE, blood(finals));
  }

  /** The marrow that made the diagnosis: the newest one before treatment. */
  private Finding<Amount> marrow(List<Result> results) {
    BigDecimal limit = guideline.number(ParameterId.MARROW_BLAST_DIAGNOSTIC_PERCENT);
    return Newest.of(
        results.stream()
            .filter(share::isOfMarrow)
            .filter(result -> !isAfterTreatment(result))
            .toList(),
        result -> share.of(result, limit));
  }

  private boolean isAfterTreatment(Result result) {
    Optional<LocalDate> date = result.date().map(RecordedDate::latest);
    return date.isPresent()
        && firstTreatment.isPresent()
        && date.get().isAfter(firstTreatment.get());
  }

  private Finding<Amount> blood(List<Result> results) {
    List<Result> counts =
        results.stream().filter(result -> result.has(ConceptGroup.BLOOD_BLAST_COUNTS)).toList();
    Finding<Amount> counted = Newest.of(counts, this::perMicrolitre);
    return counted.value().isPresent() ? counted : fromShare(results);
  }

  /**
   * White cells times the share of blasts, only where both are of the same day and both are plain
   * numbers. Of several counts of a day the lowest is taken, so that a smear is not offered on the
   * strength of one of them.
   */
  private Finding<Amount> fromShare(List<Result> results) {
    List<Result> shares =
        results.stream()
            .filter(result -> result.has(ConceptGroup.BLOOD_BLAST_SHARES))
            .filter(BlastReader::isPlain)
            .toList();
    Finding<Amount> found =
        Newest.of(
            shares,
            share ->
                whiteCells(results, share.date()).stream()
                    .flatMap(white -> perMicrolitre(white).stream())
                    .min(Comparator.comparing(Amount::number))
                    .flatMap(white -> product(white, share)));
    return switch (found) {
      case Known<Amount> known -> withWhiteCells(known, results);
      case Unknown<Amount> unknown -> unknown;
    };
  }

  /** Both numbers are shown, because both carry the product. */
  private static Finding<Amount> withWhiteCells(Known<Amount> known, List<Result> results) {
    List<Evidence> both = new ArrayList<>(known.evidence());
    whiteCells(results, known.evidence().get(0).date()).stream()
        .map(Result::evidence)
        .sorted(Evidence.NEWEST_FIRST)
        .forEach(both::add);
    return new Known<>(known.known(), both, known.contradictedBy());
  }

  private static List<Result> whiteCells(List<Result> results, Optional<RecordedDate> date) {
    return results.stream()
        .filter(result -> result.has(ConceptGroup.WHITE_CELLS) && result.date().equals(date))
        .filter(BlastReader::isPlain)
        .toList();
  }

  private Optional<Amount> product(Amount white, Result blasts) {
    return share
        .of(blasts, BigDecimal.ZERO)
        .map(
            percent ->
                new Amount(
                    white
                        .number()
                        .multiply(percent.number(), MathContext.DECIMAL64)
                        .movePointLeft(2)));
  }

  private static boolean isPlain(Result result) {
    return result.number().filter(number -> number.comparator().isEmpty()).isPresent();
  }

  private Optional<Amount> perMicrolitre(Result result) {
    BigDecimal limit = guideline.number(ParameterId.CIRCULATING_BLASTS_FOR_SMEAR);
    return result
        .number()
        .flatMap(
            number ->
                counts
                    .factor(number.unit())
                    .flatMap(
                        factor ->
                            Bound.against(
                                number.comparator(), number.number().multiply(factor), limit)))
        .map(Amount::new);
  }
}
