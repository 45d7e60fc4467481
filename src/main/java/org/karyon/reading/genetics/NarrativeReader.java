package org.karyon.reading.genetics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.Presence;
import org.karyon.reading.genetics.LesionEvidence.Says;
import org.karyon.reading.resources.Result;
import org.karyon.reading.words.Answer;
import org.karyon.reading.words.ReportLanguage;
import org.karyon.reading.words.ReportReading;
import org.karyon.reading.words.Section;
import org.karyon.reading.words.Statement;
import org.karyon.reading.words.StatementSubject;
import org.karyon.reading.words.Unread;
import org.karyon.reading.words.Words;
import org.karyon.terminology.ConceptGroup;
import org.karyon.terminology.PhraseList;
import org.karyon.terminology.Terminology;

/** What the words of a result say of lesions, statement by statement. */
final class NarrativeReader {

  private static final int LONGEST_QUOTE = 300;

  private final Terminology terminology;
  private final LesionText texts;
  private final LesionNames names;
  private final ReportLanguage language;
  private final PloidyWords ploidy;

  NarrativeReader(
      Terminology terminology, LesionNames names, ReportLanguage language, PloidyWords ploidy) {
    this.terminology = terminology;
    this.texts = new LesionText(terminology);
    this.ploidy = ploidy;
    this.names = names;
    this.language = language;
  }

  /**
   * Whether a result is a genetic narrative: one whose name is no single lesion and whose value is
   * a text.
   */
  boolean isNarrative(Result result) {
    boolean report = result.resource().startsWith("DiagnosticReport/");
    Words name = Words.of(ReportLanguage.folded(result.words()));
    boolean named =
        result.has(ConceptGroup.GENETIC_REPORTS)
            || name.containAny(terminology.phrases(PhraseList.GENETIC_TESTS))
            || !names.in(name).isEmpty();
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
    Words name = result.name();
    boolean banding =
        banded
            || result.has(ConceptGroup.KARYOTYPES)
            || name.containAny(terminology.phrases(PhraseList.BANDING_STUDIES));
    Telling telling = new Telling(result, banding);
    telling.add(language.read(String.join("\n", texts)));
    return telling.settled();
  }

  /**
   * What the text of a single test says of the lesion that it is named for.
   *
   * @param result the result
   * @param fact the lesion
   * @return what it says; empty where the text speaks of others alone
   */
  Optional<Answered> answerOf(Result result, Fact<Presence> fact) {
    String text = result.text().orElseThrow();
    ReportReading reading = language.read(text);
    Telling telling = new Telling(result, false);
    telling.add(reading);
    List<LesionEvidence> own =
        fact.equals(Facts.PH_LIKE)
            ? PhiladelphiaLike.of(telling.settled())
            : telling.settled().stream().filter(one -> one.lesion().equals(fact)).toList();
    boolean found = own.stream().anyMatch(one -> one.says() == Says.PRESENT);
    Set<Says> said = new LinkedHashSet<>();
    own.stream()
        // One part that was not seen says nothing against another that was.
        .filter(one -> !(found && one.says() == Says.ABSENT && one.part().isPresent()))
        .forEach(one -> said.add(one.says()));
    boolean named = !said.isEmpty();
    boolean inParts = named && own.stream().noneMatch(one -> one.part().isEmpty());
    reading.statements().stream()
        .filter(statement -> statement.subjects().isEmpty())
        .filter(statement -> statement.time() == Statement.Time.NOW)
        .flatMap(statement -> language.answer(statement).stream())
        .map(answer -> unnamed(answer, reading))
        .forEach(said::add);
    boolean open =
        reading.takenBack()
            || reading.tooLong()
            || reading.unread().stream().anyMatch(unread -> isOpen(unread, said.isEmpty()));
    if (open && (named || reading.statements().stream().allMatch(s -> s.subjects().isEmpty()))) {
      return Optional.of(new Answered(Says.INDETERMINATE, List.of()));
    }
    List<String> spokenOf = inParts ? answered(own) : List.of();
    return said.size() > 1
        ? Optional.of(new Answered(Says.INDETERMINATE, List.of()))
        : said.stream().findFirst().map(says -> new Answered(says, spokenOf));
  }

