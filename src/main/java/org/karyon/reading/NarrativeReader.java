package org.karyon.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.karyon.facts.Evidence;
import org.karyon.facts.Facts;
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
  private static final List<String> NOT_A_FINDING =
      List.of(
          "probe",
          "probes",
          "assay detects",
          "recommended",
          "recommend",
          "pending",
          "history",
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
          "intact",
          "copies");

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

  private final List<Lesion> lesions;

  NarrativeReader(List<Lesion> lesions) {
    this.lesions = lesions;
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

  List<LesionEvidence> read(Result result) {
    List<LesionEvidence> evidence = new ArrayList<>();
    String text = result.value().shows();
    boolean banding = result.has("karyotype");
    for (Clause clause : Clauses.of(text)) {
      Words words = Words.of(clause.text());
      if (!words.containAny(NOT_A_FINDING)) {
        clause
            .answer()
            .or(() -> found(result))
            .map(answer -> isFewCells(clause.text()) ? withoutPositive(answer) : answer)
            .ifPresent(answer -> read(result, clause, words, answer, banding, evidence));
      }
    }
    return evidence;
  }

  /**
   * A small share of cells may lie under the laboratory's cut-off, which the text need not repeat.
   */
  private static boolean isFewCells(String text) {
    return FEW_PERCENT.matcher(text).find();
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

  private void read(
      Result result,
      Clause clause,
      Words words,
      Answer answer,
      boolean banding,
      List<LesionEvidence> evidence) {
    boolean philadelphiaLike = words.containAny(names(Facts.PH_LIKE.id()));
    for (Lesion lesion : lesions) {
      boolean masked =
          philadelphiaLike
              && (lesion.fact().equals(Facts.BCR_ABL1) || lesion.fact().equals(Facts.ABL_CLASS));
      int named = words.longest(lesion.names());
      int shown = words.longest(lesion.shownBy());
      if (!masked && (named > 0 || shown > 0) && !words.containAny(lesion.notWith())) {
        boolean excludes = named >= shown && !(banding || words.containAny(BANDING));
        says(answer, excludes)
            .ifPresent(
                says ->
                    evidence.add(
                        new LesionEvidence(
                            lesion.fact(),
                            says,
                            LesionReader.part(lesion, words),
                            quoted(result, clause))));
      }
    }
  }

  private static Optional<Says> says(Answer answer, boolean excludes) {
    return switch (answer) {
      case PRESENT -> Optional.of(Says.PRESENT);
      case ABSENT -> Optional.of(excludes ? Says.ABSENT : Says.NOT_SEEN);
      case INDETERMINATE -> Optional.of(Says.INDETERMINATE);
    };
  }

  private List<String> names(String fact) {
    return lesions.stream()
        .filter(lesion -> lesion.fact().id().equals(fact))
        .flatMap(lesion -> lesion.names().stream())
        .toList();
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
