package org.karyon.reading.response;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.karyon.facts.MeasurableResidualDisease;
import org.karyon.facts.UnknownReason;
import org.karyon.reading.resources.Result;
import org.karyon.reading.resources.Result.Specimen;
import org.karyon.reading.resources.ResultValue;
import org.karyon.reading.resources.Specimens;
import org.karyon.reading.words.Answer;
import org.karyon.reading.words.Share;
import org.karyon.reading.words.Words;
import org.karyon.terminology.Terminology;

/**
 * Reads what one result says of residual disease. The laboratory's own word counts before its
 * number; a negative counts as far as the assay can see.
 */
final class ResidualDiseaseInterpreter {

  private static final String INSENSITIVE =
      "the assay is not sensitive enough to exclude residual disease";
  private final Terminology terminology;
  private final Specimens specimens;
  private final BigDecimal threshold;

  ResidualDiseaseInterpreter(Terminology terminology, BigDecimal threshold) {
    this.terminology = terminology;
    this.specimens = new Specimens(terminology);
    this.threshold = threshold;
  }

  /**
   * Reads a result by its value and interpretation.
   *
   * @param result the result, whose value is a code or a number
   * @param limits what its components and notes say of the reach of the assay
   */
  ResidualDiseaseStatement read(Result result, List<Share> limits) {
    List<Share> found =
        result.value() instanceof ResultValue.Measured measured
            ? ResidualAmounts.of(terminology, measured, result.words()).stream().toList()
            : List.of();
    Optional<Answer> stated = result.answer().or(() -> named(result.words()));
    return read(result, result.specimen(), stated, found, limits, Optional.empty());
  }

  /**
   * Reads a result by its words.
   *
   * @param result the result, whose value is a text
   * @param words what the text says of residual disease
   * @param limits what its components and notes say of the reach of the assay
   */
  ResidualDiseaseStatement read(Result result, ResidualWords words, List<Share> limits) {
    Specimen named = specimens.read(words.quote());
    Specimen specimen = named == Specimen.NOT_STATED ? result.specimen() : named;
    List<Answer> answers =
        Stream.concat(words.stated().stream(), result.interpretation().stream())
            .distinct()
            .toList();
    Optional<Answer> stated =
        answers.size() > 1 ? Optional.of(Answer.INDETERMINATE) : answers.stream().findFirst();
    List<Share> reach = new ArrayList<>(limits);
    reach.addAll(words.reach());
    return read(result, specimen, stated, words.found(), reach, Optional.of(words.quote()));
  }

  private ResidualDiseaseStatement read(
      Result result,
      Specimen specimen,
      Optional<Answer> stated,
      List<Share> found,
      List<Share> reach,
      Optional<String> words) {
    ResidualDiseaseStatement statement =
        !result.isFinal()
            ? ResidualDiseaseStatement.open(
                result, specimen, UnknownReason.PENDING, "a result is not final yet")
            : stated.filter(Answer.INDETERMINATE::equals).isPresent()
                ? ResidualDiseaseStatement.open(
                    result,
                    specimen,
                    UnknownReason.NOT_INTERPRETABLE,
                    words.isPresent()
                        ? "the text was not understood"
                        : "the result gives no answer")
                : stated
                    .map(answer -> stated(result, specimen, answer, found, reach))
                    .orElseGet(() -> counted(result, specimen, found, reach));
    return words.map(statement::inWords).orElse(statement);
  }

  /**
   * A BCR::ABL1 transcript level as residual disease: the laboratory's answer, else its share of
   * the control gene or of the international scale against the threshold.
   */
  ResidualDiseaseStatement transcript(Result result, List<Share> limits) {
    return read(
        result,
        result.specimen(),
        result.answer(),
        ResidualAmounts.transcript(terminology, result).stream().toList(),
        limits,
        Optional.empty());
  }

