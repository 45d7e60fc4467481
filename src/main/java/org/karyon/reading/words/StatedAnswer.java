package org.karyon.reading.words;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.karyon.reading.words.Clauses.Clause;

/**
 * The answer that a clause of a narrative states: by its verdict ("not detected"), by a verb that
 * shows a finding ("revealed a fusion"), or as a finding without a verb that is concrete enough to
 * be one ("TP53 p.R175H mutation, VAF 45 %", "loss of IKZF1").
 */
public final class StatedAnswer {

  private static final List<String> SHOWS =
      List.of(
          "found",
          "show",
          "showed",
          "shows",
          "revealed",
          "reveals",
          "demonstrated",
          "demonstrates",
          "harbors",
          "harbored",
          "harbours",
          "carries",
          "carried");

  private static final List<String> SHOWN =
      List.of(
          "fusion",
          "fusions",
          "rearrangement",
          "rearrangements",
          "rearranged",
          "translocation",
          "split",
          "deletion",
          "deleted",
          "loss",
          "mutation",
          "mutated",
          "variant",
          "pathogenic");

  private static final Pattern TWO_GENES = Pattern.compile("\\w::\\w|\\bt\\(");

  /** A change of sequence, a lost gene, or a share of cells or alleles. */
  private static final Pattern CONCRETE =
      Pattern.compile(
          "\\bp\\.\\(?[A-Z*]|\\bc\\.[\\d*-]|(?i:\\b(?:loss|deletions?) of\\b|\\bdeletions?\\b"
              + "|\\bdel\\b|\\bloss\\b|\\bpathogenic\\b"
              + "|\\d ?% (?:of )?(?:\\w{1,20} ){0,2}(?:nuclei|cells|interphases|metaphases|blasts)"
              + "|\\bVAF\\b[^\\d]{0,4}\\d)");

  /** What only heads a list, or asks. */
  private static final Pattern HEADING = Pattern.compile("[:=_-]\\s*$");

  /** The limit that a laboratory states is not the share of cells that it found. */
  private static final Pattern LIMIT =
      Pattern.compile(
          "(?i)(?:cut-? ?off|threshold|limit|normal range)[^.;,%]{0,30}?\\d{1,3}(?:[.,]\\d{1,4})?"
              + " ?%|[<>\u2264\u2265] ?\\d{1,3}(?:[.,]\\d{1,4})? ?%");

  private static final Pattern FEW_PERCENT =
      Pattern.compile("(?<![\\d.,])[0-4](?:[.,]\\d{1,4})? ?%");

  /** Beside these a yes may mean that nothing, or next to nothing, was seen. */
  private static final List<String> BARELY = List.of("normal", "low level");

  private final ReportVocabulary vocabulary;

  public StatedAnswer(ReportVocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * The answer of one clause.
   *
   * @param clause the clause
   * @param listsFindings whether everything that the result lists was found
   * @param answersApart whether answers stand on lines of their own, so that a name alone is a
   *     question
   * @return its answer; indeterminate where its sentence holds a word that is not understood
   */
  public Optional<Answer> of(Clause clause, boolean listsFindings, boolean answersApart) {
    return said(clause)
        .or(() -> shown(clause))
        .or(() -> answersApart ? Optional.empty() : finding(clause, listsFindings))
        .map(answer -> understood(clause, answer));
  }

  private static Optional<Answer> said(Clause clause) {
    return clause
        .opening()
        .or(
            () ->
                AnswerWords.isOnlyNoun(clause.text())
                    ? Optional.empty()
                    : AnswerWords.read(clause.text()));
  }

  private static Optional<Answer> shown(Clause clause) {
    Words words = Words.of(clause.text());
    boolean finding = words.containAny(SHOWN) || TWO_GENES.matcher(clause.text()).find();
    return finding && words.containAny(SHOWS) ? Optional.of(Answer.PRESENT) : Optional.empty();
  }

  private Optional<Answer> finding(Clause clause, boolean listsFindings) {
    String text = LIMIT.matcher(clause.text()).replaceAll("");
    boolean concrete = listsFindings || CONCRETE.matcher(text).find();
    return concrete
            && !HEADING.matcher(text).find()
            && vocabulary.isMadeOfFindings(clause.sentence())
        ? Optional.of(Answer.PRESENT)
        : Optional.empty();
  }

  private Answer understood(Clause clause, Answer answer) {
    if (!vocabulary.understands(clause.sentence())) {
      return Answer.INDETERMINATE;
    }
    boolean doubtful = isFewCells(clause.text()) || Words.of(clause.text()).containAny(BARELY);
    return answer == Answer.PRESENT && doubtful ? Answer.INDETERMINATE : answer;
  }

  /**
   * A small share of cells may lie under the laboratory's cut-off, which the text need not repeat.
   */
  private static boolean isFewCells(String text) {
    return FEW_PERCENT.matcher(LIMIT.matcher(text).replaceAll("")).find();
  }
}
