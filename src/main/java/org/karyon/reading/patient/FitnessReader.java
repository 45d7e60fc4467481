package org.karyon.reading.patient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.karyon.chart.resource.Condition;
import org.karyon.facts.Evidence;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.Presence;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.ParameterId;
import org.karyon.reading.resources.Bound;
import org.karyon.reading.resources.Codings;
import org.karyon.reading.resources.Conditions;
import org.karyon.reading.resources.Newest;
import org.karyon.reading.resources.Result;
import org.karyon.reading.resources.ResultValue;
import org.karyon.terminology.ConceptGroup;
import org.karyon.terminology.PhraseList;

/** Reads performance status, frailty, comorbidity and hepatic risk (L110, L122, L168, L186). */
public final class FitnessReader {

  private static final Pattern SCORE = Pattern.compile("\\b(?:100|[1-9]0)\\b");

  private final Guideline guideline;
  private final Codings codings;
  private final ComorbidityReader comorbidities;
  private final LocalDate asOf;

  public FitnessReader(Guideline guideline, Codings codings, LocalDate asOf) {
    this.guideline = guideline;
    this.asOf = asOf;
    this.codings = codings;
    this.comorbidities = new ComorbidityReader(guideline.comorbidity(), codings);
  }

  /**
   * What is known of the fitness, and the problems that are not graded.
   *
   * @param facts the facts with those of fitness
   * @param notGraded active problems without a grade
   */
  public record Read(PatientFacts facts, List<Evidence> notGraded) {}

  public Read read(
      PatientFacts facts,
      List<Condition> conditions,
      Set<String> leukemia,
      List<Result> results,
      boolean conditionsComplete) {
    List<Condition> current =
        conditions.stream()
            .filter(condition -> !Conditions.isDenied(condition))
            .filter(Conditions::isCurrent)
            .toList();
    List<Condition> active =
        current.stream().filter(condition -> !Conditions.isSuspected(condition)).toList();
    List<Condition> suspected = current.stream().filter(Conditions::isSuspected).toList();
    ComorbidityReader.Read comorbidity =
        comorbidities.read(
            others(active, leukemia), others(suspected, leukemia), conditionsComplete);
    PatientFacts fitness =
        facts
            .with(Facts.COMORBIDITY, comorbidity.comorbidity())
            .with(Facts.FRAIL, frail(active, suspected, results))
            .with(
                Facts.HEPATIC_RISK,
                new HepaticRiskReader(guideline, asOf)
                    .read(liver(active, suspected, conditions, conditionsComplete), results));
    return new Read(fitness, comorbidity.notGraded());
  }

  private static List<Condition> others(List<Condition> conditions, Set<String> leukemia) {
    return conditions.stream().filter(c -> !leukemia.contains(c.reference())).toList();
  }

  /**
   * The newest of ECOG, Karnofsky and a recorded frailty counts; a performance status for a time, a
   * recorded frailty while it is active (I-18).
   */
  private Finding<Presence> frail(
      List<Condition> active, List<Condition> suspected, List<Result> results) {
    Finding<Presence> measured = measured(results);
    List<Evidence> recorded = evidence(active, ConceptGroup.FRAILTY);
    if (!recorded.isEmpty()) {
      return recorded(recorded, measured);
    }
    List<Evidence> unconfirmed = evidence(suspected, ConceptGroup.FRAILTY);
    return !unconfirmed.isEmpty() && !measured.is(Presence.PRESENT)
        ? new Unknown<>(UnknownReason.POSSIBLE, "frailty is recorded as unconfirmed", unconfirmed)
        : measured;
  }

  private static Finding<Presence> recorded(List<Evidence> recorded, Finding<Presence> measured) {
    if (!measured.is(Presence.ABSENT)) {
      return new Known<>(Presence.PRESENT, recorded, List.of());
    }
    Optional<LocalDate> frail = latest(recorded);
    boolean measuredLater =
        frail.isPresent() && latest(measured.evidence()).filter(frail.get()::isBefore).isPresent();
    return measuredLater
        ? new Known<>(Presence.ABSENT, measured.evidence(), recorded)
        : new Known<>(Presence.PRESENT, recorded, measured.evidence());
  }

  private static Optional<LocalDate> latest(List<Evidence> evidence) {
    return evidence.stream()
        .flatMap(shown -> shown.date().stream())
        .map(RecordedDate::latest)
        .max(LocalDate::compareTo);
  }

  private Finding<Presence> measured(List<Result> results) {
    Finding<Presence> newest =
        Newest.of(
            results.stream().filter(Result::isFinal).toList(),
            result ->
                ecog(result)
                    .or(() -> karnofsky(result))
                    .map(limited -> limited ? Presence.PRESENT : Presence.ABSENT));
    long days = guideline.whole(ParameterId.PERFORMANCE_STATUS_DAYS);
    boolean counts =
        latest(newest.evidence()).filter(day -> !day.isBefore(asOf.minusDays(days))).isPresent();
    return newest.evidence().isEmpty() || counts
        ? newest
        : new Unknown<>(
            UnknownReason.OUTDATED,
            "a performance status counts for %d days".formatted(days),
            newest.evidence());
  }

