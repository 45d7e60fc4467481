package org.karyon.reading.genetics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.Presence;
import org.karyon.guideline.Lesion;
import org.karyon.reading.genetics.LesionEvidence.Says;
import org.karyon.reading.resources.Result;
import org.karyon.reading.words.Answer;
import org.karyon.reading.words.AnswerWords;
import org.karyon.reading.words.Clauses;
import org.karyon.reading.words.Clauses.Clause;
import org.karyon.reading.words.ReportVocabulary;
import org.karyon.reading.words.StatedAnswer;
import org.karyon.reading.words.Words;

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
          "mutation",
          "subtype");
  private static final List<String> BANDING =
      List.of(
          "karyotype",
          "karyotyping",
          "banding",
          "g banded",
          "metaphase",
          "metaphases",
          "chromosome analysis",
          "chromosomes",
          "cytogenetic analysis",
          "conventional cytogenetics");
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
          "no abnormality",
          "no abnormalities",
          "no rearrangement",
          "no rearrangements",
          "no fusion",
          "no fusions",
          "rearrangement was",
          "rearrangement detected",
          "normal pattern",
          "normal signal pattern",
          "normal signal patterns",
          "normal hybridization pattern",
          "normal hybridisation pattern");

  private static final List<String> FINDINGS =
      List.of(
          "gene fusion",
          "fusion gene",
          "fusion",
          "fusions",
          "gene fusions",
          "fusions detected",
          "genetic abnormalities",
          "genetic lesions",
          "molecular subtype",
          "genetic subtype",
          "subtype classification",
          "expression subtype");

  private static final List<String> PROBED =
      List.of("fish", "in situ hybridization", "break apart");

  private static final int LONGEST_QUOTE = 300;

  private final LesionNames names;
  private final StatedAnswer stated;

  NarrativeReader(List<Lesion> lesions) {
    this.names = new LesionNames(lesions);
    this.stated = new StatedAnswer(new ReportVocabulary(lesions));
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
    return result.text().isPresent() && (named || report) && result.isFinal();
  }

  /**
   * What the sentences of a result say.
   *
   * @param result the result
   * @param texts its value, or the sentences around a notation
   * @param banded whether the result holds a karyotype, so that its sentences speak of banding
   *     unless they name another method
   * @return what they say of the lesions
   */
  List<LesionEvidence> read(Result result, List<String> texts, boolean banded) {
    boolean banding = banded || result.has("karyotype") || isBanding(Words.of(result.words()));
    List<Clause> clauses = texts.stream().flatMap(text -> Clauses.of(text).stream()).toList();
    Telling telling = new Telling(result, clauses, banding);
    clauses.forEach(telling::add);
    return telling.settled();
  }

  private static boolean isBanding(Words words) {
    return words.containAny(BANDING);
  }

  private static boolean isFinding(Words words) {
    boolean onlyAProbe = words.containAny(PROBE) && !words.containAny(RESULT_OF_A_PROBE);
    return !onlyAProbe && !words.containAny(NOT_A_FINDING);
  }

  /** What one narrative tells, clause by clause, and what a clause leaves for the next. */
  private final class Telling {

    private final Result result;
    private final boolean listsFindings;
    private final boolean answersApart;
    private final boolean probed;
    private final List<LesionEvidence> evidence = new ArrayList<>();
    private final Set<Fact<Presence>> doubted = new LinkedHashSet<>();
    private boolean banding;
    private List<LesionNames.Named> subjects;

    Telling(Result result, List<Clause> clauses, boolean banding) {
      Words name = Words.of(result.words());
      this.result = result;
      this.listsFindings = name.containAny(FINDINGS);
      this.answersApart = clauses.stream().anyMatch(clause -> AnswerWords.isBare(clause.text()));
      this.probed = result.has("fish-panel") || name.containAny(PROBED);
      this.banding = banding;
      this.subjects = names.in(name);
    }

    void add(Clause clause) {
      Words words = Words.of(GeneLists.spelledOut(clause.text()));
      Words sentence = Words.of(clause.sentence());
      List<LesionNames.Named> named = named(words, sentence);
      boolean molecular = sentence.containAny(MOLECULAR);
      if (named.isEmpty() && (molecular || isBanding(sentence))) {
        // A heading names the method of what follows.
        banding = !molecular;
      }
      if (!named.isEmpty() && isFinding(words)) {
        boolean byBanding = (banding || isBanding(words)) && !molecular;
        stated
            .of(clause, listsFindings, answersApart)
            .ifPresent(answer -> named.forEach(one -> says(one, clause, words, answer, byBanding)));
        subjects = named;
      }
    }

    private List<LesionNames.Named> named(Words words, Words sentence) {
      List<LesionNames.Named> named = names.in(words);
      boolean rearrangements =
          probed
              || sentence.containAny(PROBED)
              || named.stream().anyMatch(one -> !one.lesion().fusion().isEmpty());
      List<LesionNames.Named> all = rearrangements ? names.in(words, true) : named;
      return all.isEmpty()
          ? subjects.stream()
              .flatMap(subject -> LesionNames.carriedOn(subject.lesion(), words).stream())
              .toList()
          : all;
    }

    private void says(
        LesionNames.Named lesion, Clause clause, Words words, Answer answer, boolean byBanding) {
      Fact<Presence> fact = lesion.lesion().fact();
      Says says = AnswerScope.of(answer, lesion, words, byBanding);
      if (AnswerWords.isOpen(clause.text())) {
        doubted.add(fact);
      }
      evidence.add(new LesionEvidence(fact, says, lesion.part(), quoted(result, clause)));
    }

    /** "Not detected" and "cannot be excluded" of one lesion in one text exclude nothing. */
    List<LesionEvidence> settled() {
      return evidence.stream()
          .map(
              said ->
                  said.says() == Says.ABSENT && doubted.contains(said.lesion())
                      ? new LesionEvidence(
                          said.lesion(), Says.NOT_SEEN, said.part(), said.evidence())
                      : said)
          .toList();
    }
  }

  /** The card quotes the clause that says it, not the whole report. */
  private static Evidence quoted(Result result, Clause clause) {
    String words = clause.text().strip();
    String quote =
        words.length() > LONGEST_QUOTE ? words.substring(0, LONGEST_QUOTE) + " \u2026" : words;
    return new Evidence(
        result.resource(),
        result.words(),
        clause.opening().map(NarrativeReader::cue).orElse("") + quote,
        result.date());
  }

  private static String cue(Answer opening) {
    return switch (opening) {
      case PRESENT -> "positive for ";
      case ABSENT -> "negative for ";
      case INDETERMINATE -> "";
    };
  }
}
