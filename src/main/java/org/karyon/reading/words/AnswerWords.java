package org.karyon.reading.words;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.karyon.guideline.WordClass;
import org.karyon.guideline.yaml.GuidelineFolder;
import org.karyon.guideline.yaml.GuidelineReader;

/**
 * Reads a short textual answer, whatever it answers: "Positive", "Not detected". It is understood
 * as a whole or stays open.
 */
public final class AnswerWords {

  private static final ReportLanguage LANGUAGE =
      new ReportLanguage(
          GuidelineReader.reportWords(GuidelineFolder.builtIn()), List.of(), ReportLimits.NONE);

  /** The usual answers, understood at start as any other text is. */
  private static final Map<String, Optional<Answer>> USUAL =
      UsualAnswers.TEXTS.stream().collect(Collectors.toMap(text -> text, AnswerWords::understood));

  private AnswerWords() {}

  /**
   * The answer of a text.
   *
   * @param text any text of a record
   * @return its answer; indeterminate where it seems to answer and is not understood; empty where
   *     it holds no answer at all
   */
  public static Optional<Answer> read(String text) {
    Optional<Answer> usual = USUAL.get(text);
    return usual != null ? usual : understood(text);
  }

  private static Optional<Answer> understood(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    if (plain.equals("+") || plain.equals("-")) {
      return Optional.of(plain.equals("+") ? Answer.PRESENT : Answer.ABSENT);
    }
    ReportReading reading = LANGUAGE.read(text);
    List<Answer> answers =
        reading.statements().stream()
            .filter(statement -> statement.time() == Statement.Time.NOW)
            .filter(statement -> statement.verdict().isPresent() || statement.concrete())
            .flatMap(statement -> statement.answer(ReportLimits.NONE).stream())
            .distinct()
            .toList();
    boolean open =
        reading.takenBack()
            || reading.tooLong()
            || answers.size() > 1
            || reading.unread().stream().anyMatch(unread -> isOpen(unread, answers.isEmpty()));
    boolean excluded = answers.equals(List.of(Answer.ABSENT)) && reading.inadequate();
    return open || excluded ? Optional.of(Answer.INDETERMINATE) : answers.stream().findFirst();
  }

  /** Whether a part that is not understood leaves the answer open. */
  private static boolean isOpen(Unread unread, boolean alone) {
    return switch (unread.kind()) {
      case TAKEN_BACK, INADEQUATE, DOUBTED, PENDING, EXCEPTION -> true;
      case OF_ANOTHER, GENERAL, EARLIER -> alone && unread.answers();
      case NOT_UNDERSTOOD -> unread.answers();
    };
  }

  /** The words of a text that is one answer. */
  static List<WordToken> tokens(String text) {
    return LANGUAGE.lexed(text).stream().filter(token -> !token.is(WordClass.BE)).toList();
  }

  /** The classes of words that answer. */
  static boolean isAnswer(WordClass wordClass) {
    return switch (wordClass) {
      case POSITIVE, ALTERED, NEGATIVE, DENIAL, WITHOUT -> true;
      default -> false;
    };
  }
}
