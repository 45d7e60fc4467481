package org.karyon.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.karyon.facts.Evidence;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.MeasurableResidualDisease;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.Guideline;
import org.karyon.reading.Result.Specimen;

/**
 * Reads measurable residual disease: coded, numeric or in a short text, taken after treatment began
 * (L112, L196, L240).
 */
final class ResidualDiseaseReader {

  private static final List<String> NAMES =
      List.of("measurable residual disease", "minimal residual disease", "mrd");
  private static final List<String> OTHER_DISEASES =
      List.of("aml", "myeloid", "cll", "myeloma", "lymphocytic leukemia chronic");
  private static final Pattern SENSITIVITY =
      Pattern.compile(
          "(?:sensitivity|limit of detection|lod|detection"
              + " limit)[^0-9]{0,12}(?<limit>[0-9][0-9.,]{0,10} ?%)",
          Pattern.CASE_INSENSITIVE);
  private static final List<String> TRANSCRIPTS =
      List.of("bcr-abl1-quant", "bcr-abl1-p210-quant", "bcr-abl1-p190-quant");

  private final Guideline guideline;
  private final Optional<LocalDate> firstTreatment;
  private final Optional<LocalDate> lastRelapse;

  ResidualDiseaseReader(
      Guideline guideline, Optional<LocalDate> firstTreatment, Optional<LocalDate> lastRelapse) {
    this.guideline = guideline;
    this.lastRelapse = lastRelapse;
    this.firstTreatment = firstTreatment;
  }

  /** What one result says: an answer, or why it gives none. */
  private record Reading(
      Optional<MeasurableResidualDisease> answer,
      UnknownReason reason,
      String why,
      Result result) {}

  Finding<MeasurableResidualDisease> read(List<Result> results) {
    List<Result> own = results.stream().filter(this::isResidualDisease).toList();
    List<Result> after = own.stream().filter(this::isAfterTreatment).toList();
    if (after.isEmpty()) {
      return transcriptsAlone(results, own);
    }
    List<Reading> readings =
        after.stream()
            .sorted(
                Comparator.comparing(
                        (Result result) ->
                            result.date().map(date -> -date.earliest().toEpochDay()).orElse(0L))
                    .thenComparing(Result::specimen)
                    .thenComparing(Result::evidence, Evidence.NEWEST_FIRST))
            .map(this::reading)
            .toList();
    Reading newest = newestAdequate(readings);
    if (isOutdated(newest.result())) {
      return new Unknown<>(
          UnknownReason.OUTDATED,
          "the newest result is older than the relapse",
          List.of(newest.result().evidence()));
    }
    if (disagree(readings, newest)) {
      return new Unknown<>(
          UnknownReason.CONTRADICTORY,
          "results of the same day disagree",
          readings.stream()
              .filter(reading -> reading.result().date().equals(newest.result().date()))
              .map(reading -> reading.result().evidence())
              .toList());
    }
    return newest
        .answer()
        .<Finding<MeasurableResidualDisease>>map(
            answer ->
                new Known<>(
                    answer,
                    List.of(newest.result().evidence()),
                    contradictions(readings, newest, answer)))
        .orElseGet(
            () ->
                new Unknown<>(newest.reason(), newest.why(), List.of(newest.result().evidence())));
  }

  /**
   * The newest answer decides, a marrow before blood of the same day; without any answer the newest
   * result tells why.
   */
  private static Reading newestAdequate(List<Reading> readings) {
    return readings.stream()
        .filter(reading -> reading.answer().isPresent())
        .findFirst()
        .filter(reading -> !isNewer(readings.get(0), reading))
        .orElse(readings.get(0));
  }

  private static boolean isNewer(Reading one, Reading other) {
    Optional<LocalDate> first = one.result().date().map(RecordedDate::latest);
    Optional<LocalDate> second = other.result().date().map(RecordedDate::latest);
    return first.isPresent() && (second.isEmpty() || first.get().isAfter(second.get()));
  }

