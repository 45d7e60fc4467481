package org.karyon.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.karyon.facts.Evidence;
import org.karyon.guideline.Lesion;
import org.karyon.reading.Clauses.Clause;
import org.karyon.reading.LesionEvidence.Says;

/** Reads what a narrative result or a report's conclusion says of lesions, clause by clause. */
final class NarrativeReader {

  private static final List<String> GENETIC =
      List.of(
          "fish",
          "cytogenetics",
          "cytogenetic",
          "molecular",
          "genetic",
          "genetics",
          "fusion",
          "sequencing",
          "rna seq",
          "rnaseq",
          "transcriptome",
          "gene expression",
          "expression profile",
          "expression profiling",
          "microarray",
          "pcr",
          "rt pcr",
          "ngs",
          "mlpa",
          "array",
          "karyotype",
          "chromosome",
          "rearrangement",
          "mutation");
  private static final List<String> BANDING =
      List.of("karyotype", "banding", "g banded", "metaphase", "metaphases", "chromosome analysis");
  private static final List<String> MOLECULAR =
      List.of(
          "fish",
          "in situ hybridization",
          "pcr",
          "ngs",
          "sequencing",
          "interphase",
          "nuclei",
          "signal",
          "signals",
          "cut off",
          "cutoff");
  private static final List<String> NOT_A_FINDING =
      List.of(
          "assay detects",
          "recommended",
          "recommend",
          "pending",
          "rule out",
          "monitoring",
          "sensitivity",
          "testing",
          "requested",
          "evaluate",
          "evaluation",
          "sent",
          "study",
          "indication",
          "if",
          "associated",
          "prognosis",
          "outcome",
          "donor",
          "control",
          "controls",
          "intact",
          "copies");

  /** A probe is named with what it can see; only a plain result beside it is a finding. */
  private static final List<String> PROBE = List.of("probe", "probes");

  private static final List<String> RESULT_OF_A_PROBE =
      List.of(
          "negative",
          "positive",
          "not detected",
          "not seen",
          "no evidence",
          "normal pattern",
          "normal signal pattern",
          "normal hybridization pattern");

  private static final List<String> EARLIER = List.of("history", "previous", "previously", "prior");

  /** A gained or lost signal of a probe is no rearrangement. */
  private static final List<String> COPIES =
      List.of(
          "gain",
          "gains",
          "loss",
          "extra",
          "additional",
          "copy",
          "deletion",
          "deleted",
          "trisomy",
          "tetrasomy",
          "monosomy",
          "duplication",
          "amplification",
          "abnormal");

  private static final List<String> JOINED =
      List.of(
          "fusion",
          "fusions",
          "rearranged",
          "rearrangement",
          "rearrangements",
          "translocation",
          "split",
          "positive");

  /** The limit that a laboratory states is not the share of cells that it found. */
  private static final Pattern LIMIT =
      Pattern.compile(
          "(?i)(?:cut-? ?off|threshold|limit|normal range)[^.;,%]{0,30}?\\d{1,3}(?:[.,]\\d{1,4})?"
              + " ?%|[<>≤≥] ?\\d{1,3}(?:[.,]\\d{1,4})? ?%");

  private static final Pattern FEW_PERCENT =
      Pattern.compile("(?<![\\d.,])[0-4](?:[.,]\\d{1,4})? ?%");

  private static final List<String> FINDINGS =
      List.of(
          "gene fusion",
          "fusion gene",
          "fusion",
          "fusions",
          "gene fusions",
          "fusions detected",
          "genetic abnormalities",
          "genetic lesions");

  private final LesionNames names;

  NarrativeReader(List<Lesion> lesions) {
    this.names = new LesionNames(lesions);
  }

  /**
   * Whether a result is a genetic narrative: one whose name is no single lesion and whose value is
   * a text.
   */
  boolean isNarrative(Result result) {
    boolean report = result.resource().startsWith("DiagnosticReport/");
    boolean named =
        result.has("fish-panel")
            || result.has("karyotype")
            || result.has("variant")
            || result.has("chromosomal-microarray")
            || Words.of(result.words()).containAny(GENETIC);
    return result.value() instanceof ResultValue.Text && (named || report) && result.isFinal();
  }

  /** What a text of the result says: its value, or the sentences around a notation. */
  List<LesionEvidence> read(Result result, String text) {
    List<LesionEvidence> evidence = new ArrayList<>();
    for (Clause clause : Clauses.of(text)) {
      Words words = Words.of(GeneLists.spelledOut(clause.text()));
      if (isFinding(words)) {
        clause
            .answer()
            .or(() -> found(result))
            .map(answer -> isFewCells(clause.text()) ? withoutPositive(answer) : answer)
            .ifPresent(answer -> evidence.addAll(says(result, clause, words, answer)));
      }
    }
    return evidence;
  }

  private static boolean isFinding(Words words) {
    boolean onlyAProbe = words.containAny(PROBE) && !words.containAny(RESULT_OF_A_PROBE);
    return !onlyAProbe && !words.containAny(NOT_A_FINDING);
  }

  /**
   * A small share of cells may lie under the laboratory's cut-off, which the text need not repeat.
   */
  private static boolean isFewCells(String text) {
    return FEW_PERCENT.matcher(LIMIT.matcher(text).replaceAll("")).find();
  }

  private static Answer withoutPositive(Answer answer) {
    return answer == Answer.PRESENT ? Answer.INDETERMINATE : answer;
  }

  /** "Gene fusion: BCR::ABL1" has no verb; what such a result names was found. */
  private static Optional<Answer> found(Result result) {
    return Words.of(result.words()).containAny(FINDINGS)
        ? Optional.of(Answer.PRESENT)
        : Optional.empty();
  }

  private List<LesionEvidence> says(Result result, Clause clause, Words words, Answer answer) {
    boolean named = result.has("karyotype") || Words.of(result.words()).containAny(BANDING);
    boolean banding =
        (named || words.containAny(BANDING)) && !Words.of(clause.sentence()).containAny(MOLECULAR);
    List<LesionEvidence> evidence = new ArrayList<>();
    for (LesionNames.Named lesion : names.in(words)) {
      Says says = says(answer, lesion, words, banding);
      evidence.add(
          new LesionEvidence(lesion.lesion().fact(), says, lesion.part(), quoted(result, clause)));
    }
    return evidence;
  }

  private static Says says(Answer answer, LesionNames.Named named, Words words, boolean banding) {
    return switch (answer) {
      case PRESENT -> {
        if (isOnlyCopies(named.lesion(), words)) {
          yield Says.INDETERMINATE;
        }
        yield words.containAny(EARLIER) ? Says.POSSIBLE : Says.PRESENT;
      }
      case ABSENT ->
          named.whole() && !banding && !words.containAny(EARLIER) ? Says.ABSENT : Says.NOT_SEEN;
      case INDETERMINATE -> Says.INDETERMINATE;
    };
  }

  private static boolean isOnlyCopies(Lesion lesion, Words words) {
    boolean fusion = !lesion.fusion().isEmpty() || !lesion.fusionOf().isEmpty();
    return fusion
        && lesion.variantOf().isEmpty()
        && words.containAny(COPIES)
        && !words.containAny(JOINED);
  }

  /** The card quotes the clause that says it, not the whole report. */
  private static Evidence quoted(Result result, Clause clause) {
    String words =
        clause
            .opening()
            .map(opening -> (opening == Answer.ABSENT ? "negative for " : "positive for "))
            .orElse("");
    return new Evidence(
        result.resource(), result.words(), words + clause.text().strip(), result.date());
  }
}
