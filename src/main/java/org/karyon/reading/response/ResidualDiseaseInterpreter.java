package org.karyon.reading.response;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.karyon.facts.MeasurableResidualDisease;
import org.karyon.facts.UnknownReason;
import org.karyon.reading.resources.Result;
import org.karyon.reading.resources.Result.Specimen;
import org.karyon.reading.resources.ResultValue;
import org.karyon.reading.resources.Specimens;
import org.karyon.reading.words.Answer;
import org.karyon.reading.words.AnswerWords;
import org.karyon.reading.words.Words;

/**
 * Reads what one result says of residual disease. The laboratory's own word counts before its
 * number; a negative counts as far as the assay can see.
 */
final class ResidualDiseaseInterpreter {

  private static final String INSENSITIVE =
      "the assay is not sensitive enough to exclude residual disease";
  private static final Pattern POSITIVE_SIGN =
      Pattern.compile("(?i)\\bmrd\\s*(?:\\(\\s*\\+\\s*\\)|\\+)");
  private static final Pattern NEGATIVE_SIGN =
      Pattern.compile(
          "(?i)\\bmrd\\s*(?:\\(\\s*[-\\u2212\\u2013]\\s*\\)|[-\\u2212\\u2013](?=\\s*(?:[.,;)]|$)))");
  private static final Pattern UNDETECTABLE =
      Pattern.compile(
          "(?i)\\bumrd\\b|\\b(?:below|under|less than)(?: the)?(?: assay)?(?: lower)? (?:limits? of"
              + " detection|detection limit|level of detection|detectable"
              + " level|ll?od\\b)|<\\s*ll?od\\b");

  /** What the cut-off is says nothing of the result. */
  private static final Pattern CUT_OFF = Pattern.compile("(?i)\\bcut[ -]?off\\b[^;,)]*");

  private static final Pattern UNCOUNTABLE =
      Pattern.compile(
          "(?i)\\babove(?: the)?(?: lower)? (?:limit of detection|detection limit|lod\\b)");

  private final BigDecimal threshold;

  ResidualDiseaseInterpreter(BigDecimal threshold) {
    this.threshold = threshold;
  }

  /**
   * Reads a result by what it says of residual disease.
   *
   * @param result the result
   * @param text the part of its words that speaks of residual disease
   * @param limits what its components and notes say of the reach of the assay
   */
  ResidualDiseaseStatement read(Result result, String text, List<ResidualFraction> limits) {
    Specimen named = Specimens.read(Set.of(), text);
    Specimen specimen = named == Specimen.NOT_STATED ? result.specimen() : named;
    if (!result.isFinal()) {
      return ResidualDiseaseStatement.open(
          result, specimen, UnknownReason.PENDING, "a result is not final yet");
    }
    Optional<Answer> stated = stated(result, text);
    if (stated.filter(Answer.INDETERMINATE::equals).isPresent()) {
      return ResidualDiseaseStatement.open(
          result, specimen, UnknownReason.NOT_INTERPRETABLE, "the result gives no answer");
    }
    boolean denied = stated.filter(Answer.ABSENT::equals).isPresent();
    ResidualAmounts.Amounts amounts = amounts(result, text, denied);
    List<ResidualFraction> reach = new ArrayList<>(limits);
    reach.addAll(amounts.limits());
    return stated
        .map(answer -> stated(result, specimen, answer, amounts.found(), reach))
        .orElseGet(() -> counted(result, specimen, amounts.found(), reach));
  }

  private static ResidualAmounts.Amounts amounts(Result result, String text, boolean denied) {
    return result.value() instanceof ResultValue.Measured measured
        ? new ResidualAmounts.Amounts(
            ResidualAmounts.of(measured, result.words()).stream().toList(), List.of())
        : ResidualAmounts.in(text, denied);
  }

  /** The laboratory's own word, in a code, an interpretation or its text. */
  private static Optional<Answer> stated(Result result, String text) {
    if (isInWords(result)) {
      Optional<Answer> written = written(text);
      List<Answer> answers =
          Stream.concat(written.stream(), result.interpretation().stream()).distinct().toList();
      return answers.size() > 1 ? Optional.of(Answer.INDETERMINATE) : answers.stream().findFirst();
    }
    return result.answer().or(() -> named(result.words()));
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

  private static Optional<Answer> written(String text) {
    String signed =
        NEGATIVE_SIGN
            .matcher(POSITIVE_SIGN.matcher(text).replaceAll("MRD positive "))
            .replaceAll("MRD negative ");
    String said =
        UNDETECTABLE.matcher(CUT_OFF.matcher(signed).replaceAll(" ")).replaceAll(" negative ");
    return AnswerWords.read(UNCOUNTABLE.matcher(said).replaceAll(" positive "));
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
      Result result,
      Specimen specimen,
      Answer answer,
      List<ResidualFraction> found,
      List<ResidualFraction> limits) {
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
      Result result,
      Specimen specimen,
      List<ResidualFraction> found,
      List<ResidualFraction> limits) {
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
  private boolean isTooCoarse(ResidualFraction share) {
    return share.isUpperLimit() && share.against(threshold) == Answer.INDETERMINATE;
  }

  /** The side of the threshold on which all numbers of a result lie. */
  private Optional<Answer> agreed(List<ResidualFraction> found) {
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
