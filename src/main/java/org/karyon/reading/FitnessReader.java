package org.karyon.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Condition;
import org.karyon.facts.Evidence;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.Presence;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.Guideline;

/** Reads performance status, frailty, comorbidity and hepatic risk (L110, L122, L168, L186). */
final class FitnessReader {

  private static final List<String> HEPATIC =
      List.of("comorbidity-liver", "vod-sos", "hepatitis-chronic");

  private final Guideline guideline;
  private final Codings codings;

  FitnessReader(Guideline guideline, Codings codings) {
    this.guideline = guideline;
    this.codings = codings;
  }

  PatientFacts read(
      PatientFacts facts,
      List<Condition> conditions,
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
    return facts
        .with(Facts.COMORBIDITY, comorbidity(active, suspected, conditionsComplete))
        .with(Facts.FRAIL, frail(active, results))
        .with(Facts.HEPATIC_RISK, hepaticRisk(active, conditions, results));
  }

  /**
   * The problem list is the statement: read as a whole, it says that there is no comorbidity when
   * it names none, not even an unconfirmed one.
   */
  private Finding<Presence> comorbidity(
      List<Condition> active, List<Condition> suspected, boolean complete) {
    List<Evidence> found = evidence(active, FitnessReader::isComorbidity);
    if (!found.isEmpty()) {
      return new Known<>(Presence.PRESENT, found, List.of());
    }
    List<Evidence> unconfirmed = evidence(suspected, FitnessReader::isComorbidity);
    if (!unconfirmed.isEmpty()) {
      return new Unknown<>(
          UnknownReason.POSSIBLE, "a comorbidity is recorded as unconfirmed", unconfirmed);
    }
    return complete
        ? new Known<>(Presence.ABSENT, List.of(), List.of())
        : new Unknown<>(
            UnknownReason.NOT_READABLE, "the problem list was not read as a whole", List.of());
  }

  private static boolean isComorbidity(Set<String> concepts) {
    return concepts.stream().anyMatch(concept -> concept.startsWith("comorbidity-"));
  }

  private Finding<Presence> frail(List<Condition> active, List<Result> results) {
    List<Evidence> recorded = evidence(active, concepts -> concepts.contains("frailty"));
    Finding<Presence> measured =
        Newest.of(
            results.stream().filter(Result::isFinal).toList(),
            result ->
                ecog(result)
                    .or(() -> karnofsky(result))
                    .map(limited -> limited ? Presence.PRESENT : Presence.ABSENT));
    if (recorded.isEmpty()) {
      return measured;
    }
    return measured.is(Presence.ABSENT)
        ? new Known<>(Presence.PRESENT, recorded, measured.evidence())
        : new Known<>(Presence.PRESENT, recorded, List.of());
  }

  private Optional<Boolean> ecog(Result result) {
    if (!result.has("ecog")
        && !(result.concepts().isEmpty() && Words.of(result.words()).contain("ecog"))) {
      return Optional.empty();
    }
    return grade(result)
        .filter(grade -> grade.signum() >= 0 && grade.compareTo(BigDecimal.valueOf(5)) <= 0)
        .map(grade -> grade.compareTo(guideline.parameter("frailFromEcog").value()) >= 0);
  }

  private static Optional<BigDecimal> grade(Result result) {
    if (result.value() instanceof ResultValue.Coded coded) {
      for (int grade = 0; grade <= 5; grade++) {
        if (coded.concepts().contains("ecog-grade-" + grade)) {
          return Optional.of(BigDecimal.valueOf(grade));
        }
      }
    }
    Optional<BigDecimal> number = result.number().map(ResultValue.Measured::number);
    return number.or(() -> digit(result.value().shows()));
  }

  /** "ECOG 2", "Grade 2": the only digit in the words is the grade. */
  private static Optional<BigDecimal> digit(String words) {
    String digits = words.replaceAll("[^0-9]+", "");
    return digits.length() == 1 ? Optional.of(new BigDecimal(digits)) : Optional.empty();
  }

  private Optional<Boolean> karnofsky(Result result) {
    if (!result.has("karnofsky")
        && !(result.concepts().isEmpty() && Words.of(result.words()).contain("karnofsky"))) {
      return Optional.empty();
    }
    return result
        .number()
        .map(ResultValue.Measured::number)
        .filter(score -> score.signum() >= 0 && score.compareTo(BigDecimal.valueOf(100)) <= 0)
        .map(score -> score.compareTo(guideline.parameter("frailBelowKarnofsky").value()) < 0);
  }

