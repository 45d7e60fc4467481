package org.karyon.reading.response;

import java.time.LocalDate;
import java.util.Optional;
import org.karyon.facts.Evidence;
import org.karyon.facts.MeasurableResidualDisease;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.UnknownReason;
import org.karyon.reading.resources.Result;
import org.karyon.reading.resources.Result.Specimen;

/**
 * What one result says of measurable residual disease: an answer, or why it gives none.
 *
 * @param answer positive or negative; empty when the result does not decide
 * @param reason why it does not
 * @param why the same in one sentence
 * @param result the result
 * @param specimen where it was taken
 * @param shown the result as a card shows it
 * @param against the number of the same result, where the laboratory says otherwise
 */
record ResidualDiseaseStatement(
    Optional<MeasurableResidualDisease> answer,
    UnknownReason reason,
    String why,
    Result result,
    Specimen specimen,
    Evidence shown,
    Optional<Evidence> against) {

  static ResidualDiseaseStatement open(
      Result result, Specimen specimen, UnknownReason reason, String why) {
    return new ResidualDiseaseStatement(
        Optional.empty(), reason, why, result, specimen, result.evidence(), Optional.empty());
  }

  /**
   * A result that answers.
   *
   * @param disagrees whether its own number says otherwise; both are then shown
   */
  static ResidualDiseaseStatement answered(
      Result result, Specimen specimen, MeasurableResidualDisease answer, boolean disagrees) {
    Evidence shown = result.evidence();
    if (!disagrees) {
      return new ResidualDiseaseStatement(
          Optional.of(answer),
          UnknownReason.NOT_RECORDED,
          "",
          result,
          specimen,
          shown,
          Optional.empty());
    }
    String side = answer == MeasurableResidualDisease.POSITIVE ? "below" : "not below";
    return new ResidualDiseaseStatement(
        Optional.of(answer),
        UnknownReason.NOT_RECORDED,
        "",
        result,
        specimen,
        shows(shown, shown.shows() + " (the laboratory: " + answer.id() + ")"),
        Optional.of(shows(shown, shown.shows() + ", which is " + side + " the threshold")));
  }

  /** The same statement, resting on words. */
  ResidualDiseaseStatement inWords(String quote) {
    return new ResidualDiseaseStatement(
        answer, reason, why, result, specimen, shown.inWords(quote), against);
  }

  private static Evidence shows(Evidence evidence, String words) {
    return new Evidence(evidence.resource(), evidence.what(), words, evidence.date());
  }

  Optional<LocalDate> day() {
    return result.date().map(RecordedDate::latest);
  }

  boolean isOfTheDayOf(ResidualDiseaseStatement other) {
    return result.date().equals(other.result().date());
  }

  /** Whether it was certainly taken later. */
  boolean isLaterThan(ResidualDiseaseStatement other) {
    return result.date().isPresent()
        && other.day().isPresent()
        && result.date().get().earliest().isAfter(other.day().get());
  }
}
