package org.karyon.reading.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a short textual answer. A no needs a closed phrase such as "not detected" or "no evidence";
 * any other "no" or "not" ("not reported", "no specimen") and whatever is neither a yes nor a no
 * stays open.
 */
public final class AnswerWords {

  /** How many words may stand between "no" or "not" and the word that it denies. */
  private static final int REACH = 12;

  private static final Pattern SENTENCE_END =
      Pattern.compile("[\\n\\r]+|;(?![\\dXYpq.;?]{1,20}\\))|\\.(?=\\s|$)");

  private static final List<String> OPEN =
      List.of(
          "pending",
          "insufficient",
          "inadequate",
          "failed",
          "failure",
          "indeterminate",
          "equivocal",
          "inconclusive",
          "suspicious",
          "no call",
          "cannot",
          "could not be",
          "no result",
          "no growth",
          "unsatisfactory",
          "hemodilute",
          "borderline",
          "uncertain",
          "not excluded",
          "to be excluded",
          "to exclude",
          "possible",
          "possibly",
          "probable",
          "probably",
          "suggestive",
          "suspected",
          "likely",
          "unlikely",
          "query",
          "unsuccessful",
          "not ruled out",
          "not tested",
          "not examined",
          "not done",
          "not performed",
          "not analysed",
          "not analyzed",
          "not evaluated",
          "not assessed",
          "not scored",
          "not requested",
          "not informative",
          "no rna",
          "no dna",
          "no fish",
          "no pcr",
          "no sequencing",
          "no test",
          "no tests",
          "no testing",
          "no analysis",
          "no study",
          "no studies",
          "no karyotype",
          "no metaphases",
          "no nuclei",
          "no cells",
          "no sample",
          "no specimen",
          "no probe",
          "no probes",
          "normal range",
          "not assessable",
          "see report");
  private static final List<String> NO =
      List.of(
          "negative",
          "neg",
          "absent",
          "absence",
          "undetectable",
          "undetected",
          "non detected",
          "wild type",
          "wildtype",
          "excluded",
          "lacking",
          "free of",
          "non rearranged",
          "ruled out",
          "normal pattern",
          "normal patterns",
          "normal signal pattern",
          "normal signal patterns",
          "normal hybridization pattern",
          "normal hybridization patterns",
          "normal hybridisation pattern",
          "normal hybridisation patterns",
          "normal fish pattern",
          "below the cut off",
          "below cut off",
          "below the cutoff",
          "below cutoff",
          "within the cut off",
          "within the cutoff",
          "below the threshold",
          "normal result",
          "within normal limits");
  private static final List<String> DENIALS =
      List.of("not", "no", "without", "none", "neither", "nor", "lack", "lacks");
  private static final List<String> DENIED =
      List.of(
          "detected",
          "identified",
          "seen",
          "present",
          "observed",
          "found",
          "rearranged",
          "amplified",
          "mutated",
          "deleted",
          "expressed",
          "evident",
          "demonstrated",
          "noted",
          "altered",
          "evidence",
          "rearrangement",
          "rearrangements",
          "fusion",
          "fusions",
          "deletion",
          "deletions",
          "mutation",
          "mutations",
          "variant",
          "variants",
          "abnormality",
          "abnormalities",
          "amplification",
          "translocation",
          "transcript",
          "transcripts",
          "residual",
          "detectable",
          "alteration",
          "alterations",
          "loss",
          "gain",
          "lesion",
          "lesions",
          "split",
          "splits",
          "separation");
  private static final List<String> YES =
      List.of(
          "positive",
          "pos",
          "detected",
          "present",
          "rearranged",
          "identified",
          "observed",
          "mutated",
          "abnormal",
          "confirmed",
          "detectable",
          "seen",
          "deleted",
          "deletion",
          "overexpressed",
          "expressed");
  private static final List<String> VERDICTS =
      YES.stream().filter(word -> !word.equals("deletion")).toList();

