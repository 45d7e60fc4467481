package org.karyon.reading.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Lesion;
import org.karyon.guideline.ParameterId;
import org.karyon.guideline.ReportWords;
import org.karyon.guideline.WordClass;
import org.karyon.reading.words.Sentences.Sentence;
import org.karyon.reading.words.Unread.Kind;

/**
 * Reads the words of a laboratory's report. A report becomes a structure before anything is
 * concluded: its layout gives sentences in sections, a sentence gives clauses, and a clause is a
 * row of complete statements or answers nothing. Every word of a clause must be known and every
 * part of it must fit the grammar; time is linear in the length of the text.
 */
public final class ReportLanguage {

  /** A longer text is not read at all, and is named. */
  public static final int LONGEST = 100_000;

  /** Words that ask for a test and doubt no result. */
  private static final Set<String> QUESTIONS =
      Set.of("rule out", "r o", "query", "to exclude", "to be excluded", "suspected", "suspicion");

  private static final int LONGEST_SENTENCE = 2_000;

  private static final Pattern CLAUSE_END =
      Pattern.compile(
          ";(?![\\dXYpq.;?]{1,20}\\)|\\s?(?:p\\.|c\\.|VAF\\b|NM_))|\\b(?i:but|however|whereas|although|while|aber|jedoch|mais|pero)\\b(?!"
              + " also)");
  private static final Pattern CONTROL_COPIES =
      Pattern.compile(
          "(?i)(\\d{1,3}(?:[, ]?\\d{3}){0,2})\\s(?:ABL1?|GUSB?|control gene|reference"
              + " gene)\\s(?:control |gene |transcript ){0,2}copies|(?:ABL1?|GUSB?|control"
              + " gene|reference gene)\\s?(?:control |gene |transcript ){0,2}(?:copies|copy"
              + " number|copy numbers)\\s?(?::|=|was|were|is)?\\s?(\\d{1,3}(?:[, ]?\\d{3}){0,2})");
  private final Lexer lexer;
  private final Sentences sentences;
  private final ReportLimits limits;
  private final Optional<Map<String, ReportReading>> remembered;

  ReportLanguage(ReportWords words, List<Lesion> lesions, ReportLimits limits) {
    this.limits = limits;
    this.lexer = new Lexer(words, lesions);
    this.sentences = new Sentences(words);
    this.remembered = Optional.empty();
  }

  private ReportLanguage(ReportLanguage other) {
    this.limits = other.limits;
    this.lexer = other.lexer;
    this.sentences = other.sentences;
    this.remembered = Optional.of(new HashMap<>());
  }

  /**
   * The same language for one record: what several readers ask of a text is read once. Must not
   * outlive the request, because it holds the record's texts, and is for one thread.
   */
  public ReportLanguage forOneRecord() {
    return new ReportLanguage(this);
  }

  /** The language with the lesions and limits of a guideline. */
  public static ReportLanguage of(Guideline guideline) {
    return new ReportLanguage(
        guideline.reportWords(),
        guideline.lesions(),
        new ReportLimits(
            guideline.number(ParameterId.LOW_LEVEL_FISH_PERCENT).movePointLeft(2),
            guideline.number(ParameterId.MINIMUM_NUCLEI),
            guideline.number(ParameterId.MINIMUM_CONTROL_COPIES)));
  }

  /** What a statement answers, by its words and its amounts together. */
  public Optional<Answer> answer(Statement statement) {
    return statement.answer(limits);
  }

  /** What a text says; nothing where it is too long to be read. */
  public ReportReading read(String text) {
    if (text.length() > LONGEST) {
      return ReportReading.TOO_LONG;
    }
    return remembered
        .map(known -> known.computeIfAbsent(text, unused -> new Telling().read(text)))
        .orElseGet(() -> new Telling().read(text));
  }

  /** A name in small letters without accents. */
  public static String folded(String name) {
    return ReportText.folded(name);
  }

