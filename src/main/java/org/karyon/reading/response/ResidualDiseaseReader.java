package org.karyon.reading.response;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.karyon.facts.DataGap;
import org.karyon.facts.Evidence;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.MeasurableResidualDisease;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.ParameterId;
import org.karyon.reading.resources.Result;
import org.karyon.reading.resources.Result.Specimen;
import org.karyon.reading.resources.ResultValue;
import org.karyon.reading.words.ReportLanguage;
import org.karyon.reading.words.Share;
import org.karyon.reading.words.Words;
import org.karyon.terminology.ConceptGroup;
import org.karyon.terminology.PhraseList;
import org.karyon.terminology.Terminology;

/**
 * Reads measurable residual disease: coded, numeric or in a text, taken after treatment began
 * (L112, L196, L240). The newest result that gives an answer decides, as long as it is recent.
 */
public final class ResidualDiseaseReader {

  private final Guideline guideline;
  private final LocalDate asOf;
  private final Optional<LocalDate> firstTreatment;
  private final Optional<LocalDate> lastRelapse;
  private final ResidualDiseaseInterpreter interpreter;
  private final TwoMethods twoMethods;
  private final ReportLanguage language;
  private final Transcripts transcripts;

  /** Which transcript levels of BCR::ABL1 are residual disease. */
  public enum Transcripts {
    /** None: BCR::ABL1 is not known to be present. */
    NONE,
    /** Those that are called MRD. */
    NAMED,
    /** All: the leukemia is in remission. */
    ALL
  }

  /**
   * Reads by what came before.
   *
   * @param guideline threshold and periods
   * @param asOf the evaluation date
   * @param firstTreatment the treatment that a response must follow; empty when it is not known
   * @param lastRelapse the newest relapse; what was measured before it speaks of another remission
   * @param transcripts which transcript levels of BCR::ABL1 are residual disease
   * @param language the language of reports
   */
  public ResidualDiseaseReader(
      Guideline guideline,
      LocalDate asOf,
      Optional<LocalDate> firstTreatment,
      Optional<LocalDate> lastRelapse,
      Transcripts transcripts,
      ReportLanguage language) {
    this.language = language;
    this.transcripts = transcripts;
    this.guideline = guideline;
    this.asOf = asOf;
    this.lastRelapse = lastRelapse;
    this.firstTreatment = firstTreatment;
    this.interpreter =
        new ResidualDiseaseInterpreter(
            guideline.terminology(), guideline.number(ParameterId.MRD_FRACTION));
    this.twoMethods = new TwoMethods(guideline.terminology());
  }

  /**
   * Residual disease, and what of the way there matters.
   *
   * @param finding what holds now
   * @param history every result after treatment that gives an answer, newest first
   * @param remarks newer results that do not decide
   */
  public record Residual(
      Finding<MeasurableResidualDisease> finding,
      List<ResidualDiseaseStatement> history,
      List<DataGap> remarks) {}

  public Residual read(List<Result> results) {
    Set<String> named =
        results.stream()
            .filter(this::isNamed)
            .map(Result::resource)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Map<String, List<Share>> componentReach = componentReach(results);
    List<Result> own = new ArrayList<>();
    List<ResidualDiseaseStatement> statements = new ArrayList<>();
    for (Result result : results) {
      statement(result, named.contains(result.resource()), componentReach)
          .ifPresent(
              statement -> {
                own.add(result);
                if (isAfterTreatment(result)) {
                  statements.add(statement);
                }
              });
    }
    if (statements.isEmpty()) {
      return new Residual(transcriptsAlone(results, own), List.of(), List.of());
    }
    statements.sort(
        Comparator.comparingLong(
                (ResidualDiseaseStatement statement) ->
                    -statement.result().date().orElseThrow().earliest().toEpochDay())
            .thenComparing(ResidualDiseaseStatement::specimen)
            .thenComparing(ResidualDiseaseStatement::shown, Evidence.NEWEST_FIRST));
    return decide(statements);
  }

  /** What a result says, if it speaks of residual disease at all. */
  private Optional<ResidualDiseaseStatement> statement(
      Result result, boolean named, Map<String, List<Share>> componentReach) {
    if (result.specimen() == Specimen.CEREBROSPINAL_FLUID) {
      return Optional.empty();
    }
    if (isTranscript(result)) {
      return isResidualDisease(result)
          ? Optional.of(interpreter.transcript(result, reach(result, componentReach)))
          : Optional.empty();
    }
    Words name = result.name();
    if (name.containAny(words(PhraseList.RESIDUAL_DISEASE_OF_OTHERS))
        || (named && name.containAny(words(PhraseList.REACH_OF_AN_ASSAY)))) {
      return Optional.empty();
    }
    boolean about =
        isNamed(result) || (named && name.containAny(words(PhraseList.PARTS_OF_RESIDUAL_DISEASE)));
    return said(result, about, componentReach)
        .filter(
            statement ->
                about
                    || statement.answer().isPresent()
                    || statement.reason() == UnknownReason.NOT_EXCLUDED);
  }

