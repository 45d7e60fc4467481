package org.karyon.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a short textual answer; anything that is not plainly a yes or a no stays open. */
final class AnswerWords {

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
          "not done",
          "not performed",
          "not tested",
          "no call",
          "cannot be",
          "could not be",
          "no result",
          "no growth",
          "not evaluable",
          "not interpretable",
          "unsatisfactory",
          "hemodilute",
          "borderline",
          "uncertain",
          "not assessable");
  private static final List<String> NO =
      List.of(
          "not",
          "no",
          "non",
          "negative",
          "neg",
          "absent",
          "absence",
          "without",
          "undetectable",
          "undetected",
          "wild type",
          "wildtype",
          "normal",
          "excluded");
  private static final List<String> YES =
      List.of(
          "positive",
          "pos",
          "detected",
          "present",
          "rearranged",
          "rearrangement",
          "identified",
          "observed",
          "mutated",
          "abnormal",
          "confirmed",
          "detectable",
          "seen",
          "deleted",
          "deletion",
          "alteration",
          "overexpressed",
          "expressed");
  private static final List<String> PLAIN_YES = List.of("positive", "pos");

  private AnswerWords() {}

  static Optional<Answer> read(String text) {
    // A population that lacks CD19 after treatment against it is a finding, not an answer.
    Words words =
        Words.of(
            text.replaceAll("(?i)\\bcd\\d+[ -]?neg(ative)?\\b", "")
                .replaceAll("(?i)\\bnot negative\\b", "positive"));
    String plain = text.strip().toLowerCase(Locale.ROOT);
    if (plain.equals("+") || plain.equals("-")) {
      return Optional.of(plain.equals("+") ? Answer.PRESENT : Answer.ABSENT);
    }
    if (words.containAny(OPEN)) {
      return Optional.of(Answer.INDETERMINATE);
    }
    if (words.containAny(NO)) {
      return Optional.of(words.containAny(PLAIN_YES) ? Answer.INDETERMINATE : Answer.ABSENT);
    }
    return words.containAny(YES) ? Optional.of(Answer.PRESENT) : Optional.empty();
  }
}