  /** A text without the escapes of HL7 v2 and HTML, in lines. */
  public static String plain(String text) {
    return ReportText.plain(text);
  }

  /** Whether a text holds a word that answers, whatever it may mean. */
  public boolean answers(String text) {
    return lexed(text).stream()
        .anyMatch(token -> token.wordClass().filter(AnswerWords::isAnswer).isPresent());
  }

  /** A statement with the sentence that it stands in. */
  private record Placed(Sentence sentence, Statement statement) {}

  /** A clause with its words. */
  private record Said(Sentence sentence, String text, List<Token> tokens, boolean another) {
    boolean has(WordClass wordClass) {
      for (Token token : tokens) {
        if (token.is(wordClass)) {
          return true;
        }
      }
      return false;
    }
  }

  /** One report, clause by clause. */
  private final class Telling {

    private final List<Placed> statements = new ArrayList<>();
    private final Set<Sentence> unsure = new HashSet<>();
    private final List<Unread> unread = new ArrayList<>();
    private boolean inadequate;
    private boolean takenBack;
    private boolean banding;
    private boolean answersApart;
    private String methods = "";

    ReportReading read(String text) {
      inadequate = hasFewControlCopies(text);
      List<Said> parts = clauses(sentences.of(text));
      answersApart = parts.stream().anyMatch(ReportLanguage::isBareAnswer);
      List<Said> clauses = joined(parts);
      clauses.forEach(this::add);
      return new ReportReading(
          statements.stream().map(this::near).toList(), unread, inadequate, takenBack, false);
    }

    private void add(Said clause) {
      Section section = clause.sentence().section();
      if (clause.sentence().heading()) {
        method(clause);
        return;
      }
      judge(clause);
      if (section == Section.OTHER) {
        if (tellsOfBefore(clause) || doubts(clause)) {
          unread.add(new Unread(Kind.EARLIER, names(clause), section, clause.text()));
        }
        return;
      }
      boolean asks = isQuestion(clause) && (answersApart || clause.text().endsWith(":"));
      if (asks) {
        unread.add(new Unread(Kind.GENERAL, names(clause), section, clause.text()));
        return;
      }
      Optional<List<Statement>> read = said(clause);
      if (read.isPresent()) {
        keep(read.get(), clause, section);
        return;
      }
      List<Said> parts = members(clause);
      if (parts.size() > 1) {
        parts.forEach(this::add);
        return;
      }
      Kind kind = kind(clause);
      List<Subject> names = names(clause);
      unread.add(new Unread(kind, names, section, clause.text()));
      if (namesPositiveDisease(clause)) {
        unread.add(new Unread(Kind.EARLIER, names, section, clause.text()));
      }
      boolean near =
          switch (kind) {
            case DOUBTED, EXCEPTION -> names.isEmpty();
            case NOT_UNDERSTOOD -> names.isEmpty() && answers(clause.text());
            case TAKEN_BACK, INADEQUATE, PENDING, OF_ANOTHER, GENERAL, EARLIER -> false;
          };
      if (near) {
        unsure.add(clause.sentence());
      }
    }

    /** "FISH for monitoring of BCR::ABL1-positive ALL" tells what was found before. */
    private static boolean namesPositiveDisease(Said clause) {
      for (int index = 1; index < clause.tokens().size(); index++) {
        if (clause.tokens().get(index).is(WordClass.DISEASE)
            && clause.tokens().get(index - 1).is(WordClass.POSITIVE)) {
          return true;
        }
      }
      return false;
    }

