package org.karyon.reading.genetics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.Presence;
import org.karyon.facts.RecordedDate;
import org.karyon.guideline.Lesion;
import org.karyon.guideline.Lesion.LesionTest;
import org.karyon.reading.genetics.LesionEvidence.Says;
import org.karyon.reading.resources.Bound;
import org.karyon.reading.resources.Result;
import org.karyon.reading.resources.ResultValue;
import org.karyon.reading.words.Answer;
import org.karyon.reading.words.Words;
import org.karyon.terminology.ConceptGroup;
import org.karyon.terminology.PhraseList;
import org.karyon.terminology.Terminology;

/**
 * Reads FISH, PCR, sequencing and variant results of single lesions, by code or, where no code is
 * known, by name.
 */
final class LesionReader {

  /** A change of a protein or of coding bases: {@code p.Arg175His}, {@code c.524G>A}. */
  private static final Pattern SEQUENCE_CHANGE = Pattern.compile("\\b[cgp]\\.\\S");

  private static final String PERCENT = "%";

  private final Terminology terminology;
  private final List<Lesion> lesions;
  private final LesionNames names;
  private final NarrativeReader narratives;
  private final BigDecimal lowLevelPercent;
  private final Optional<LocalDate> firstTreatment;

  LesionReader(
      Terminology terminology,
      List<Lesion> lesions,
      BigDecimal lowLevelPercent,
      Optional<LocalDate> firstTreatment,
      LesionNames names,
      NarrativeReader narratives) {
    this.lowLevelPercent = lowLevelPercent;
    this.terminology = terminology;
    this.lesions = lesions;
    this.names = names;
    this.narratives = narratives;
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
    if (result.has(ConceptGroup.KARYOTYPES) || result.has(ConceptGroup.TESTS_OF_ANOTHER_DISEASE)) {
      return List.of();
    }
    List<LesionEvidence> evidence = new ArrayList<>(concluded(result));
    matches(result).forEach((fact, match) -> evidence.addAll(read(result, fact, match)));
    return evidence;
  }

  private List<LesionEvidence> read(Result result, Fact<Presence> fact, Match match) {
    boolean inWords =
        result.isFinal()
            && result.text().isPresent()
            && result.number().isEmpty()
            && !isCoded(result);
    if (!inWords) {
      return says(result, match)
          .map(says -> new LesionEvidence(fact, says, part(fact, match, result), shown(result)))
          .stream()
          .toList();
    }
    Optional<NarrativeReader.Answered> told = narratives.answerOf(result, fact);
    if (told.isEmpty()) {
      return List.of();
    }
    Says says = matched(told.get().says(), result, match);
    // Each part that the text answers for speaks for itself.
    List<Optional<String>> parts =
        match.part().isPresent() || told.get().parts().isEmpty()
            ? List.of(match.part())
            : told.get().parts().stream().map(Optional::of).toList();
    return parts.stream().map(part -> new LesionEvidence(fact, says, part, shown(result))).toList();
  }

  private static Evidence shown(Result result) {
    return result.text().isPresent() && result.number().isEmpty()
        ? NarrativeReader.quoted(result, result.text().get())
        : result.evidence();
  }

  /** A test of the whole may tell in its text that it looked for one part. */
  private Optional<String> part(Fact<Presence> fact, Match match, Result result) {
    if (match.part().isPresent() || result.text().isEmpty()) {
      return match.part();
    }
    Words words = Words.of(result.text().get());
    return lesions.stream()
        .filter(lesion -> lesion.fact().equals(fact))
        .flatMap(lesion -> LesionNames.carriedOn(lesion, words).stream())
        .flatMap(named -> named.part().stream())
        .findFirst();
  }