  /** What an answer that stands alone on its line may be made of. */
  private static final Set<String> BARE =
      Set.of(
          "not",
          "none",
          "non",
          "detected",
          "undetected",
          "negative",
          "neg",
          "positive",
          "pos",
          "present",
          "absent",
          "normal",
          "abnormal",
          "seen",
          "identified",
          "observed",
          "rearranged",
          "result",
          "in",
          "of",
          "nuclei",
          "cells",
          "interphase");

  private static final List<String> PLAIN_YES = List.of("positive", "pos");
  private static final List<String> LIMIT = List.of("cut off", "cutoff");

  private AnswerWords() {}

  public static Optional<Answer> read(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    if (plain.equals("+") || plain.equals("-")) {
      return Optional.of(plain.equals("+") ? Answer.PRESENT : Answer.ABSENT);
    }
    // A population that lacks CD19 after treatment against it is a finding, not an answer.
    String answer =
        text.replaceAll("(?i)\\bcd\\d{1,3}[ -]?neg(ative)?\\b", "")
            .replaceAll("(?i)\\bnot negative\\b", "positive");
    Words words = Words.of(answer);
    if (words.containAny(OPEN)) {
      return Optional.of(Answer.INDETERMINATE);
    }
    if (text.contains("?") || text.contains("(-)")) {
      return Optional.of(Answer.INDETERMINATE);
    }
    boolean denied = isDenied(answer);
    if (denied || words.containAny(NO) || plain.equals("normal") || plain.equals("none")) {
      return Optional.of(words.containAny(PLAIN_YES) ? Answer.INDETERMINATE : Answer.ABSENT);
    }
    if (words.containAny(DENIALS)) {
      return Optional.of(Answer.INDETERMINATE);
    }
    return words.containAny(YES) ? Optional.of(beside(words)) : Optional.empty();
  }

  /**
   * The answer of a part of a sentence, where it has a verdict of its own: a noun such as
   * "deletion" is none, nor is a "no" whose noun follows in another part.
   */
  static Optional<Answer> verdict(String part) {
    Words words = Words.of(part);
    boolean opens = words.containAny(List.of("no", "without")) && !isDenied(part);
    Optional<Answer> answer = read(part);
    return opens || isOnlyNoun(part) ? Optional.empty() : answer;
  }

  /**
   * Whether a yes rests on the noun "deletion" alone, which a heading or a method names as well.
   */
  static boolean isOnlyNoun(String text) {
    Words words = Words.of(text);
    return words.contain("deletion")
        && !words.containAny(VERDICTS)
        && read(text).filter(Answer.PRESENT::equals).isPresent();
  }

  /** Whether a text doubts, waits or fails in so many words. */
  public static boolean isOpen(String text) {
    return Words.of(text).containAny(OPEN);
  }

  /** Whether a line is an answer and nothing else: "Not detected", "Positive (80 % of nuclei)". */
  public static boolean isBare(String line) {
    List<String> words = List.of(Words.normal(line).split(" ", -1));
    return read(line).isPresent()
        && words.stream()
            .allMatch(word -> BARE.contains(word) || word.chars().allMatch(Character::isDigit));
  }

  /** A share of cells beside a limit is a yes only where the text says so. */
  private static Answer beside(Words words) {
    return words.containAny(LIMIT) && !words.containAny(PLAIN_YES)
        ? Answer.INDETERMINATE
        : Answer.PRESENT;
  }

  private static boolean isDenied(String text) {
    return SENTENCE_END.splitAsStream(text).anyMatch(AnswerWords::isDeniedInSentence);
  }

  private static boolean isDeniedInSentence(String sentence) {
    List<String> words = List.of(Words.normal(sentence).split(" ", -1));
    for (int index = 0; index < words.size(); index++) {
      if (DENIALS.contains(words.get(index))) {
        int end = Math.min(words.size(), index + 1 + REACH);
        if (words.subList(index + 1, end).stream().anyMatch(DENIED::contains)) {
          return true;
        }
      }
    }
    return false;
  }
}
