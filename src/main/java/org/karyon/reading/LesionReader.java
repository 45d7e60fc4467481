package org.karyon.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.Presence;
import org.karyon.facts.RecordedDate;
import org.karyon.guideline.Lesion;
import org.karyon.guideline.Lesion.LesionTest;
import org.karyon.reading.LesionEvidence.Says;

/**
 * Reads FISH, PCR, sequencing and variant results of single lesions, by code or, where no code is
 * known, by name.
 */
final class LesionReader {

  private static final List<String> BANDING =
      List.of("karyotype", "banding", "g banding", "cytogenetics");

  /** Names of tests that are repeated to follow the response. */
  private static final List<String> TRANSCRIPT =
      List.of("pcr", "rt pcr", "transcript", "quantitative", "rq pcr");

  private final List<Lesion> lesions;
  private final Optional<LocalDate> firstTreatment;

  LesionReader(List<Lesion> lesions, Optional<LocalDate> firstTreatment) {
    this.lesions = lesions;
    this.firstTreatment = firstTreatment;
  }

  /**
   * How a result names a lesion: what it can see of it, whether its negative counts, and whether it
   * only suggests it.
   */
  private record Match(
      Optional<String> part, boolean excludes, boolean monitors, boolean suggests) {

    static Match positiveOnly() {
      return new Match(Optional.empty(), false, false, false);
    }

    static Match suggestion() {
      return new Match(Optional.empty(), false, false, true);
    }

    static Match whole(boolean excludes) {
      return new Match(Optional.empty(), excludes, false, false);
    }
  }

  List<LesionEvidence> read(Result result) {
    if (result.has("karyotype") || result.has("jak2-v617f-exclude")) {
      return List.of();
    }
    List<LesionEvidence> evidence = new ArrayList<>(concluded(result));
    matches(result)
        .forEach(
            (fact, match) ->
                says(result, match)
                    .ifPresent(
                        says ->
                            evidence.add(
                                new LesionEvidence(fact, says, match.part(), result.evidence()))));
    return evidence;
  }

  /** A report may conclude with the code of a subtype that is defined by a lesion. */
  private List<LesionEvidence> concluded(Result result) {
    boolean report = result.resource().startsWith("DiagnosticReport/");
    if (!report || !(result.value() instanceof ResultValue.Coded coded)) {
      return List.of();
    }
    List<LesionEvidence> evidence = new ArrayList<>();
    for (Lesion lesion : lesions) {
      DiagnosisReader.byCode(lesion, coded.concepts())
          .map(concluded -> result.isFinal() ? concluded : Says.PENDING)
          .map(said -> new LesionEvidence(lesion.fact(), said, Optional.empty(), result.evidence()))
          .ifPresent(evidence::add);
    }
    return evidence;
  }

  private Map<Fact<Presence>, Match> matches(Result result) {
    Map<Fact<Presence>, Match> matches = new LinkedHashMap<>();
    for (Lesion lesion : lesions) {
      coded(lesion, result)
          .or(() -> result.variant() ? variant(lesion, result) : Optional.empty())
          .ifPresent(match -> matches.put(lesion.fact(), match));
    }
    return matches.isEmpty() ? named(result) : matches;
  }

  private static Optional<Match> coded(Lesion lesion, Result result) {
    for (LesionTest test : lesion.tests()) {
      if (result.has(test.concept())) {
        return Optional.of(new Match(test.part(), true, test.monitors(), false));
      }
    }
    if (result.hasAny(lesion.shownByTests())) {
      return Optional.of(Match.positiveOnly());
    }
    return result.hasAny(lesion.suggestedByTests())
        ? Optional.of(Match.suggestion())
        : Optional.empty();
  }

  /**
   * A fusion needs its genes in one variant of a fusion type; a list of genes alone may be a panel.
   */
  private static Optional<Match> variant(Lesion lesion, Result result) {
    boolean foreign = lesion.notFusion().stream().anyMatch(result.genes()::contains);
    if (result.fusion() && !foreign) {
      if (!lesion.fusion().isEmpty() && result.genes().containsAll(lesion.fusion())) {
        return Optional.of(Match.whole(true));
      }
      if (lesion.fusionOf().stream().anyMatch(result.genes()::contains)) {
        return Optional.of(Match.whole(result.genes().size() == 1));
      }
    }
    boolean mutation = lesion.variantOf().stream().anyMatch(result.genes()::contains);
    return mutation && !result.fusion() && !result.benign()
        ? Optional.of(Match.whole(lesion.variantOf().size() == 1))
        : Optional.empty();
  }