    /** "BCR::ABL1 positive, KMT2A not done": each member of a list speaks for its own name. */
    private List<Said> members(Said clause) {
      if (!clause.has(WordClass.FAILED) && !clause.has(WordClass.PENDING)) {
        return List.of(clause);
      }
      List<Said> members = new ArrayList<>();
      int start = 0;
      for (int index = 0; index <= clause.tokens().size(); index++) {
        boolean end = index == clause.tokens().size();
        if (end || clause.tokens().get(index).code() == ',') {
          List<Token> tokens = clause.tokens().subList(start, index);
          if (tokens.stream().noneMatch(token -> token.code() == 'S')) {
            return List.of(clause);
          }
          members.add(new Said(clause.sentence(), clause.text(), tokens, clause.another()));
          start = index + 1;
        }
      }
      return members;
    }

    /** A no beside words of the same sentence that answer and are not understood stays open. */
    private Statement near(Placed placed) {
      boolean denies =
          !unsure.contains(placed.sentence())
              || !placed.statement().answer(limits).equals(Optional.of(Answer.ABSENT));
      return denies ? placed.statement() : placed.statement().unsure();
    }

    /** The statements of a clause; those of an earlier sample with their time. */
    private Optional<List<Statement>> said(Said clause) {
      if (clause.another()) {
        return Optional.empty();
      }
      List<Token> tokens = clause.tokens();
      int earlier = -1;
      for (int index = 0; index < tokens.size() && earlier < 0; index++) {
        earlier = tokens.get(index).is(WordClass.EARLIER) ? index : -1;
      }
      if (earlier < 0) {
        return Clause.read(tokens, clause.text());
      }
      boolean tail = earlier > 1 && ",(-".indexOf(tokens.get(earlier - 1).code()) >= 0;
      if (tail) {
        unread.add(
            new Unread(
                Kind.EARLIER,
                names(clause, tokens.subList(earlier, tokens.size())),
                clause.sentence().section(),
                clause.text()));
        return Clause.read(tokens.subList(0, earlier - 1), clause.text());
      }
      List<Token> rest = tokens.stream().filter(token -> !token.is(WordClass.EARLIER)).toList();
      return Clause.read(rest, clause.text())
          .map(read -> read.stream().map(Statement::earlier).toList());
    }

    private void keep(List<Statement> read, Said clause, Section section) {
      boolean nothing =
          read.stream().allMatch(s -> s.subjects().isEmpty() && s.verdict().isEmpty());
      if (nothing) {
        method(clause);
      }
      for (Statement statement : read) {
        if (statement.subjects().isEmpty()
            && statement.verdict().isEmpty()
            && !statement.beside().examined().isEmpty()
            && statement.isTooSmall(limits)
            && clause.has(WordClass.CELLS)) {
          inadequate = true;
        }
        Statement.Beside beside = statement.beside();
        boolean banded = beside.banding() || (banding && beside.methods().isEmpty());
        statements.add(
            new Placed(
                clause.sentence(),
                new Statement(
                    statement.subjects(),
                    statement.verdict(),
                    statement.suggested(),
                    statement.time(),
                    new Statement.Beside(
                        beside.found(),
                        beside.alleles(),
                        beside.reach(),
                        beside.limits(),
                        beside.examined(),
                        beside.below(),
                        banded,
                        !banded && (beside.molecular() || !methods.isEmpty()),
                        beside.methods()),
                    statement.concrete(),
                    section,
                    statement.quote())));
      }
    }

    /** Doubt outside the results weakens a no; a question that led to the test does not. */
    private static boolean doubts(Said clause) {
      return !clause.has(WordClass.GENERIC)
          && clause.tokens().stream()
              .anyMatch(
                  token ->
                      (token.is(WordClass.DOUBT) && !QUESTIONS.contains(token.text()))
                          || token.is(WordClass.EXCEPTION)
                          || token.is(WordClass.FAILED)
                          || token.is(WordClass.RETRACTION));
    }

    /** "History: BCR::ABL1 positive ALL": what was found before is not excluded by this sample. */
    private static boolean tellsOfBefore(Said clause) {
      return (clause.has(WordClass.POSITIVE) || clause.has(WordClass.EARLIER))
          && !clause.has(WordClass.GENERIC)
          && !clause.has(WordClass.DENIAL)
          && !clause.another();
    }

