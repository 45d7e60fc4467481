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

  private static final int LONGEST_SENTENCE = 2_000;

  private static final List<String> CLAUSE_WORDS =
      List.of("but", "however", "whereas", "although", "while", "aber", "jedoch", "mais", "pero");
  private static final Pattern CLAUSE_END =
      Pattern.compile(
          ";(?![\\dXYpq.;?]{1,20}\\)|\\s?(?:p\\.|c\\.|VAF\\b|NM_))|\\b(?i:"
              + String.join("|", CLAUSE_WORDS)
              + ")\\b(?! also)");
  private static final Pattern CONTROL_COPIES =
      Pattern.compile(
          "(?i)(\\d{1,3}(?:[, ]?\\d{3}){0,2})\\s(?:ABL1?|GUSB?|control gene|reference"
              + " gene)\\s(?:control |gene |transcript ){0,2}copies|(?:ABL1?|GUSB?|control"
              + " gene|reference gene)\\s?(?:control |gene |transcript ){0,2}(?:copies|copy"
              + " number|copy numbers)\\s?(?::|=|was|were|is)?\\s?(\\d{1,3}(?:[, ]?\\d{3}){0,2})");
  private final Lexer lexer;
  private final Sentences sentences;
  private final ReportLimits limits;
  private final Map<String, ReportReading> usual;
  private final Optional<Map<String, ReportReading>> remembered;

  ReportLanguage(ReportWords words, List<Lesion> lesions, ReportLimits limits) {
    this(words, new Lexer(words, lesions), limits);
  }

  private ReportLanguage(ReportWords words, Lexer lexer, ReportLimits limits) {
    this.limits = limits;
    this.lexer = lexer;
    this.sentences = new Sentences(words);
    this.remembered = Optional.empty();
    this.usual =
        UsualAnswers.TEXTS.stream()
            .collect(Collectors.toMap(text -> text, text -> new Telling().read(text)));
  }

  private ReportLanguage(ReportLanguage other) {
    this.limits = other.limits;
    this.lexer = other.lexer;
    this.sentences = other.sentences;
    this.usual = other.usual;
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

  /** The language of the reports of immunophenotypes. */
  static ReportLanguage ofAntigens(ReportWords words) {
    return new ReportLanguage(words, Lexer.ofAntigens(words), ReportLimits.NONE);
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
    ReportReading known = usual.get(text);
    if (known != null) {
      return known;
    }
    return remembered
        .map(ours -> ours.computeIfAbsent(text, unused -> new Telling().read(text)))
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

  /** A statement with the sentence that it stands in. */
  private record Placed(Sentence sentence, Statement statement) {}

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
      List<ReportClause> parts = clauses(sentences.of(text));
      answersApart = parts.stream().anyMatch(ReportClause::isBareAnswer);
      List<ReportClause> clauses = ReportClause.joined(parts);
      clauses.forEach(this::add);
      return new ReportReading(
          statements.stream().map(this::near).toList(), unread, inadequate, takenBack, false);
    }

    private void add(ReportClause clause) {
      Section section = clause.sentence().section();
      if (clause.sentence().heading()) {
        method(clause);
        return;
      }
      judge(clause);
      if (section == Section.OTHER) {
        if (clause.tellsOfBefore() || clause.doubts()) {
          unread.add(clause.unread(Kind.EARLIER, clause.names()));
        }
        return;
      }
      boolean asks = clause.isQuestion() && (answersApart || clause.text().endsWith(":"));
      if (asks) {
        unread.add(clause.unread(Kind.GENERAL, clause.names()));
        return;
      }
      Optional<List<Statement>> read = said(clause);
      if (read.isPresent()) {
        keep(read.get(), clause, section);
        return;
      }
      List<ReportClause> parts = clause.members();
      if (parts.size() > 1) {
        parts.forEach(this::add);
        return;
      }
      Kind kind = clause.kind();
      List<StatementSubject> names = clause.names();
      unread.add(clause.unread(kind, names));
      if (clause.namesPositiveDisease()) {
        unread.add(clause.unread(Kind.EARLIER, names));
      }
      boolean near =
          switch (kind) {
            case DOUBTED, EXCEPTION -> names.isEmpty();
            case NOT_UNDERSTOOD -> names.isEmpty() && clause.answers();
            case TAKEN_BACK, INADEQUATE, PENDING, OF_ANOTHER, GENERAL, EARLIER -> false;
          };
      if (near) {
        unsure.add(clause.sentence());
      }
    }

    /** A no beside words of the same sentence that answer and are not understood stays open. */
    private Statement near(Placed placed) {
      boolean denies =
          !unsure.contains(placed.sentence())
              || !placed.statement().answer(limits).equals(Optional.of(Answer.ABSENT));
      return denies ? placed.statement() : placed.statement().unsure();
    }

    /** The statements of a clause; those of an earlier sample with their time. */
    private Optional<List<Statement>> said(ReportClause clause) {
      if (clause.another()) {
        return Optional.empty();
      }
      List<WordToken> tokens = clause.tokens();
      int earlier = -1;
      for (int index = 0; index < tokens.size() && earlier < 0; index++) {
        earlier = tokens.get(index).is(WordClass.EARLIER) ? index : -1;
      }
      if (earlier < 0) {
        return ClauseGrammar.read(tokens, clause.text());
      }
      boolean tail = earlier > 1 && ",(-".indexOf(tokens.get(earlier - 1).code()) >= 0;
      if (tail) {
        unread.add(
            clause.unread(Kind.EARLIER, clause.names(tokens.subList(earlier, tokens.size()))));
        return ClauseGrammar.read(tokens.subList(0, earlier - 1), clause.text());
      }
      List<WordToken> rest = tokens.stream().filter(token -> !token.is(WordClass.EARLIER)).toList();
      return ClauseGrammar.read(rest, clause.text())
          .map(read -> read.stream().map(Statement::earlier).toList());
    }

    private void keep(List<Statement> read, ReportClause clause, Section section) {
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

    /** A heading, or words that only name a method, tell the method of what follows. */
    private void method(ReportClause clause) {
      boolean molecular = clause.has(WordClass.METHOD);
      if (molecular || clause.has(WordClass.BANDING)) {
        banding = !molecular;
        methods =
            clause.tokens().stream()
                .filter(token -> token.is(WordClass.METHOD) || token.is(WordClass.BANDING))
                .map(WordToken::text)
                .distinct()
                .collect(Collectors.joining(" "));
      }
    }

    /** What a clause says of the test as a whole, wherever it stands. */
    private void judge(ReportClause clause) {
      boolean named =
          clause.tokens().stream()
              .anyMatch(token -> token.code() == 'S' && !ReportClause.isControl(token));
      boolean general = clause.has(WordClass.GENERIC);
      if (clause.has(WordClass.FAILED) && !named && !general && !clause.isOfBanding()) {
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

  private List<ReportClause> clauses(List<Sentence> read) {
    List<ReportClause> clauses = new ArrayList<>();
    for (Sentence sentence : read) {
      if (sentence.heading() || sentence.text().length() > LONGEST_SENTENCE) {
        clauses.add(new ReportClause(sentence, sentence.text(), lexed(sentence.text()), false));
        continue;
      }
      List<ReportClause> parts = new ArrayList<>();
      for (String clause : parted(sentence.text())) {
        List<WordToken> tokens = lexed(clause);
        if (!tokens.isEmpty()) {
          parts.add(new ReportClause(sentence, clause.strip(), tokens, false));
        }
      }
      // Who is spoken of, and what is excepted, holds for the whole sentence.
      boolean another =
          parts.stream().anyMatch(p -> p.has(WordClass.PERSON) || p.has(WordClass.EXCEPTION));
      parts.forEach(p -> clauses.add(new ReportClause(sentence, p.text(), p.tokens(), another)));
    }
    return clauses;
  }

  private static List<String> parted(String sentence) {
    boolean whole = sentence.indexOf(';') < 0 && !Letters.holdWord(sentence, CLAUSE_WORDS);
    return whole ? List.of(sentence) : List.of(CLAUSE_END.split(sentence, -1));
  }

  List<WordToken> lexed(String text) {
    return text.length() > LONGEST_SENTENCE
        ? List.of(new WordToken('u', Optional.empty(), "", Optional.empty(), 0, text.length()))
        : lexer.tokens(text);
  }
}
