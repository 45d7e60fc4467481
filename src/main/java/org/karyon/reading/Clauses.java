package org.karyon.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a narrative into clauses that each say one thing, because a negation reaches to the end of
 * its clause and no further: "negative for BCR::ABL1; positive for KMT2A".
 */
final class Clauses {

  private static final int LONGEST = 20_000;
  private static final Pattern BREAK =
      // The semicolon of "t(12;21)" parts nothing.
      Pattern.compile(
          "(?:;(?![\\dXYpq.;?]{1,20}\\))|[\\n"
              + "\\r"
              + "])+|\\.(?=\\s|$)|\\b(?:but|however|whereas|although)\\b");
  private static final Pattern CUE =
      Pattern.compile(
          "\\b(?:(?:is|are|was|were) )?(?:positive|negative) for\\b|\\b(?:no|without)(?: \\w+){0,2}"
              + " evidence (?:of|for)\\b",
          Pattern.CASE_INSENSITIVE);

  private Clauses() {}

  /** A clause: its text, and the answer that its opening words give to all that follows. */
  record Clause(String text, Optional<Answer> opening) {

    /** The answer of the clause: by its opening words, else by its words as a whole. */
    Optional<Answer> answer() {
      return opening.or(() -> AnswerWords.read(text));
    }
  }

  static List<Clause> of(String narrative) {
    String text = narrative.length() > LONGEST ? narrative.substring(0, LONGEST) : narrative;
    List<Clause> clauses = new ArrayList<>();
    for (String sentence : BREAK.split(text, -1)) {
      if (!sentence.isBlank()) {
        clauses.addAll(byCue(sentence));
      }
    }
    return clauses;
  }

  private static List<Clause> byCue(String sentence) {
    List<Clause> clauses = new ArrayList<>();
    Matcher matcher = CUE.matcher(sentence);
    int start = 0;
    Optional<Answer> opening = Optional.empty();
    while (matcher.find()) {
      add(clauses, sentence.substring(start, matcher.start()), opening);
      start = matcher.end();
      opening = Optional.of(said(matcher.group()));
    }
    add(clauses, sentence.substring(start), opening);
    return clauses;
  }

  private static Answer said(String cue) {
    return Words.of(cue).containAny(List.of("negative", "no", "without"))
        ? Answer.ABSENT
        : Answer.PRESENT;
  }

  private static void add(List<Clause> clauses, String text, Optional<Answer> opening) {
    List<String> parts = List.of(text.split(",", -1));
    List<Optional<Answer>> own = parts.stream().map(AnswerWords::read).toList();
    boolean several = own.stream().filter(Optional::isPresent).count() > 1;
    if (!text.isBlank() && !several) {
      clauses.add(new Clause(text, opening));
      return;
    }
    // "A not detected, B detected": where parts answer for themselves, none answers for another.
    for (int index = 0; index < parts.size(); index++) {
      Optional<Answer> current = own.get(index).or(() -> Optional.of(Answer.INDETERMINATE));
      if (!parts.get(index).isBlank()) {
        clauses.add(new Clause(parts.get(index), current));
      }
    }
  }
}