    /** A heading, or words that only name a method, tell the method of what follows. */
    private void method(Said clause) {
      boolean molecular = clause.has(WordClass.METHOD);
      if (molecular || clause.has(WordClass.BANDING)) {
        banding = !molecular;
        methods =
            clause.tokens().stream()
                .filter(token -> token.is(WordClass.METHOD) || token.is(WordClass.BANDING))
                .map(Token::text)
                .distinct()
                .collect(Collectors.joining(" "));
      }
    }

    /** What a clause says of the test as a whole, wherever it stands. */
    private void judge(Said clause) {
      boolean named =
          clause.tokens().stream().anyMatch(token -> token.code() == 'S' && !isControl(token));
      boolean general = clause.has(WordClass.GENERIC);
      if (clause.has(WordClass.FAILED) && !named && !general && !isOfBanding(clause)) {
        inadequate = true;
      }
      boolean elsewhere = clause.sentence().section() == Section.OTHER;
      if (clause.has(WordClass.RETRACTION) && !named && !(general && elsewhere)) {
        takenBack = true;
      }
      boolean aboutTest =
          clause.has(WordClass.SAMPLE)
              || clause.has(WordClass.CELLS)
              || clause.has(WordClass.METHOD)
              || clause.has(WordClass.POSITIVE)
              || clause.has(WordClass.NEGATIVE);
      boolean doubted = clause.has(WordClass.DOUBT) || clause.has(WordClass.EXCEPTION);
      if (doubted && aboutTest && !named && !general && !elsewhere) {
        inadequate = true;
      }
    }
  }

  /** A culture that failed says nothing of FISH and PCR. */
  private static boolean isOfBanding(Said clause) {
    return clause.has(WordClass.BANDING)
        || clause.has(WordClass.METAPHASES)
        || clause.tokens().stream()
            .anyMatch(
                token ->
                    token.is(WordClass.FAILED)
                        && token.text().matches(".*(?:metaphase|mitos|growth).*"));
  }

  private static boolean isControl(Token token) {
    return token.text().equals("abl1")
        || token.text().equals("abl")
        || token.text().startsWith("gus")
        || token.text().contains("control")
        || token.text().contains("reference gene");
  }

  private boolean hasFewControlCopies(String text) {
    if (!Letters.hold(text, "cop")) {
      return false;
    }
    Matcher matcher = CONTROL_COPIES.matcher(text);
    while (matcher.find()) {
      String digits = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
      if (new BigDecimal(digits.replaceAll("[, ]", "")).compareTo(limits.fewestControlCopies())
          < 0) {
        return true;
      }
    }
    return false;
  }

  private List<Said> clauses(List<Sentence> read) {
    List<Said> clauses = new ArrayList<>();
    for (Sentence sentence : read) {
      if (sentence.heading() || sentence.text().length() > LONGEST_SENTENCE) {
        clauses.add(new Said(sentence, sentence.text(), lexed(sentence.text()), false));
        continue;
      }
      List<Said> parts = new ArrayList<>();
      for (String clause : CLAUSE_END.split(sentence.text(), -1)) {
        List<Token> tokens = lexed(clause);
        if (!tokens.isEmpty()) {
          parts.add(new Said(sentence, clause.strip(), tokens, false));
        }
      }
      // Who is spoken of, and what is excepted, holds for the whole sentence.
      boolean another =
          parts.stream().anyMatch(p -> p.has(WordClass.PERSON) || p.has(WordClass.EXCEPTION));
      parts.forEach(p -> clauses.add(new Said(sentence, p.text(), p.tokens(), another)));
    }
    return clauses;
  }

  List<Token> lexed(String text) {
    return text.length() > LONGEST_SENTENCE
        ? List.of(new Token('u', Optional.empty(), "", Optional.empty(), 0, text.length()))
        : lexer.tokens(text);
  }

