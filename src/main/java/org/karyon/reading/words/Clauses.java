package org.karyon.reading.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a narrative into clauses that each say one thing, because a negation reaches to the end of
 * its clause and no further: "negative for BCR::ABL1; positive for KMT2A".
 */
public final class Clauses {

  /** What stands behind so many characters is not read. */
  public static final int LONGEST = 50_000;

  /** Nobody writes a longer sentence, and its parts are each read beside the whole. */
  private static final int LONGEST_SENTENCE = 2_000;

  private static final Pattern LETTER = Pattern.compile("[A-Za-z]");
  private static final Pattern BREAK =
      Pattern.compile(
          "[\\n"
              + "\\r"
              + "|]+|;(?![\\dXYpq.;?]{1,20}\\))|\\.(?=\\s|$)|\\b(?:but|however|whereas|although)\\b");

  /** What a finding means for the course of the disease takes nothing back of it. */
  private static final Pattern PROGNOSIS =
      Pattern.compile(
          "(?i),?\\s{0,3}\\b(?:(?:a finding|an abnormality|which is|that is|and is) )?"
              + "(?:associated with|conferring|indicating) (?:an? )?(?:[a-z-]+ ){0,2}"
              + "(?:prognosis|outcome|risk)\\b[^.;\\n]*");

  /** How little a method would have found takes nothing back either. */
  private static final Pattern SENSITIVITY =
      Pattern.compile(
          "(?i)\\((?:assay |analytical )?(?:sensitivity|limit of detection|detection limit|lod)\\b"
              + "[^()\\n]{0,60}\\)");

  /** A comma between parts; those of a notation such as (ABL1,BCR) belong to it. */
  private static final Pattern COMMA = Pattern.compile(",(?![^()\\n]{0,40}\\))");

  /** Words that deny all that follows, to the end of a list. */
  private static final List<String> OPENING_DENIALS =
      List.of("no", "without", "neither", "absence of", "lack of", "lacks");

  private static final Pattern CUE =
      Pattern.compile(
          "\\b(?:(?:is|are|was|were) )?(?<!not )(?:positive|negative) for\\b|\\b(?:no|without)(?:"
              + " \\w+){0,2} evidence (?:of|for)\\b",
          Pattern.CASE_INSENSITIVE);

  private Clauses() {}

  /**
   * A clause.
   *
   * @param text its words
   * @param opening the answer that its opening words give to all that follows
   * @param sentence the sentence it is a part of, which may name the method
   */
  public record Clause(String text, Optional<Answer> opening, String sentence) {

    /** The answer of the clause: by its opening words, else by its words as a whole. */
    public Optional<Answer> answer() {
      return opening.or(() -> AnswerWords.read(text));
    }
  }

  public static List<Clause> of(String narrative) {
    String text = narrative.length() > LONGEST ? narrative.substring(0, LONGEST) : narrative;
    String said = SENSITIVITY.matcher(PROGNOSIS.matcher(text).replaceAll("")).replaceAll("");
    List<String> sentences = BREAK.splitAsStream(said).filter(LETTER.asPredicate()).toList();
    List<Clause> clauses = new ArrayList<>();
    joined(sentences).forEach(sentence -> clauses.addAll(byCue(sentence)));
    return clauses;
  }

  /**
   * "BCR::ABL1" on one line and "Negative" on the next belong together, where questions and answers
   * take turns; in any other order nobody can tell which answer belongs to which question.
   */
  private static List<String> joined(List<String> sentences) {
    List<String> joined = new ArrayList<>();
    for (int index = 0; index < sentences.size(); index++) {
      String sentence = sentences.get(index);
      boolean answered = index + 1 < sentences.size() && isBareAnswer(sentences, index + 1);
      if (answered && isQuestion(sentences, index)) {
        joined.add(sentence + ' ' + sentences.get(index + 1));
        index++;
      } else {
        joined.add(sentence);
      }
    }
    return joined;
  }

  private static boolean isBareAnswer(List<String> sentences, int index) {
    return index >= 0 && index < sentences.size() && AnswerWords.isBare(sentences.get(index));
  }

  /** One line without an answer of its own between two that have theirs, or behind a title. */
  private static boolean isQuestion(List<String> sentences, int index) {
    boolean open = AnswerWords.verdict(sentences.get(index)).isEmpty();
    boolean alone =
        index == 0
            || AnswerWords.verdict(sentences.get(index - 1)).isPresent()
            || sentences.get(index - 1).strip().endsWith(":");
    return open && alone && !isBareAnswer(sentences, index + 2);
  }

  private static List<Clause> byCue(String sentence) {
    if (sentence.length() > LONGEST_SENTENCE) {
      return List.of(new Clause(sentence, Optional.of(Answer.INDETERMINATE), sentence));
    }
    List<Clause> clauses = new ArrayList<>();
    Matcher matcher = CUE.matcher(sentence);
    int start = 0;
    Optional<Answer> opening = Optional.empty();
    while (matcher.find()) {
      parts(sentence.substring(start, matcher.start()), opening)
          .forEach((part, answer) -> clauses.add(new Clause(part, answer, sentence)));
      start = matcher.end();
      opening = Optional.of(said(matcher.group()));
    }
    parts(sentence.substring(start), opening)
        .forEach((part, answer) -> clauses.add(new Clause(part, answer, sentence)));
    return clauses;
  }

  private static Answer said(String cue) {
    return Words.of(cue).containAny(List.of("negative", "no", "without"))
        ? Answer.ABSENT
        : Answer.PRESENT;
  }

  /** "A not detected, B detected": where parts answer for themselves, none answers for another. */
  private static Map<String, Optional<Answer>> parts(String text, Optional<Answer> opening) {
    List<String> parts = List.of(COMMA.split(text, -1));
    List<Optional<Answer>> own = parts.stream().map(AnswerWords::verdict).toList();
    Map<String, Optional<Answer>> answers = new LinkedHashMap<>();
    if (text.isBlank()) {
      return answers;
    }
    if (own.stream().filter(Optional::isPresent).count() <= 1) {
      answers.put(text, opening);
      return answers;
    }
    if (Words.of(parts.get(0)).containAny(OPENING_DENIALS)) {
      return deniedList(text, parts, own);
    }
    for (int index = 0; index < parts.size(); index++) {
      answers.put(parts.get(index), own.get(index).or(() -> Optional.of(Answer.INDETERMINATE)));
    }
    return answers;
  }

  /**
   * "No A fusion, B fusion or C rearrangement detected" denies all of them; without the "or" the
   * later parts may be denied or not.
   */
  private static Map<String, Optional<Answer>> deniedList(
      String text, List<String> parts, List<Optional<Answer>> own) {
    Map<String, Optional<Answer>> answers = new LinkedHashMap<>();
    if (Words.of(text).containAny(List.of("or", "nor"))) {
      answers.put(text, Optional.of(Answer.ABSENT));
      return answers;
    }
    for (int index = 0; index < parts.size(); index++) {
      boolean denied = own.get(index).filter(Answer.ABSENT::equals).isPresent();
      answers.put(parts.get(index), Optional.of(denied ? Answer.ABSENT : Answer.INDETERMINATE));
    }
    return answers;
  }
}
