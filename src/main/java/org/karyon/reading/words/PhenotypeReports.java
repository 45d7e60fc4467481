package org.karyon.reading.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.karyon.guideline.yaml.GuidelineFolder;
import org.karyon.guideline.yaml.GuidelineReader;

/**
 * Reads the reports of immunophenotypes of one record, each of which speaks of many antigens at
 * once: "Blasts express CD19 and CD22; negative for CD20". It is read by the grammar of reports, so
 * that a clause answers only where all of it is understood. Must not outlive the request.
 */
public final class PhenotypeReports {

  private static final ReportLanguage LANGUAGE =
      ReportLanguage.ofAntigens(GuidelineReader.reportWords(GuidelineFolder.builtIn()));

  /**
   * No record has so many. The newest are asked first, and the newest that says something counts;
   * where none of them does, those that are not read leave the antigen open.
   */
  private static final int MOST = 200;

  private static final AntigenWords OPEN = new AntigenWords(Optional.empty(), Answer.INDETERMINATE);

  private final Map<String, ReportReading> read = new HashMap<>();
  private final Map<Said, Optional<AntigenWords>> said = new HashMap<>();

  /** What a text says of an antigen is asked more than once. */
  private record Said(String text, String antigen) {}

  /**
   * What a report says of an antigen.
   *
   * @param text the report
   * @param antigen its symbol in small letters
   * @return its answer with the share of blasts; indeterminate where the report contradicts itself,
   *     doubts or takes back what it says, or is one of more reports than are read; empty where it
   *     says nothing of it that is understood
   */
  public Optional<AntigenWords> read(String text, String antigen) {
    return said.computeIfAbsent(
        new Said(text, antigen), unread -> saidOf(unread.text(), unread.antigen()));
  }

  private Optional<AntigenWords> saidOf(String text, String antigen) {
    if (!Words.of(text).contain(antigen)) {
      return Optional.empty();
    }
    if (read.size() >= MOST && !read.containsKey(text)) {
      return Optional.of(OPEN);
    }
    ReportReading reading =
        read.computeIfAbsent(
            text, unread -> LANGUAGE.read(SignedAntigens.writtenOut(ReportLanguage.plain(unread))));
    List<AntigenWords> said = new ArrayList<>();
    for (Statement statement : reading.statements()) {
      if (statement.time() == Statement.Time.NOW
          && statement.section() != Section.OTHER
          && statement.subjects().stream().anyMatch(subject -> isOf(subject, antigen))) {
        said(statement).ifPresent(said::add);
      }
    }
    boolean open =
        reading.takenBack()
            || reading.unread().stream()
                .anyMatch(
                    unread ->
                        isDoubt(unread)
                            && unread.names().stream().anyMatch(name -> names(name, antigen)));
    if (said.isEmpty() && !open) {
      return Optional.empty();
    }
    List<AntigenWords> distinct = said.stream().distinct().toList();
    boolean excluded =
        reading.inadequate()
            && distinct.stream().anyMatch(words -> words.answer() == Answer.ABSENT);
    return Optional.of(open || excluded || distinct.size() != 1 ? OPEN : distinct.getFirst());
  }

  private static boolean isDoubt(Unread unread) {
    return switch (unread.kind()) {
      case DOUBTED, EXCEPTION, TAKEN_BACK, INADEQUATE -> true;
      case PENDING, OF_ANOTHER, GENERAL, EARLIER, NOT_UNDERSTOOD -> false;
    };
  }

  /** A share of several antigens together is the share of none of them. */
  private static Optional<AntigenWords> said(Statement statement) {
    List<Share> shares =
        statement.beside().found().stream().flatMap(amount -> amount.share().stream()).toList();
    Optional<Answer> answer =
        statement
            .verdict()
            .or(() -> shares.isEmpty() ? Optional.empty() : Optional.of(Answer.PRESENT));
    boolean alone = statement.subjects().size() == 1 && shares.size() == 1;
    return answer.map(
        word -> new AntigenWords(alone ? shares.stream().findFirst() : Optional.empty(), word));
  }

  private static boolean isOf(StatementSubject subject, String antigen) {
    return !subject.other() && names(subject, antigen);
  }

  private static boolean names(StatementSubject subject, String antigen) {
    return Words.of(subject.name()).contain(antigen);
  }
}