  /**
   * "BCR::ABL1" on one line and "Negative" on the next belong together, where questions and answers
   * take turns; in any other order nobody can tell which answer belongs to which question.
   */
  private static List<Said> joined(List<Said> clauses) {
    List<Said> joined = new ArrayList<>();
    for (int index = 0; index < clauses.size(); index++) {
      Said clause = clauses.get(index);
      boolean question =
          isQuestion(clause)
              && index + 1 < clauses.size()
              && isBareAnswer(clauses.get(index + 1))
              && clause.sentence().section() == clauses.get(index + 1).sentence().section();
      boolean alone =
          (index == 0 || !isQuestion(clauses.get(index - 1)))
              && (index + 2 >= clauses.size() || !isBareAnswer(clauses.get(index + 2)));
      if (question && alone) {
        Said answer = clauses.get(index + 1);
        List<Token> tokens = new ArrayList<>(clause.tokens());
        tokens.add(Token.sign(':', clause.text().length()));
        tokens.addAll(answer.tokens());
        joined.add(
            new Said(
                clause.sentence(),
                clause.text() + ' ' + answer.text(),
                tokens,
                clause.another() || answer.another()));
        index++;
      } else {
        joined.add(clause);
      }
    }
    return joined;
  }

  private static boolean isQuestion(Said clause) {
    return !clause.sentence().heading()
        && clause.tokens().stream().anyMatch(token -> token.code() == 'S')
        && clause.tokens().stream().allMatch(token -> "SDnpq:()-/m,bo".indexOf(token.code()) >= 0);
  }

  private static boolean isBareAnswer(Said clause) {
    return !clause.sentence().heading()
        && clause.tokens().stream().anyMatch(token -> "PNxwA".indexOf(token.code()) >= 0)
        && clause.tokens().stream().allMatch(token -> "PNxwAc(),omi".indexOf(token.code()) >= 0);
  }

  private static Kind kind(Said clause) {
    if (clause.has(WordClass.RETRACTION)) {
      return Kind.TAKEN_BACK;
    }
    if (clause.has(WordClass.FAILED)) {
      return Kind.INADEQUATE;
    }
    if (clause.has(WordClass.PERSON)) {
      return Kind.OF_ANOTHER;
    }
    if (clause.has(WordClass.EXCEPTION)) {
      return Kind.EXCEPTION;
    }
    if (clause.has(WordClass.PENDING)) {
      return Kind.PENDING;
    }
    boolean ofTheDisease = false;
    for (int index = 1; index < clause.tokens().size(); index++) {
      ofTheDisease |=
          clause.tokens().get(index).is(WordClass.DISEASE)
              && (clause.tokens().get(index - 1).is(WordClass.OF)
                  || clause.tokens().get(index - 1).is(WordClass.FOR));
    }
    if (clause.has(WordClass.GENERIC) || ofTheDisease) {
      return Kind.GENERAL;
    }
    if (clause.has(WordClass.DOUBT)
        || clause.tokens().stream()
            .anyMatch(token -> token.code() == 'U' && token.wordClass().isEmpty())) {
      return Kind.DOUBTED;
    }
    return clause.has(WordClass.EARLIER) ? Kind.EARLIER : Kind.NOT_UNDERSTOOD;
  }

  /** What an unread clause names, with the nouns around. */
  private static List<Subject> names(Said clause) {
    return names(clause, clause.tokens());
  }

  private static List<Subject> names(Said clause, List<Token> of) {
    StringBuilder nouns = new StringBuilder();
    clause.tokens().stream()
        .filter(token -> "nD".indexOf(token.code()) >= 0)
        .forEach(token -> nouns.append(' ').append(token.text()));
    return of.stream()
        .filter(token -> token.code() == 'S')
        .map(
            token ->
                new Subject(
                    token.text() + nouns,
                    token.is(WordClass.RESIDUAL),
                    token.is(WordClass.OTHER_PART)))
        .toList();
  }
}