  /**
   * Other results of the same day that say otherwise, and the number of the same result where the
   * laboratory says otherwise.
   */
  private List<Evidence> contradictions(
      List<Reading> readings, Reading newest, MeasurableResidualDisease answer) {
    List<Evidence> against = new ArrayList<>();
    number(newest.result())
        .map(number -> counted(newest.result(), number))
        .flatMap(Reading::answer)
        .filter(counted -> counted != answer)
        .ifPresent(unused -> against.add(newest.result().evidence()));
    readings.stream()
        .filter(reading -> reading.result().date().equals(newest.result().date()))
        .filter(reading -> reading.answer().filter(other -> other != answer).isPresent())
        .forEach(reading -> against.add(reading.result().evidence()));
    return against;
  }

  /** Whether results of the same specimen and day give both answers. */
  private static boolean disagree(List<Reading> readings, Reading newest) {
    return readings.stream()
            .filter(reading -> reading.result().date().equals(newest.result().date()))
            .filter(reading -> reading.result().specimen() == newest.result().specimen())
            .map(Reading::answer)
            .flatMap(Optional::stream)
            .distinct()
            .count()
        > 1;
  }

  private boolean isResidualDisease(Result result) {
    Words words = Words.of(result.words());
    boolean transcript = TRANSCRIPTS.stream().anyMatch(result::has);
    return words.containAny(NAMES)
        && !words.containAny(OTHER_DISEASES)
        && !transcript
        && result.specimen() != Specimen.CEREBROSPINAL_FLUID;
  }

  /**
   * A response is assessed some weeks after treatment began; a result without a date cannot be
   * placed.
   */
  private boolean isAfterTreatment(Result result) {
    long days = guideline.parameter("responseFromDays").value().longValueExact();
    Optional<LocalDate> date = result.date().map(RecordedDate::latest);
    return date.isPresent()
        && firstTreatment.map(start -> !date.get().isBefore(start.plusDays(days))).orElse(true);
  }

  private boolean isOutdated(Result result) {
    Optional<LocalDate> date = result.date().map(RecordedDate::latest);
    return lastRelapse.isPresent() && date.isPresent() && date.get().isBefore(lastRelapse.get());
  }

  private Reading reading(Result result) {
    if (!result.isFinal()) {
      return unknown(result, UnknownReason.PENDING, "a result is not final yet");
    }
    Optional<Answer> stated = result.answer().or(() -> inText(result));
    if (stated.filter(Answer.INDETERMINATE::equals).isPresent()) {
      return unknown(result, UnknownReason.NOT_INTERPRETABLE, "the result gives no answer");
    }
    Optional<Reading> counted = number(result).map(number -> counted(result, number));
    if (stated.isPresent()) {
      boolean tooCoarse =
          stated.get() == Answer.ABSENT
              && (isTooCoarse(result)
                  || counted.filter(r -> r.reason() == UnknownReason.NOT_EXCLUDED).isPresent());
      return tooCoarse
          ? unknown(
              result,
              UnknownReason.NOT_EXCLUDED,
              "the assay is not sensitive enough to exclude residual disease")
          : answered(result, stated.get());
    }
    return counted.orElseGet(
        () -> unknown(result, UnknownReason.NOT_INTERPRETABLE, "the result could not be read"));
  }

  /**
   * The laboratory's stated sensitivity, where the text names one that is worse than the threshold.
   */
  private boolean isTooCoarse(Result result) {
    Matcher stated = SENSITIVITY.matcher(result.value().shows() + ' ' + result.method());
    return stated.find()
        && NumberText.read(stated.group("limit"))
            .flatMap(ResidualDiseaseReader::fraction)
            .filter(limit -> limit.compareTo(guideline.parameter("mrdFraction").value()) > 0)
            .isPresent();
  }

  private static Optional<Answer> inText(Result result) {
    return Words.of(result.words()).containAny(List.of("mrd positive", "mrd pos"))
        ? Optional.of(Answer.PRESENT)
        : Words.of(result.words()).containAny(List.of("mrd negative", "mrd neg"))
            ? Optional.of(Answer.ABSENT)
            : Optional.empty();
  }