  /**
   * By name only where no code is known; a longer name wins, so "BCR-ABL1-like" is not BCR-ABL1.
   */
  private Map<Fact<Presence>, Match> named(Result result) {
    Map<Fact<Presence>, Match> matches = new LinkedHashMap<>();
    Words words = Words.of(result.words());
    boolean banding = Words.of(result.method()).containAny(BANDING);
    boolean otherKnownTest = !result.concepts().isEmpty() && !result.has("fish-panel");
    if (otherKnownTest || result.variant()) {
      return matches;
    }
    boolean phLike = words.containAny(names(Facts.PH_LIKE));
    for (Lesion lesion : lesions) {
      boolean masked =
          phLike && (lesion.fact().equals(Facts.BCR_ABL1) || lesion.fact().equals(Facts.ABL_CLASS));
      if (masked || words.containAny(lesion.notWith())) {
        continue;
      }
      int named = words.longest(lesion.names());
      int shown = words.longest(lesion.shownBy());
      if (named > 0 || shown > 0) {
        boolean excludes = named >= shown && !banding;
        matches.put(
            lesion.fact(),
            new Match(part(lesion, words), excludes, words.containAny(TRANSCRIPT), false));
      }
    }
    return matches;
  }

  private List<String> names(Fact<Presence> fact) {
    return lesions.stream()
        .filter(lesion -> lesion.fact().equals(fact))
        .flatMap(lesion -> lesion.names().stream())
        .toList();
  }

  /** The one part of a lesion that the words name: a p210 assay sees no p190 transcript. */
  static Optional<String> part(Lesion lesion, Words words) {
    List<String> parts =
        lesion.tests().stream()
            .map(LesionTest::part)
            .flatMap(Optional::stream)
            .distinct()
            .filter(words::contain)
            .toList();
    return parts.size() == 1 ? Optional.of(parts.get(0)) : Optional.empty();
  }

  private Optional<Says> says(Result result, Match match) {
    if (!result.isFinal()) {
      return Optional.of(Says.PENDING);
    }
    Optional<Answer> answer = result.answer().or(() -> counted(result, match));
    return answer.map(
        known ->
            switch (known) {
              case PRESENT -> match.suggests() ? Says.POSSIBLE : Says.PRESENT;
              case INDETERMINATE -> Says.INDETERMINATE;
              case ABSENT ->
                  match.excludes() && !followsTreatment(result, match)
                      ? Says.ABSENT
                      : Says.NOT_SEEN;
            });
  }

  /**
   * A number of cells or transcripts: compared with the laboratory's own limit, else only zero and
   * "less than" speak.
   */
  private static Optional<Answer> counted(Result result, Match match) {
    Optional<ResultValue.Measured> number = result.number();
    if (number.isEmpty()) {
      return result.value() instanceof ResultValue.None
          ? Optional.empty()
          : Optional.of(Answer.INDETERMINATE);
    }
    BigDecimal value = number.get().number();
    String comparator = number.get().comparator();
    if (result.upperLimit().isPresent()) {
      BigDecimal limit = result.upperLimit().get();
      return Bound.against(comparator, value, limit)
          .map(bound -> bound.compareTo(limit) > 0 ? Answer.PRESENT : Answer.ABSENT)
          .or(() -> Optional.of(Answer.INDETERMINATE));
    }
    // "Less than" without a limit is the laboratory's way to say that nothing was found in a
    // transcript.
    if (value.signum() == 0 || (match.monitors() && comparator.startsWith("<"))) {
      return Optional.of(Answer.ABSENT);
    }
    return Optional.of(match.monitors() ? Answer.PRESENT : Answer.INDETERMINATE);
  }

  private boolean followsTreatment(Result result, Match match) {
    Optional<LocalDate> date = result.date().map(RecordedDate::latest);
    return match.monitors()
        && date.isPresent()
        && firstTreatment.isPresent()
        && date.get().isAfter(firstTreatment.get());
  }
}