  private static List<String> answered(List<LesionEvidence> own) {
    return own.stream()
        .filter(one -> one.says() == Says.ABSENT)
        .flatMap(one -> one.part().stream())
        .distinct()
        .toList();
  }

  /**
   * What the text of a single test says of its lesion.
   *
   * @param says what it says
   * @param parts the parts of the lesion that it answers for; empty where it answers for the whole
   */
  record Answered(Says says, List<String> parts) {}

  private static Says unnamed(Answer answer, ReportReading reading) {
    return switch (answer) {
      case PRESENT -> Says.PRESENT;
      case INDETERMINATE -> Says.INDETERMINATE;
      case ABSENT -> reading.inadequate() ? Says.INDETERMINATE : Says.ABSENT;
    };
  }

  private boolean isOpen(Unread unread, boolean alone) {
    return switch (unread.kind()) {
      case TAKEN_BACK, INADEQUATE, DOUBTED, PENDING, EXCEPTION -> unread.names().isEmpty() || alone;
      case NOT_UNDERSTOOD -> unread.names().isEmpty() && unread.answers();
      case OF_ANOTHER, GENERAL, EARLIER -> alone && unread.answers();
    };
  }

  /** What one narrative tells, statement by statement. */
  private final class Telling {

    private final Result result;
    private final Words title;
    private final boolean banding;
    private final List<LesionEvidence> evidence = new ArrayList<>();
    private final Set<Fact<Presence>> doubted = new LinkedHashSet<>();
    private final Set<Fact<Presence>> unsaid = new LinkedHashSet<>();
    private boolean inadequate;
    private boolean takenBack;
    private boolean foundBefore;
    private List<LesionNames.Named> subjects;

    Telling(Result result, boolean banding) {
      this.result = result;
      this.title = result.name();
      this.banding = banding;
      this.subjects = names.in(title);
    }

    void add(ReportReading reading) {
      inadequate |= reading.inadequate();
      takenBack |= reading.takenBack();
      reading.statements().forEach(this::add);
      reading.unread().forEach(this::leave);
    }

    private void add(Statement statement) {
      boolean probed =
          result.has(ConceptGroup.FISH_PANELS)
              || title.containAny(terminology.phrases(PhraseList.STUDIES_WITH_PROBES))
              || Words.of(statement.quote())
                  .containAny(terminology.phrases(PhraseList.STUDIES_WITH_PROBES));
      boolean earlier = statement.time() == Statement.Time.EARLIER;
      foundBefore |=
          earlier
              && statement.subjects().isEmpty()
              && !language.answer(statement).equals(Optional.of(Answer.ABSENT));
      boolean markers = statement.subjects().stream().anyMatch(LesionText::isAntigen);
      for (StatementSubject subject : statement.subjects()) {
        if (!subject.other() && !subject.residual()) {
          named(subject, statement, probed)
              .forEach(named -> says(named, subject, statement, markers));
        }
      }
    }

    private List<LesionNames.Named> named(
        StatementSubject subject, Statement statement, boolean probed) {
      Words words = Words.of(subject.name() + ' ' + statement.beside().methods());
      boolean rearrangements = probed || joinsGenes(statement);
      List<LesionNames.Named> found = new ArrayList<>(names.in(words, rearrangements));
      found.removeIf(one -> !ploidy.mayBe(one.lesion().fact(), subject.name()));
      ploidy
          .of(subject.name())
          .filter(fact -> found.stream().noneMatch(one -> one.lesion().fact().equals(fact)))
          .flatMap(names::whole)
          .ifPresent(found::add);
      if (found.isEmpty()) {
        return subjects.stream()
            .flatMap(known -> LesionNames.carriedOn(known.lesion(), words).stream())
            .toList();
      }
      subjects = found;
      return found;
    }