  private Optional<ResidualDiseaseStatement> said(
      Result result, boolean about, Map<String, List<Share>> componentReach) {
    if (!ResidualDiseaseInterpreter.isInWords(result)) {
      return about
          ? Optional.of(interpreter.read(result, reach(result, componentReach)))
          : Optional.empty();
    }
    String text = result.value().shows();
    return ResidualWords.read(language, terminology(), text, about, isAssay(result.name()))
        .filter(unused -> !Words.of(text).containAny(words(PhraseList.RESIDUAL_DISEASE_OF_OTHERS)))
        .map(said -> interpreter.read(result, said, reach(result, componentReach)));
  }

  private Terminology terminology() {
    return guideline.terminology();
  }

  private List<String> words(PhraseList list) {
    return terminology().phrases(list);
  }

  private boolean isAssay(Words name) {
    return name.containAny(words(PhraseList.FLOW_CYTOMETRY_BY_NAME))
        || name.containAny(words(PhraseList.SEQUENCING_OF_CLONES));
  }

  private boolean isNamed(Result result) {
    Words name = result.name();
    return name.containAny(words(PhraseList.NAMES_OF_RESIDUAL_DISEASE))
        && !name.containAny(words(PhraseList.RESIDUAL_DISEASE_OF_OTHERS));
  }

  /** How far down the assay can see: in its text, its notes, or a component of its own. */
  private List<Share> reach(Result result, Map<String, List<Share>> componentReach) {
    List<Share> reach = new ArrayList<>();
    reach.addAll(ResidualAmounts.limits(terminology(), result.method()));
    reach.addAll(ResidualAmounts.limits(terminology(), result.value().shows()));
    reach.addAll(componentReach.getOrDefault(result.resource(), List.of()));
    return reach;
  }

  /** What the components of each resource say of how far down its assay can see. */
  private Map<String, List<Share>> componentReach(List<Result> results) {
    Map<String, List<Share>> reach = new HashMap<>();
    for (Result result : results) {
      if (result.number().isPresent()
          && result.name().containAny(words(PhraseList.REACH_OF_AN_ASSAY))) {
        ResidualAmounts.of(terminology(), result.number().get(), result.words())
            .ifPresent(
                share ->
                    reach.computeIfAbsent(result.resource(), any -> new ArrayList<>()).add(share));
      }
    }
    return reach;
  }

  private Residual decide(List<ResidualDiseaseStatement> statements) {
    List<ResidualDiseaseStatement> valid =
        statements.stream().filter(statement -> statement.answer().isPresent()).toList();
    if (valid.isEmpty()) {
      ResidualDiseaseStatement newest = statements.get(0);
      return new Residual(
          new Unknown<>(newest.reason(), newest.why(), List.of(newest.shown())),
          List.of(),
          List.of());
    }
    ResidualDiseaseStatement newest = valid.get(0);
    List<ResidualDiseaseStatement> later =
        statements.stream()
            .filter(statement -> statement.answer().isEmpty() && statement.isLaterThan(newest))
            .toList();
    return new Residual(
        finding(newest, valid, later), valid, later.stream().map(this::remark).toList());
  }

  private DataGap remark(ResidualDiseaseStatement later) {
    return new DataGap(
        DataGap.Kind.REMARK,
        later.shown().resource(),
        "A newer MRD result gives no answer: %s (%s)."
            .formatted(later.why(), later.shown().shows()));
  }

