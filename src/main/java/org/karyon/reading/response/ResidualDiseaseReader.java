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

/**
 * Reads measurable residual disease: coded, numeric or in a text, taken after treatment began
 * (L112, L196, L240). The newest result that gives an answer decides, as long as it is recent.
 */
public final class ResidualDiseaseReader {

  private static final List<String> NAMES =
      List.of(
          "measurable residual disease",
          "minimal residual disease",
          "measurable residual leukemia",
          "minimal residual leukemia",
          "measurable residual leukaemia",
          "minimal residual leukaemia",
          "clonoseq tracking",
          "mrd",
          "umrd");

  /** Other diseases, and the matched related donor, whose letters are the same. */
  private static final List<String> OTHER_MEANINGS =
      List.of(
          "aml",
          "myeloid",
          "cll",
          "myeloma",
          "lymphocytic leukemia chronic",
          "chronic lymphocytic",
          "matched related",
          "donor");

  /** Assays in whose reports "residual leukemia" means residual disease and not morphology. */
  private static final List<String> ASSAYS =
      List.of(
          "flow",
          "flow cytometry",
          "immunophenotyping",
          "immunophenotype",
          "next generation sequencing",
          "clonoseq");

  private static final List<String> PARTS =
      List.of(
          "result", "residual", "mrd", "interpretation", "conclusion", "clones", "clonal cells");
  private static final List<String> REACH =
      List.of("sensitivity", "limit of detection", "detection limit", "lod", "lloq", "loq");
  private static final List<String> TRANSCRIPT_NAMES =
      List.of("bcr abl1", "bcr abl", "p190", "p210", "e1a2", "e13a2", "e14a2");
  private static final List<String> OTHER_TARGETS =
      List.of("flow", "fish", "ngs", "sequencing", "ig tcr", "igh", "immunoglobulin", "trb", "trg");
  private final Guideline guideline;
  private final LocalDate asOf;
  private final Optional<LocalDate> firstTreatment;
  private final Optional<LocalDate> lastRelapse;
  private final ResidualDiseaseInterpreter interpreter;
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
    this.interpreter = new ResidualDiseaseInterpreter(guideline.number(ParameterId.MRD_FRACTION));
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
            .filter(ResidualDiseaseReader::isNamed)
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
    if (name.containAny(OTHER_MEANINGS) || (named && name.containAny(REACH))) {
      return Optional.empty();
    }
    boolean about = isNamed(result) || (named && name.containAny(PARTS));
    Optional<ResidualDiseaseStatement> read = said(result, about, reach(result, componentReach));
    return read.filter(
        statement ->
            about
                || statement.answer().isPresent()
                || statement.reason() == UnknownReason.NOT_EXCLUDED);
  }

  private Optional<ResidualDiseaseStatement> said(Result result, boolean about, List<Share> reach) {
    if (!ResidualDiseaseInterpreter.isInWords(result)) {
      return about ? Optional.of(interpreter.read(result, reach)) : Optional.empty();
    }
    String text = result.value().shows();
    Words words = result.name();
    boolean other = Words.of(text).containAny(OTHER_MEANINGS);
    return ResidualWords.read(language, text, about, words.containAny(ASSAYS))
        .filter(unused -> !other)
        .map(said -> interpreter.read(result, said, reach));
  }

  private static boolean isNamed(Result result) {
    Words name = result.name();
    return name.containAny(NAMES) && !name.containAny(OTHER_MEANINGS);
  }

  /** How far down the assay can see: in its text, its notes, or a component of its own. */
  private static List<Share> reach(Result result, Map<String, List<Share>> componentReach) {
    List<Share> reach = new ArrayList<>();
    reach.addAll(ResidualAmounts.in(result.method(), false).limits());
    reach.addAll(ResidualAmounts.in(result.value().shows(), false).limits());
    reach.addAll(componentReach.getOrDefault(result.resource(), List.of()));
    return reach;
  }

  /** What the components of each resource say of how far down its assay can see. */
  private static Map<String, List<Share>> componentReach(List<Result> results) {
    Map<String, List<Share>> reach = new HashMap<>();
    for (Result result : results) {
      if (result.number().isPresent() && result.name().containAny(REACH)) {
        ResidualAmounts.of(result.number().get(), result.words())
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
    if (disagree && TwoMethods.disagree(sameDay, ResidualDiseaseReader::isTranscript)) {
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

  private static boolean isTranscript(Result result) {
    boolean scale =
        result.value() instanceof ResultValue.Measured measured
            && ResidualAmounts.isTranscriptScale(measured.unit());
    Words name = result.name();
    boolean quantity =
        name.containAny(NAMES)
            || name.containAny(
                List.of("transcript", "transcripts", "quantitative", "quantification", "ratio"));
    boolean byName =
        name.containAny(TRANSCRIPT_NAMES) && quantity && !name.containAny(OTHER_TARGETS);
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
                .filter(ResidualDiseaseReader::isTranscript)
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