    private boolean joinsGenes(Statement statement) {
      return statement.subjects().stream()
          .flatMap(subject -> names.in(Words.of(subject.name())).stream())
          .anyMatch(named -> !named.lesion().fusion().isEmpty());
    }

    private void says(
        LesionNames.Named named, StatementSubject subject, Statement statement, boolean markers) {
      Optional<Answer> answer = language.answer(statement).or(() -> listed(statement));
      boolean byBanding =
          statement.beside().banding() || (banding && !statement.beside().molecular());
      if (statement.time() == Statement.Time.EARLIER
          && !answer.equals(Optional.of(Answer.ABSENT))) {
        unsaid.add(named.lesion().fact());
      }
      answer
          .flatMap(
              said ->
                  texts.says(
                      said,
                      named,
                      subject,
                      statement,
                      new LesionText.Context(title, byBanding, markers)))
          .ifPresent(
              says ->
                  evidence.add(
                      new LesionEvidence(
                          named.lesion().fact(),
                          says,
                          named.part(),
                          quoted(result, statement.quote()))));
    }

    /** Everything that a result lists, whose name says that it lists what was found. */
    private Optional<Answer> listed(Statement statement) {
      return title.containAny(terminology.phrases(PhraseList.LISTS_OF_GENETIC_FINDINGS))
              && statement.section() == Section.RESULT
              && statement.time() == Statement.Time.NOW
          ? Optional.of(Answer.PRESENT)
          : Optional.empty();
    }

    private void leave(Unread unread) {
      // "Not detected; previously positive" names nothing and speaks of the same.
      foundBefore |= unread.kind() == Unread.Kind.EARLIER && unread.names().isEmpty();
      for (StatementSubject subject : unread.names()) {
        if (subject.other()) {
          continue;
        }
        for (LesionNames.Named named : names.in(Words.of(subject.name()), true)) {
          Fact<Presence> fact = named.lesion().fact();
          boolean open =
              switch (unread.kind()) {
                case TAKEN_BACK, INADEQUATE, DOUBTED, EXCEPTION -> {
                  doubted.add(fact);
                  yield true;
                }
                case PENDING -> {
                  unsaid.add(fact);
                  yield false;
                }
                case NOT_UNDERSTOOD -> {
                  unsaid.add(fact);
                  yield unread.section() != Section.COMMENT;
                }
                case EARLIER -> {
                  unsaid.add(fact);
                  yield false;
                }
                case OF_ANOTHER, GENERAL -> false;
              };
          if (open && !named.byGeneAlone()) {
            evidence.add(
                new LesionEvidence(
                    fact, Says.INDETERMINATE, Optional.empty(), quoted(result, unread.quote())));
          }
        }
      }
    }

    /**
     * "Not detected" and "cannot be excluded" of one lesion in one text exclude nothing; a yes and
     * a no of one lesion, by no methods apart, answer nothing.
     */
    List<LesionEvidence> settled() {
      SaidByMethods all = new SaidByMethods(evidence, texts);
      return evidence.stream().map(said -> settled(said, all)).toList();
    }

    private LesionEvidence settled(LesionEvidence said, SaidByMethods all) {
      boolean open =
          switch (said.says()) {
            case PRESENT, POSSIBLE ->
                takenBack || doubted.contains(said.lesion()) || all.contradict(said);
            case ABSENT, NOT_SEEN ->
                takenBack
                    || inadequate
                    || foundBefore
                    || doubted.contains(said.lesion())
                    || unsaid.contains(said.lesion())
                    || all.contradict(said);
            case INDETERMINATE, PENDING -> false;
          };
      return open
          ? new LesionEvidence(said.lesion(), Says.INDETERMINATE, said.part(), said.evidence())
          : said;
    }
  }

  /** The card quotes the statement, not the whole report. */
  static Evidence quoted(Result result, String statement) {
    String words = statement.strip();
    String quote =
        words.length() > LONGEST_QUOTE ? words.substring(0, LONGEST_QUOTE) + " \u2026" : words;
    return new Evidence(
        result.resource(), result.words(), quote, result.date(), Optional.of(quote));
  }
}