  /** A report may conclude with the code of a subtype that is defined by a lesion. */
  private List<LesionEvidence> concluded(Result result) {
    if (!result.resource().startsWith("DiagnosticReport/")) {
      return List.of();
    }
    boolean concludes = false;
    for (Lesion lesion : lesions) {
      concludes |= DiagnosedLesions.byCode(lesion, result.concepts()).isPresent();
    }
    if (!concludes) {
      return List.of();
    }
    Optional<Answer> words = result.answer();
    if (words.filter(Answer.INDETERMINATE::equals).isPresent()) {
      return List.of();
    }
    boolean denied = words.filter(Answer.ABSENT::equals).isPresent();
    List<LesionEvidence> evidence = new ArrayList<>();
    for (Lesion lesion : lesions) {
      DiagnosedLesions.byCode(lesion, result.concepts())
          .filter(concluded -> concluded == Says.ABSENT || !denied)
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
  private Optional<Match> variant(Lesion lesion, Result result) {
    boolean foreign = lesion.notFusion().stream().anyMatch(result.genes()::contains);
    if (result.fusion() && !foreign) {
      if (!lesion.fusion().isEmpty() && result.genes().containsAll(lesion.fusion())) {
        return Optional.of(Match.whole(true));
      }
      if (lesion.fusionOf().stream().anyMatch(result.genes()::contains)) {
        return Optional.of(Match.whole(result.genes().size() == 1));
      }
    }
    boolean bothGenes =
        !lesion.fusion().isEmpty()
            && result.genes().size() == lesion.fusion().size()
            && result.genes().containsAll(lesion.fusion());
    if (bothGenes
        && !result.fusion()
        && !foreign
        && !SEQUENCE_CHANGE.matcher(result.details()).find()) {
      // Two genes without the type of the change: a fusion, or two genes that were looked at.
      return Optional.of(Match.suggestion());
    }
    boolean mutation = lesion.variantOf().stream().anyMatch(result.genes()::contains);
    boolean other = Words.of(result.details()).containAny(lesion.notVariants());
    if (!mutation || other || result.fusion() || result.benign()) {
      return Optional.empty();
    }
    Match whole = Match.whole(lesion.variantOf().size() == 1);
    return SEQUENCE_CHANGE.matcher(result.details()).find()
        ? Optional.of(whole)
        : copies(lesion, result, whole);
  }

  /** A gene that is lost, gained or there in two copies, without a change of its sequence. */
  private Optional<Match> copies(Lesion lesion, Result result, Match whole) {
    boolean lossOnlySuggests =
        lesion.suggestedByLossOf().stream().anyMatch(result.genes()::contains);
    boolean lostInWords =
        Words.of(result.details()).containAny(terminology.phrases(PhraseList.LOSS_OF_COPIES));
    return switch (result.copyNumber()) {
      case LOST -> Optional.of(lossOnlySuggests ? Match.suggestion() : whole);
      case NORMAL -> Optional.empty();
      case GAINED -> Optional.of(Match.suggestion());
      case NOT_STATED -> Optional.of(lossOnlySuggests && lostInWords ? Match.suggestion() : whole);
    };
  }

  /**
   * By name only where no code is known; a text that says something of other lesions is a
   * narrative, not one answer to all that the test is named for.
   */
  private Map<Fact<Presence>, Match> named(Result result) {
    Map<Fact<Presence>, Match> matches = new LinkedHashMap<>();
    boolean otherKnownTest = !result.concepts().isEmpty() && !result.has(ConceptGroup.FISH_PANELS);
    if (otherKnownTest || result.variant()) {
      return matches;
    }
    Words words = result.name();
    boolean banding =
        Words.of(result.method()).containAny(terminology.phrases(PhraseList.BANDING_STUDIES));
    for (LesionNames.Named lesion : names.in(words)) {
      matches.put(
          lesion.lesion().fact(),
          new Match(
              lesion.part(),
              lesion.whole() && !banding,
              words.containAny(terminology.phrases(PhraseList.TESTS_OF_TRANSCRIPTS)),
              false));
    }
    return matches;
  }

  private Optional<Says> says(Result result, Match match) {
    if (!result.isFinal()) {
      return Optional.of(Says.PENDING);
    }
    Optional<Answer> answer = result.answer().or(() -> counted(result, match));
    if (answer.isEmpty() && result.variant() && result.value() instanceof ResultValue.None) {
      // A variant that is reported without saying that it is present.
      return Optional.of(Says.POSSIBLE);
    }
    return answer.map(
        known ->
            matched(
                switch (known) {
                  case PRESENT -> Says.PRESENT;
                  case INDETERMINATE -> Says.INDETERMINATE;
                  case ABSENT -> Says.ABSENT;
                },
                result,
                match));
  }

  /** A text that is nothing but a sign, or that a coded interpretation contradicts or replaces. */
  private static boolean isCoded(Result result) {
    String text = result.text().orElse("").strip();
    return text.equals("+") || text.equals("-") || result.interpretation().isPresent();
  }

  private Says matched(Says says, Result result, Match match) {
    return switch (says) {
      case PRESENT -> match.suggests() ? Says.POSSIBLE : Says.PRESENT;
      case ABSENT ->
          match.excludes() && !followsTreatment(result, match) ? Says.ABSENT : Says.NOT_SEEN;
      case NOT_SEEN, POSSIBLE, INDETERMINATE, PENDING -> says;
    };
  }

  /**
   * A number of cells or transcripts: compared with the laboratory's own limit; else zero, "less
   * than" and a share of cells that no limit of a laboratory reaches speak.
   */
  private Optional<Answer> counted(Result result, Match match) {
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
    boolean manyCells =
        number.get().unit().contains(PERCENT)
            && comparator.isEmpty()
            && value.compareTo(lowLevelPercent) >= 0;
    return Optional.of(match.monitors() || manyCells ? Answer.PRESENT : Answer.INDETERMINATE);
  }

  private boolean followsTreatment(Result result, Match match) {
    Optional<LocalDate> date = result.date().map(RecordedDate::latest);
    return match.monitors()
        && date.isPresent()
        && firstTreatment.isPresent()
        && date.get().isAfter(firstTreatment.get());
  }
}
