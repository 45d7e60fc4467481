package org.karyon.reading.genetics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.Lineage;
import org.karyon.facts.Presence;
import org.karyon.guideline.Guideline;
import org.karyon.iscn.CloneReport;
import org.karyon.iscn.KaryotypeReport;
import org.karyon.iscn.Karyotypes;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureCall;
import org.karyon.iscn.report.KaryotypeThresholds;
import org.karyon.iscn.report.Token;
import org.karyon.iscn.report.TokenKind;
import org.karyon.reading.genetics.LesionEvidence.Says;
import org.karyon.reading.resources.Result;
import org.karyon.reading.words.Answer;
import org.karyon.terminology.PhraseList;

/** Turns a karyotype or FISH text into what it says of the lesions, with the words that show it. */
public final class KaryotypeInterpreter {

  /**
   * A karyotype inside a report: a number of chromosomes, a comma and the sex chromosomes, up to
   * the end of the line.
   */
  private static final Pattern INSIDE_A_REPORT =
      Pattern.compile("\\b\\d{2}(?:[~-]\\d{2})?(?:<\\dn>)?, ?[XY][^\\r\\n]{0,2000}");

  private static final int MOST_QUOTES = 4;
  private static final Set<TokenKind> MOLECULAR =
      Set.of(TokenKind.FISH_SIGNAL, TokenKind.OTHER_TECHNIQUE);

  private final KaryotypeThresholds thresholds;
  private final Map<Feature, Fact<Presence>> facts;
  private final List<String> ofAnotherTime;

  public KaryotypeInterpreter(Guideline guideline) {
    this.thresholds = KaryotypeLimits.of(guideline);
    this.facts = Lesions.facts(guideline.lesions());
    this.ofAnotherTime = guideline.terminology().phrases(PhraseList.EARLIER_ON_A_LINE);
  }

  /**
   * What a text says.
   *
   * @param text the notation as it was written
   * @param interpretable whether anything could be read as a karyotype or FISH result
   * @param banded whether it holds a karyotype
   * @param molecular whether it holds a FISH or array result
   * @param changed whether it lists any acquired change
   * @param adequate whether a karyotype was examined and read well enough to exclude anything
   * @param evidence what it says of the lesions
   * @param freeText the sentences around the notation
   * @param remarks what a clinician should know of the text
   */
  public record NotationReading(
      String text,
      boolean interpretable,
      boolean banded,
      boolean molecular,
      boolean changed,
      boolean adequate,
      List<LesionEvidence> evidence,
      List<String> freeText,
      List<String> remarks) {

    private NotationReading within(ReportLines report) {
      List<String> told = new ArrayList<>();
      told.add(String.join("\n", report.before()));
      told.addAll(freeText);
      told.add(String.join("\n", report.after()));
      return new NotationReading(
          text, interpretable, banded, molecular, changed, adequate, evidence, told, remarks);
    }
  }

  /** What each notation of a text says; the sentences of a report are beside its first. */
  List<NotationReading> readAll(String text, Result result, Optional<Lineage> lineage) {
    ReportLines report = ReportLines.of(text, ofAnotherTime);
    List<NotationReading> readings = new ArrayList<>();
    for (String notation : report.notations()) {
      NotationReading reading = read(notation, result, lineage);
      boolean first = readings.stream().noneMatch(NotationReading::interpretable);
      readings.add(first ? reading.within(report) : reading);
    }
    return readings;
  }

  private NotationReading read(String text, Result result, Optional<Lineage> lineage) {
    KaryotypeReport whole = Karyotypes.read(text, thresholds);
    if (whole.interpretable()) {
      return reading(whole, whole.freeText(), result, lineage);
    }
    Matcher inside = INSIDE_A_REPORT.matcher(text);
    if (inside.find()) {
      KaryotypeReport part = Karyotypes.read(inside.group(), thresholds);
      if (part.interpretable()) {
        List<String> around = new ArrayList<>(part.freeText());
        around.add(text.substring(0, inside.start()));
        around.add(text.substring(inside.end()));
        return reading(part, around, result, lineage);
      }
    }
    return new NotationReading(
        text,
        false,
        false,
        false,
        false,
        false,
        List.of(),
        List.of(),
        List.of(
            "The text is not a karyotype that can be read ("
                + whole.notInterpretableReason().orElse("not recognised")
                + "); what it shows is unknown."));
  }

