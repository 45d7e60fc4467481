package org.karyon.reading.patient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.Evidence;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.Presence;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.ParameterId;
import org.karyon.reading.resources.Bound;
import org.karyon.reading.resources.Result;
import org.karyon.reading.resources.ResultValue;
import org.karyon.terminology.ConceptGroup;

/**
 * Reads whether the liver is at risk, from bilirubin and transaminases of now and from liver
 * disease on the problem list (L122).
 */
final class HepaticRiskReader {

  private final Guideline guideline;
  private final LocalDate asOf;

  HepaticRiskReader(Guideline guideline, LocalDate asOf) {
    this.guideline = guideline;
    this.asOf = asOf;
  }

  /**
   * What the problem list says of the liver.
   *
   * @param disease liver disease that is active, and veno-occlusive disease at any time
   * @param suspected liver disease that is not confirmed
   * @param complete whether the list was read as a whole
   */
  record ProblemList(List<Evidence> disease, List<Evidence> suspected, boolean complete) {}

  /** What the newest values of an analyte say. */
  private enum Level {
    RAISED,
    NORMAL,
    /** Without a reference limit in its unit, or a comparator that leaves it open. */
    UNCLEAR,
    OUTDATED
  }

  private record LiverTest(Level level, Evidence evidence) {}

  Finding<Presence> read(ProblemList problems, List<Result> results) {
    List<LiverTest> bilirubin = new ArrayList<>();
    analytes(ConceptGroup.BILIRUBIN).forEach(analyte -> bilirubin.addAll(newest(results, analyte)));
    List<LiverTest> transaminases = new ArrayList<>();
    analytes(ConceptGroup.TRANSAMINASES)
        .forEach(analyte -> transaminases.addAll(newest(results, analyte)));
    List<LiverTest> all = new ArrayList<>(bilirubin);
    all.addAll(transaminases);
    List<Evidence> raised = new ArrayList<>(problems.disease());
    all.stream()
        .filter(r -> r.level() == Level.RAISED)
        .map(LiverTest::evidence)
        .forEach(raised::add);
    if (!raised.isEmpty()) {
      return new Known<>(Presence.PRESENT, raised, List.of());
    }
    if (!problems.suspected().isEmpty()) {
      return new Unknown<>(
          UnknownReason.POSSIBLE,
          "a liver disease is recorded as unconfirmed",
          problems.suspected());
    }
    if (!problems.complete()) {
      return new Unknown<>(
          UnknownReason.NOT_READABLE, "the problem list was not read as a whole", List.of());
    }
    boolean normal =
        !bilirubin.isEmpty()
            && !transaminases.isEmpty()
            && all.stream().allMatch(reading -> reading.level() == Level.NORMAL);
    return normal
        ? new Known<>(Presence.ABSENT, all.stream().map(LiverTest::evidence).toList(), List.of())
        : open(all);
  }

  private boolean isBilirubin(String analyte) {
    return analytes(ConceptGroup.BILIRUBIN).contains(analyte);
  }

  private Set<String> analytes(ConceptGroup group) {
    return guideline.terminology().members(group);
  }

  private Finding<Presence> open(List<LiverTest> readings) {
    Set<Level> levels = EnumSet.noneOf(Level.class);
    readings.forEach(reading -> levels.add(reading.level()));
    List<Evidence> evidence = readings.stream().map(LiverTest::evidence).toList();
    if (levels.contains(Level.OUTDATED)) {
      return new Unknown<>(
          UnknownReason.OUTDATED,
          "bilirubin or transaminases are older than %d days".formatted(days()),
          evidence);
    }
    return levels.contains(Level.UNCLEAR)
        ? new Unknown<>(
            UnknownReason.NOT_INTERPRETABLE,
            "bilirubin or transaminases cannot be compared with an upper limit",
            evidence)
        : new Unknown<>(
            UnknownReason.NOT_RECORDED,
            "bilirubin and transaminases are not both recorded",
            evidence);
  }

  /** Every value of the newest day that has one, because the highest of them counts. */
  private List<LiverTest> newest(List<Result> results, String analyte) {
    List<Result> measured =
        results.stream()
            .filter(result -> result.isFinal() && result.has(analyte))
            .filter(result -> result.number().isPresent())
            .sorted(Comparator.comparing(Result::evidence, Evidence.NEWEST_FIRST))
            .toList();
    return measured.stream()
        .filter(result -> result.date().equals(measured.get(0).date()))
        .map(result -> new LiverTest(level(result, analyte), result.evidence()))
        .toList();
  }

  private Level level(Result result, String analyte) {
    boolean recent =
        result
            .date()
            .map(RecordedDate::latest)
            .filter(day -> !day.isBefore(asOf.minusDays(days())))
            .isPresent();
    if (!recent) {
      return Level.OUTDATED;
    }
    ParameterId multiple =
        isBilirubin(analyte)
            ? ParameterId.HEPATIC_RISK_UPPER_LIMIT_MULTIPLE
            : ParameterId.HEPATIC_RISK_TRANSAMINASE_MULTIPLE;
    ResultValue.Measured measured = result.number().orElseThrow();
    return limit(result, analyte)
        .map(limit -> limit.multiply(guideline.number(multiple)))
        .flatMap(
            limit ->
                Bound.against(measured.comparator(), measured.number(), limit)
                    .map(bound -> bound.compareTo(limit) > 0 ? Level.RAISED : Level.NORMAL))
        .orElse(Level.UNCLEAR);
  }

  private long days() {
    return guideline.whole(ParameterId.LIVER_TEST_DAYS);
  }

  /**
   * The laboratory's own upper limit, else the customary one of the unit; an unknown unit gives
   * none.
   */
  private Optional<BigDecimal> limit(Result result, String analyte) {
    String written = result.number().map(number -> number.unit().strip()).orElse("");
    String unit = guideline.terminology().unit(written).orElse(written);
    return result.upperLimit().or(() -> customaryLimit(analyte, unit).map(guideline::number));
  }

  private Optional<ParameterId> customaryLimit(String analyte, String unit) {
    if (!isBilirubin(analyte)) {
      return unit.equals("U/L")
          ? Optional.of(ParameterId.TRANSAMINASE_UPPER_LIMIT_UNITS_PER_LITRE)
          : Optional.empty();
    }
    return switch (unit) {
      case "mg/dL" -> Optional.of(ParameterId.BILIRUBIN_UPPER_LIMIT_MILLIGRAMS_PER_DECILITRE);
      case "umol/L" -> Optional.of(ParameterId.BILIRUBIN_UPPER_LIMIT_MICROMOLES_PER_LITRE);
      default -> Optional.empty();
    };
  }
}