  private static Reading answered(Result result, Answer answer) {
    if (answer == Answer.ABSENT && result.specimen() == Specimen.BLOOD) {
      return unknown(
          result,
          UnknownReason.NOT_EXCLUDED,
          "blood was negative, which does not speak for the marrow");
    }
    return new Reading(
        Optional.of(
            answer == Answer.PRESENT
                ? MeasurableResidualDisease.POSITIVE
                : MeasurableResidualDisease.NEGATIVE),
        UnknownReason.NOT_RECORDED,
        "",
        result);
  }

  private static Reading unknown(Result result, UnknownReason reason, String why) {
    return new Reading(Optional.empty(), reason, why, result);
  }

  /** A number, alone or inside a short text such as "Positive (0.03 %)". */
  private static Optional<ResultValue.Measured> number(Result result) {
    Optional<ResultValue.Measured> plain = result.number();
    if (plain.isPresent()) {
      return plain;
    }
    return Arrays.stream(result.value().shows().split("[()]|:|, "))
        .map(NumberText::read)
        .flatMap(Optional::stream)
        .filter(number -> !number.unit().isEmpty())
        .findFirst();
  }

  private Reading counted(Result result, ResultValue.Measured number) {
    Optional<BigDecimal> fraction = fraction(number);
    if (fraction.isEmpty()) {
      return unknown(
          result, UnknownReason.NOT_INTERPRETABLE, "the unit of the result is not known");
    }
    BigDecimal threshold = guideline.parameter("mrdFraction").value();
    int compared = fraction.get().compareTo(threshold);
    if (number.comparator().startsWith("<")) {
      return compared <= 0
          ? answered(result, Answer.ABSENT)
          : unknown(
              result,
              UnknownReason.NOT_EXCLUDED,
              "the assay is not sensitive enough to exclude residual disease");
    }
    if (number.comparator().startsWith(">") && compared < 0) {
      return unknown(
          result, UnknownReason.NOT_INTERPRETABLE, "the result states only a lower bound");
    }
    return answered(result, compared >= 0 ? Answer.PRESENT : Answer.ABSENT);
  }

  /** The share of cells as a fraction; a number whose unit does not say so is not guessed. */
  private static Optional<BigDecimal> fraction(ResultValue.Measured number) {
    String unit = number.unit().toLowerCase(Locale.ROOT).replace(" ", "");
    BigDecimal value = number.number();
    if (value.signum() == 0) {
      return Optional.of(value);
    }
    if (unit.startsWith("%") || unit.equals("percent")) {
      return Optional.of(value.movePointLeft(2));
    }
    if (List.of("1", "{ratio}", "ratio", "{fraction}", "fraction").contains(unit)
        || (unit.isEmpty() && value.compareTo(new BigDecimal("0.01")) <= 0)) {
      return Optional.of(value);
    }
    if (unit.contains("10*-4") || unit.contains("10^-4")) {
      return Optional.of(value.movePointLeft(4));
    }
    boolean perMillion =
        unit.contains("/10*6") || unit.contains("/10^6") || unit.contains("million");
    return perMillion ? Optional.of(value.movePointLeft(6)) : Optional.empty();
  }

  /**
   * A transcript may only stand for residual disease where nothing better exists, and is named as
   * such.
   */
  private Finding<MeasurableResidualDisease> transcriptsAlone(
      List<Result> results, List<Result> beforeTreatment) {
    List<Evidence> transcripts = new ArrayList<>();
    if (firstTreatment.isPresent()) {
      results.stream()
          .filter(result -> TRANSCRIPTS.stream().anyMatch(result::has))
          .filter(this::isAfterTreatment)
          .map(Result::evidence)
          .sorted(Evidence.NEWEST_FIRST)
          .forEach(transcripts::add);
    }
    if (!transcripts.isEmpty()) {
      return new Unknown<>(
          UnknownReason.NOT_INTERPRETABLE,
          "only a BCR::ABL1 transcript level is recorded; a clinician has to judge it",
          transcripts);
    }
    return beforeTreatment.isEmpty()
        ? Finding.notRecorded()
        : new Unknown<>(
            UnknownReason.NOT_RECORDED,
            "the results on record were taken before the response could be assessed, or carry no"
                + " date",
            beforeTreatment.stream().map(Result::evidence).toList());
  }
}