  private NotationReading reading(
      KaryotypeReport report, List<String> freeText, Result result, Optional<Lineage> lineage) {
    List<LesionEvidence> evidence = new ArrayList<>();
    facts.forEach(
        (feature, fact) ->
            says(feature, report.feature(feature), lineage)
                .flatMap(says -> asVariant(says, result))
                .map(
                    says ->
                        new LesionEvidence(
                            fact, says, Optional.empty(), quoted(report.feature(feature), result)))
                .ifPresent(evidence::add));
    return new NotationReading(
        notation(report),
        true,
        report.clones().stream()
            .anyMatch(
                clone -> clone.role() != CloneReport.Role.DONOR && clone.chromosomes().isPresent()),
        report.tokens().stream().anyMatch(token -> MOLECULAR.contains(token.kind())),
        report.abnormalities().listed().orElse(0) > 0,
        report.excludes(),
        evidence,
        freeText,
        remarks(report));
  }

  /** From the first to the last piece that is no sentence. */
  private static String notation(KaryotypeReport report) {
    List<Token> written =
        report.tokens().stream().filter(token -> token.kind() != TokenKind.PROSE).toList();
    return written.isEmpty()
        ? report.text().strip()
        : report.text().substring(written.getFirst().start(), written.getLast().end()).strip();
  }

  /** The notation of a variant that is reported as absent names what was looked for. */
  private static Optional<Says> asVariant(Says says, Result result) {
    Optional<Answer> answer = result.variant() ? result.answer() : Optional.empty();
    boolean finding = says == Says.PRESENT || says == Says.POSSIBLE;
    if (!finding || answer.isEmpty()) {
      return Optional.of(says);
    }
    return switch (answer.get()) {
      case PRESENT -> Optional.of(says);
      case ABSENT -> Optional.of(Says.NOT_SEEN);
      case INDETERMINATE -> Optional.of(Says.INDETERMINATE);
    };
  }

  private static Optional<Says> says(Feature feature, FeatureCall call, Optional<Lineage> lineage) {
    boolean otherGene =
        feature == Feature.IGH_REARRANGED && lineage.filter(Lineage.T::equals).isPresent();
    return switch (call.state()) {
      // In T-ALL a break at 14q32 is as likely TCL1A or BCL11B.
      case PRESENT -> Optional.of(otherGene ? Says.POSSIBLE : Says.PRESENT);
      case POSSIBLE -> Optional.of(Says.POSSIBLE);
      case ABSENT -> Optional.of(Says.ABSENT);
      case NOT_ASSESSABLE -> Optional.empty();
    };
  }

  /** The exact words of the text, and in words what was read. */
  private static Evidence quoted(FeatureCall call, Result result) {
    // Clones that were examined may be written alike, and are quoted once.
    List<String> texts =
        call.evidence().stream().map(org.karyon.iscn.report.Excerpt::text).distinct().toList();
    String quotes =
        texts.stream().limit(MOST_QUOTES).collect(Collectors.joining(" "))
            + (texts.size() > MOST_QUOTES ? " \u2026" : "");
    return new Evidence(
        result.resource(),
        result.words(),
        quotes.isEmpty() ? call.reason() : quotes + ": " + call.reason(),
        result.date());
  }

  private List<String> remarks(KaryotypeReport report) {
    List<String> remarks = new ArrayList<>();
    if (!report.unknown().isEmpty()) {
      remarks.add(
          "These parts of the karyotype were not understood: "
              + String.join(" ", report.unknown())
              + ".");
    }
    report.warnings().stream()
        .filter(warning -> !warning.startsWith(KaryotypeReport.FREE_TEXT))
        .limit(MOST_QUOTES)
        .forEach(remarks::add);
    return remarks;
  }
}