  /** A text, or a code that is nothing but its text. */
  static boolean isInWords(Result result) {
    return switch (result.value()) {
      case ResultValue.Text unused -> true;
      case ResultValue.Coded coded ->
          coded.concepts().stream().noneMatch(concept -> concept.startsWith("answer-"));
      case ResultValue.Measured unused -> false;
      case ResultValue.Flag unused -> false;
      case ResultValue.None unused -> false;
    };
  }

  private static Optional<Answer> named(String name) {
    Words words = Words.of(name);
    if (words.containAny(List.of("mrd positive", "mrd pos"))) {
      return Optional.of(Answer.PRESENT);
    }
    return words.containAny(List.of("mrd negative", "mrd neg"))
        ? Optional.of(Answer.ABSENT)
        : Optional.empty();
  }

  private ResidualDiseaseStatement stated(
      Result result, Specimen specimen, Answer answer, List<Share> found, List<Share> limits) {
    boolean tooCoarse =
        limits.stream().anyMatch(limit -> limit.most().compareTo(threshold) > 0)
            || found.stream().anyMatch(this::isTooCoarse);
    if (answer == Answer.ABSENT && tooCoarse) {
      return ResidualDiseaseStatement.open(
          result, specimen, UnknownReason.NOT_EXCLUDED, INSENSITIVE);
    }
    Optional<Answer> number = agreed(found);
    boolean disagrees =
        number.filter(other -> other != answer && other != Answer.INDETERMINATE).isPresent();
    return answered(result, specimen, answer, disagrees);
  }

  private ResidualDiseaseStatement counted(
      Result result, Specimen specimen, List<Share> found, List<Share> limits) {
    if (found.isEmpty()) {
      return ResidualDiseaseStatement.open(
          result,
          specimen,
          UnknownReason.NOT_INTERPRETABLE,
          result.value() instanceof ResultValue.Measured
              ? "the unit of the result is not known"
              : "the result could not be read");
    }
    Answer number = agreed(found).orElse(Answer.INDETERMINATE);
    boolean nothingFound = found.stream().allMatch(share -> share.most().signum() == 0);
    boolean tooCoarse =
        nothingFound && limits.stream().anyMatch(limit -> limit.most().compareTo(threshold) > 0);
    if (tooCoarse || found.stream().anyMatch(this::isTooCoarse)) {
      return ResidualDiseaseStatement.open(
          result, specimen, UnknownReason.NOT_EXCLUDED, INSENSITIVE);
    }
    return number == Answer.INDETERMINATE
        ? ResidualDiseaseStatement.open(
            result,
            specimen,
            UnknownReason.NOT_INTERPRETABLE,
            "the number may lie on both sides of the threshold")
        : answered(result, specimen, number, false);
  }

  /** "Less than 0.1 %" says nothing of 0.01 %. */
  private boolean isTooCoarse(Share share) {
    return share.isUpperLimit() && share.against(threshold) == Answer.INDETERMINATE;
  }

  /** The side of the threshold on which all numbers of a result lie. */
  private Optional<Answer> agreed(List<Share> found) {
    List<Answer> sides = found.stream().map(share -> share.against(threshold)).distinct().toList();
    return sides.size() > 1 ? Optional.of(Answer.INDETERMINATE) : sides.stream().findFirst();
  }

  private ResidualDiseaseStatement answered(
      Result result, Specimen specimen, Answer answer, boolean disagrees) {
    if (answer == Answer.ABSENT && specimen == Specimen.BLOOD) {
      return ResidualDiseaseStatement.open(
          result,
          specimen,
          UnknownReason.NOT_EXCLUDED,
          "blood was negative, which does not speak for the marrow");
    }
    MeasurableResidualDisease found =
        answer == Answer.PRESENT
            ? MeasurableResidualDisease.POSITIVE
            : MeasurableResidualDisease.NEGATIVE;
    return ResidualDiseaseStatement.answered(result, specimen, found, disagrees);
  }
}