  private Finding<Presence> hepaticRisk(
      List<Condition> active, List<Condition> all, List<Result> results) {
    List<Evidence> liver =
        evidence(active, concepts -> HEPATIC.stream().anyMatch(concepts::contains));
    // A veno-occlusive disease in the past is a risk for the next one.
    List<Evidence> history =
        evidence(
            all.stream().filter(condition -> !Conditions.isDenied(condition)).toList(),
            concepts -> concepts.contains("vod-sos"));
    List<Evidence> raised = new ArrayList<>(liver);
    history.stream().filter(e -> !raised.contains(e)).forEach(raised::add);
    Optional<Raised> bilirubin =
        raised(results, List.of("bilirubin-total"), "hepaticRiskUpperLimitMultiple");
    Optional<Raised> transaminases =
        raised(results, List.of("alt", "ast"), "hepaticRiskTransaminaseMultiple");
    bilirubin.filter(Raised::raised).ifPresent(lab -> raised.addAll(lab.evidence()));
    transaminases.filter(Raised::raised).ifPresent(lab -> raised.addAll(lab.evidence()));
    if (!raised.isEmpty()) {
      return new Known<>(Presence.PRESENT, raised, List.of());
    }
    if (bilirubin.isPresent() && transaminases.isPresent()) {
      List<Evidence> normal = new ArrayList<>(bilirubin.get().evidence());
      normal.addAll(transaminases.get().evidence());
      return new Known<>(Presence.ABSENT, normal, List.of());
    }
    return Finding.notRecorded();
  }

  private record Raised(boolean raised, List<Evidence> evidence) {}

  /**
   * The newest value of each analyte against its own reference limit; without a limit it says
   * nothing.
   */
  private Optional<Raised> raised(List<Result> results, List<String> analytes, String multiple) {
    BigDecimal factor = guideline.parameter(multiple).value();
    boolean raised = false;
    List<Evidence> evidence = new ArrayList<>();
    for (String analyte : analytes) {
      Optional<Result> newest =
          results.stream()
              .filter(result -> result.isFinal() && result.has(analyte))
              .filter(result -> result.number().isPresent() && limit(result, analyte).isPresent())
              .min(Comparator.comparing(Result::evidence, Evidence.NEWEST_FIRST));
      if (newest.isPresent()) {
        BigDecimal limit = limit(newest.get(), analyte).orElseThrow().multiply(factor);
        ResultValue.Measured measured = newest.get().number().orElseThrow();
        boolean high =
            Bound.against(measured.comparator(), measured.number(), limit)
                .filter(bound -> bound.compareTo(limit) > 0)
                .isPresent();
        raised |= high;
        evidence.add(newest.get().evidence());
      }
    }
    return evidence.isEmpty() ? Optional.empty() : Optional.of(new Raised(raised, evidence));
  }

  /**
   * The laboratory's own upper limit, else the customary one of the unit; an unknown unit gives
   * none.
   */
  private Optional<BigDecimal> limit(Result result, String analyte) {
    String unit = result.number().map(number -> number.unit().toLowerCase(Locale.ROOT)).orElse("");
    return result
        .upperLimit()
        .or(() -> customaryLimit(analyte, unit).map(id -> guideline.parameter(id).value()));
  }

  private static Optional<String> customaryLimit(String analyte, String unit) {
    if (!analyte.equals("bilirubin-total")) {
      return List.of("u/l", "iu/l", "[iu]/l").contains(unit)
          ? Optional.of("transaminaseUpperLimitUnitsPerLitre")
          : Optional.empty();
    }
    if (unit.equals("mg/dl")) {
      return Optional.of("bilirubinUpperLimitMilligramsPerDecilitre");
    }
    return List.of("umol/l", "\u00b5mol/l", "\u03bcmol/l").contains(unit)
        ? Optional.of("bilirubinUpperLimitMicromolesPerLitre")
        : Optional.empty();
  }

  private List<Evidence> evidence(List<Condition> conditions, Predicate<Set<String>> wanted) {
    return conditions.stream()
        .filter(condition -> wanted.test(codings.conceptsOrNamed(condition.getCode())))
        .map(Conditions::evidence)
        .sorted(Evidence.NEWEST_FIRST)
        .toList();
  }
}