  private Finding<MeasurableResidualDisease> finding(
      ResidualDiseaseStatement newest,
      List<ResidualDiseaseStatement> valid,
      List<ResidualDiseaseStatement> later) {
    Optional<String> outdated = outdated(newest);
    if (outdated.isPresent()) {
      return new Unknown<>(UnknownReason.OUTDATED, outdated.get(), List.of(newest.shown()));
    }
    Optional<ResidualDiseaseStatement> doubt =
        later.stream()
            .filter(statement -> statement.reason() == UnknownReason.NOT_INTERPRETABLE)
            .findFirst();
    if (doubt.isPresent() && newest.answer().get() == MeasurableResidualDisease.NEGATIVE) {
      return new Unknown<>(
          UnknownReason.NOT_INTERPRETABLE,
          doubt.get().why() + "; the last clear result, negative, is older",
          List.of(doubt.get().shown(), newest.shown()));
    }
    List<ResidualDiseaseStatement> sameDay = valid.stream().filter(newest::isOfTheDayOf).toList();
    boolean disagree =
        sameDay.stream()
            .filter(statement -> statement.specimen() == newest.specimen())
            .anyMatch(statement -> !statement.answer().equals(newest.answer()));
    if (disagree && twoMethods.disagree(sameDay, this::isTranscript)) {
      return TwoMethods.positive(sameDay);
    }
    if (disagree) {
      return new Unknown<>(
          UnknownReason.CONTRADICTORY,
          "results of the same day disagree",
          sameDay.stream().map(ResidualDiseaseStatement::shown).toList());
    }
    List<Evidence> agreeing =
        sameDay.stream()
            .filter(statement -> statement.answer().equals(newest.answer()))
            .map(ResidualDiseaseStatement::shown)
            .toList();
    Stream<Evidence> others =
        sameDay.stream()
            .filter(statement -> !statement.answer().equals(newest.answer()))
            .map(ResidualDiseaseStatement::shown);
    Stream<Evidence> numbers = sameDay.stream().flatMap(statement -> statement.against().stream());
    return new Known<>(
        newest.answer().get(), agreeing, Stream.concat(numbers, others).distinct().toList());
  }

  /** Why a result is too old to decide on. */
  private Optional<String> outdated(ResidualDiseaseStatement newest) {
    LocalDate day = newest.day().orElseThrow();
    boolean ofTheRelapse =
        lastRelapse
            .filter(relapse -> day.isBefore(relapse.plusDays(days(ParameterId.RESPONSE_FROM_DAYS))))
            .isPresent();
    if (ofTheRelapse) {
      return Optional.of("the newest result belongs to the relapse or to the time before it");
    }
    long counts = days(ParameterId.MRD_COUNTS_DAYS);
    return day.isBefore(asOf.minusDays(counts))
        ? Optional.of("the newest result is older than %d days".formatted(counts))
        : Optional.empty();
  }

  private long days(ParameterId parameter) {
    return guideline.whole(parameter);
  }

  /**
   * A response is assessed some weeks after treatment began; a result without a date cannot be
   * placed.
   */
  private boolean isAfterTreatment(Result result) {
    Optional<LocalDate> date = result.date().map(RecordedDate::latest);
    return date.isPresent()
        && firstTreatment
            .map(
                start -> !date.get().isBefore(start.plusDays(days(ParameterId.RESPONSE_FROM_DAYS))))
            .orElse(true);
  }

  /** A BCR::ABL1 transcript by its code, its name or its scale, and no other target beside it. */
  private boolean isResidualDisease(Result transcript) {
    return switch (transcripts) {
      case NONE -> false;
      case NAMED -> isNamed(transcript);
      case ALL -> isNamed(transcript) || isAfterTreatment(transcript);
    };
  }

  private boolean isTranscript(Result result) {
    boolean scale =
        result.value() instanceof ResultValue.Measured measured
            && ResidualAmounts.isTranscriptScale(measured.unit());
    Words name = result.name();
    boolean quantity =
        name.containAny(words(PhraseList.NAMES_OF_RESIDUAL_DISEASE))
            || name.containAny(words(PhraseList.AMOUNTS_OF_TRANSCRIPTS));
    boolean byName =
        name.containAny(words(PhraseList.NAMES_OF_TRANSCRIPTS))
            && quantity
            && !name.containAny(words(PhraseList.NO_TRANSCRIPTS));
    return scale || byName || result.has(ConceptGroup.TRANSCRIPT_AMOUNTS);
  }

  /**
   * A transcript may only stand for residual disease where nothing better exists, and is named as
   * such.
   */
  private Finding<MeasurableResidualDisease> transcriptsAlone(
      List<Result> results, List<Result> beforeTreatment) {
    List<Evidence> transcripts =
        firstTreatment.isEmpty()
            ? List.of()
            : results.stream()
                .filter(this::isTranscript)
                .filter(this::isAfterTreatment)
                .map(Result::evidence)
                .sorted(Evidence.NEWEST_FIRST)
                .toList();
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
            beforeTreatment.stream().map(Result::evidence).sorted(Evidence.NEWEST_FIRST).toList());
  }
}