  private Optional<Boolean> ecog(Result result) {
    if (!result.has(ConceptGroup.ECOG)
        && !(result.concepts().isEmpty() && result.name().contain("ecog"))) {
      return Optional.empty();
    }
    BigDecimal limit = guideline.number(ParameterId.FRAIL_FROM_ECOG);
    return grade(result)
        .filter(grade -> grade.signum() >= 0 && grade.compareTo(BigDecimal.valueOf(5)) <= 0)
        .flatMap(grade -> Bound.against(comparator(result), grade, limit))
        .map(grade -> grade.compareTo(limit) >= 0);
  }

  private static String comparator(Result result) {
    return result.number().map(ResultValue.Measured::comparator).orElse("");
  }

  private Optional<BigDecimal> grade(Result result) {
    if (result.value() instanceof ResultValue.Coded coded) {
      Optional<BigDecimal> grade =
          codings.terminology().number(coded.concepts(), ConceptGroup.ECOG_GRADES);
      if (grade.isPresent()) {
        return grade;
      }
    }
    return plain(result).or(() -> digit(result.value().shows()));
  }

  /** A number, but not the first one of a text such as "1-2". */
  private static Optional<BigDecimal> plain(Result result) {
    boolean written =
        switch (result.value()) {
          case ResultValue.Measured unused -> false;
          case ResultValue.Coded unused -> true;
          case ResultValue.Text unused -> true;
          case ResultValue.Flag unused -> true;
          case ResultValue.None unused -> true;
        };
    return result
        .number()
        .filter(number -> !written || number.unit().isEmpty())
        .map(ResultValue.Measured::number);
  }

  /** "ECOG 2", "Grade 2": the only digit in the words is the grade. */
  private static Optional<BigDecimal> digit(String words) {
    String digits = words.replaceAll("[^0-9]+", "");
    return digits.length() == 1 ? Optional.of(new BigDecimal(digits)) : Optional.empty();
  }

  private Optional<Boolean> karnofsky(Result result) {
    if (!result.has(ConceptGroup.KARNOFSKY)
        && !(result.concepts().isEmpty()
            && result
                .name()
                .containAny(codings.terminology().phrases(PhraseList.NAMES_OF_KARNOFSKY)))) {
      return Optional.empty();
    }
    BigDecimal limit = guideline.number(ParameterId.FRAIL_BELOW_KARNOFSKY);
    return plain(result)
        .or(() -> score(result.value()))
        .filter(score -> score.signum() >= 0 && score.compareTo(BigDecimal.valueOf(100)) <= 0)
        .flatMap(score -> Bound.against(comparator(result), score, limit))
        .map(score -> score.compareTo(limit) < 0);
  }

  /** "KPS 90: minor signs": the only score of ten steps in the words, or its code. */
  private Optional<BigDecimal> score(ResultValue value) {
    if (value instanceof ResultValue.Coded coded) {
      Optional<BigDecimal> score =
          codings.terminology().number(coded.concepts(), ConceptGroup.KARNOFSKY_SCORES);
      if (score.isPresent()) {
        return score;
      }
    }
    List<BigDecimal> scores =
        SCORE
            .matcher(value.shows())
            .results()
            .map(match -> new BigDecimal(match.group()))
            .distinct()
            .toList();
    return scores.size() == 1 ? Optional.of(scores.get(0)) : Optional.empty();
  }

  private HepaticRiskReader.ProblemList liver(
      List<Condition> active, List<Condition> suspected, List<Condition> all, boolean complete) {
    // A veno-occlusive disease in the past is a risk for the next one.
    List<Evidence> history =
        evidence(
            all.stream()
                .filter(condition -> !Conditions.isDenied(condition))
                .filter(condition -> !Conditions.isSuspected(condition))
                .toList(),
            ConceptGroup.LIVER_DISEASE_AT_ANY_TIME);
    List<Evidence> disease =
        Stream.concat(evidence(active, ConceptGroup.LIVER_DISEASE).stream(), history.stream())
            .distinct()
            .toList();
    return new HepaticRiskReader.ProblemList(
        disease, evidence(suspected, ConceptGroup.LIVER_DISEASE), complete);
  }

  private List<Evidence> evidence(List<Condition> conditions, ConceptGroup wanted) {
    return conditions.stream()
        .filter(
            condition ->
                codings.terminology().isAny(codings.conceptsOrNamed(condition.code()), wanted))
        .filter(comorbidities::isOwnEver)
        .map(Conditions::evidence)
        .sorted(Evidence.NEWEST_FIRST)
        .toList();
  }
}
