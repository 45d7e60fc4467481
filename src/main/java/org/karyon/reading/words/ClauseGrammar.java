package org.karyon.reading.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.karyon.guideline.WordClass;

/**
 * The grammar of one clause. A clause is a row of complete statements or it is not understood; the
 * letters are those of {@link Lexer}: S a name, n its noun, P a yes, N a no, x "not", w "no", e
 * "evidence of", v "showed", y "consistent with", M what modifies.
 */
final class ClauseGrammar {

  private static final int LONGEST = 160;

  private static final Pattern NO_TEST = Pattern.compile("w[eo]*q*(?:S[SDqn/]*)?[msc]");

  private static final Pattern ASKS =
      Pattern.compile("(?i)\\s*(?:is|was|are|were|has|have|ist|war|est)\\b(?! (?:also|not)\\b)");

  private static final Pattern SEPARATOR = Pattern.compile("[,/&|\\t-]*");
  private static final Pattern LABEL = Pattern.compile("[:,/&|\\t-]*");
  private static final Pattern TRIMMED = Pattern.compile("^[,:&|/\\t-]+|[,:&|/\\t-]+$");

  private final String quote;
  private final boolean plural;
  private final List<Phrase> phrases;
  private final String codes;

  private ClauseGrammar(String quote, boolean plural, List<Phrase> phrases) {
    this.quote = quote;
    this.plural = plural;
    this.phrases = phrases;
    this.codes = Modifiers.codes(phrases);
  }

  /** The clause of these words, read as a whole; empty where a part of it is not understood. */
  static Optional<List<Statement>> read(List<WordToken> tokens, String quote) {
    boolean unknown = tokens.stream().anyMatch(token -> "uU".indexOf(token.code()) >= 0);
    // "Was it detected" asks, and "the deletion is" is cut off.
    boolean cut =
        !tokens.isEmpty() && (tokens.getLast().is(WordClass.BE) || ASKS.matcher(quote).lookingAt());
    if (unknown || cut || tokens.size() > LONGEST || tokens.isEmpty() || lacksTest(tokens)) {
      return Optional.empty();
    }
    boolean plural =
        tokens.stream()
            .anyMatch(
                token ->
                    token.is(WordClass.BE)
                        && List.of("are", "sind", "sont").contains(token.text()));
    List<WordToken> said =
        signed(tokens.stream().filter(token -> !token.is(WordClass.BE)).toList());
    return new ClauseGrammar(quote, plural, balanced(Modifiers.gathered(said))).statements();
  }

  /** "No FISH", "no MRD sample", "no cells": what is missing is the test and not its finding. */
  private static boolean lacksTest(List<WordToken> tokens) {
    StringBuilder codes = new StringBuilder();
    tokens.stream()
        .filter(token -> token.code() != 'b')
        .forEach(token -> codes.append(token.code()));
    return NO_TEST.matcher(codes).find();
  }

  /** A sign behind a colon, at the end, is an answer. */
  private static List<WordToken> signed(List<WordToken> tokens) {
    List<WordToken> signed = new ArrayList<>(tokens);
    for (int index = 0; index < signed.size(); index++) {
      char code = signed.get(index).code();
      boolean colon = index == 0 ? signed.size() == 1 : signed.get(index - 1).code() == ':';
      boolean end = index + 1 == signed.size() || signed.get(index + 1).code() == ',';
      if ((colon && end && (code == '+' || code == '-'))
          || (code == '+'
              && index > 0
              && isFusionBefore(signed.get(index - 1), signed.get(index))
              && (index + 1 == signed.size() || ",(".indexOf(signed.get(index + 1).code()) >= 0))) {
        signed.set(index, WordToken.sign(code == '+' ? 'P' : 'N', signed.get(index).start()));
      }
    }
    return signed;
  }

  /** "t(9;22)+", "KMT2A::AFF1+": of a single gene the sign may mean that its protein is seen. */
  private static boolean isFusionBefore(WordToken name, WordToken plus) {
    return name.code() == 'S' && name.end() == plus.start() && name.text().indexOf(' ') > 0;
  }

  private static List<Phrase> balanced(List<Phrase> phrases) {
    List<Phrase> balanced = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    for (Phrase phrase : phrases) {
      if (phrase.code() == '(') {
        open.add(balanced.size());
      } else if (phrase.code() == ')') {
        if (open.isEmpty()) {
          continue;
        }
        open.removeLast();
      }
      balanced.add(phrase);
    }
    for (int index = open.size() - 1; index >= 0; index--) {
      balanced.remove((int) open.get(index));
    }
    return balanced;
  }

  private Optional<List<Statement>> statements() {
    Matcher trim = TRIMMED.matcher(codes);
    int start = 0;
    int end = codes.length();
    while (trim.find()) {
      if (trim.start() == 0) {
        start = trim.end();
      } else {
        end = trim.start();
      }
    }
    Matcher whole = ClauseUnit.WHOLE.pattern().matcher(codes).region(Math.min(start, end), end);
    if (whole.matches()) {
      return Optional.of(List.of(statement(ClauseUnit.WHOLE, whole)));
    }
    List<Statement> statements = new ArrayList<>();
    boolean named = codes.indexOf('S') >= 0;
    int index = start;
    while (index < end) {
      Optional<Read> read = longest(index, end, named);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      statements.add(read.get().statement());
      boolean label = codes.substring(index, read.get().end()).matches("M+");
      Matcher separator = (label ? LABEL : SEPARATOR).matcher(codes).region(read.get().end(), end);
      index = separator.lookingAt() ? separator.end() : read.get().end();
    }
    return unambiguous(statements) ? Optional.of(statements) : Optional.empty();
  }

  private record Read(Statement statement, int end) {}

  @SuppressWarnings("ReferenceEquality") // Units are constants.
  private Optional<Read> longest(int start, int end, boolean named) {
    Optional<Read> longest = Optional.empty();
    for (ClauseUnit unit : ClauseUnit.ALL) {
      boolean other = named != unit.has("list") && unit != ClauseUnit.ALL.getLast();
      if (other || !unit.mayBe(codes)) {
        continue;
      }
      Matcher matcher = unit.pattern().matcher(codes).region(start, end);
      boolean longer = matcher.lookingAt() && matcher.end() > longest.map(Read::end).orElse(start);
      if (longer) {
        longest = Optional.of(new Read(statement(unit, matcher), matcher.end()));
      }
    }
    return longest;
  }

  private Statement statement(ClauseUnit unit, Matcher matcher) {
    Optional<Answer> verdict = verdict(unit, matcher);
    boolean suggested = unit.has("suggests") || unit.has("disease");
    String list = unit.has("part") && matcher.group("part") != null ? "part" : "list";
    boolean hasList = unit.has("list");
    List<StatementSubject> subjects =
        hasList
            ? named(subjects(matcher.start(list), matcher.end(list)), change(list, matcher))
            : List.of();
    if (hasList && unit.has("behind") && matcher.group("behind") != null) {
      subjects =
          Stream.concat(
                  subjects.stream(),
                  subjects(matcher.start("behind"), matcher.end("behind")).stream()
                      .filter(behind -> !behind.name().isEmpty()))
              .toList();
    }
    boolean listed = hasList && isChoice(matcher.start(list), matcher.end(list));
    boolean contrary = verdict.filter(Answer.PRESENT::equals).isPresent() && listed;
    boolean teaches =
        verdict.filter(Answer.PRESENT::equals).isPresent()
            && plural
            && subjects.stream().anyMatch(s -> s.name().endsWith("s"));
    boolean mixed = unit.has("without") && isMixed(matcher);
    Modifier modifier = Modifier.NONE;
    for (int index = matcher.start(); index < matcher.end(); index++) {
      modifier = modifier.and(phrases.get(index).modifier());
    }
    boolean denied = verdict.filter(Answer.ABSENT::equals).isPresent();
    List<WordedAmount> found = new ArrayList<>(modifier.found());
    List<WordedAmount> reach = new ArrayList<>(modifier.reach());
    (denied ? reach : found).addAll(modifier.at());
    return new Statement(
        subjects,
        contrary || mixed || (teaches && found.isEmpty())
            ? Optional.of(Answer.INDETERMINATE)
            : verdict,
        suggested,
        Statement.Time.NOW,
        new Statement.Beside(
            found,
            modifier.alleles(),
            reach,
            modifier.limits(),
            modifier.examined(),
            modifier.below(),
            modifier.banding(),
            !modifier.banding() && !methods().isEmpty(),
            methods()),
        isConcrete(unit, matcher),
        Section.RESULT,
        quote);
  }

  /** "KMT2A: no split", "TP53 mutated": the noun of the answer tells what is answered. */
  private String change(String list, Matcher matcher) {
    List<String> nouns = new ArrayList<>();
    int listStart = matcher.start(list);
    int listEnd = matcher.end(list);
    for (int index = matcher.start(); index < matcher.end(); index++) {
      if (index >= listStart && index < listEnd) {
        continue;
      }
      phrases.get(index).tokens().stream()
          .filter(token -> token.code() == 'n' || token.is(WordClass.ALTERED))
          .map(WordToken::text)
          .forEach(nouns::add);
    }
    return String.join(" ", nouns);
  }

  private static List<StatementSubject> named(List<StatementSubject> subjects, String change) {
    return change.isEmpty()
        ? subjects
        : subjects.stream()
            .map(s -> new StatementSubject(s.name() + ' ' + change, s.residual(), s.other()))
            .toList();
  }

  /** Every method that the clause names. */
  private String methods() {
    StringBuilder methods = new StringBuilder();
    for (Phrase phrase : phrases) {
      phrase.tokens().stream()
          .filter(ClauseGrammar::tellsMethod)
          .forEach(token -> methods.append(token.text()).append(' '));
    }
    return methods.toString().strip();
  }

  /** Cut-offs, signals and nuclei are those of FISH. */
  private static boolean tellsMethod(WordToken token) {
    return token.is(WordClass.METHOD)
        || token.is(WordClass.BANDING)
        || token.is(WordClass.LIMIT)
        || token.is(WordClass.SIGNAL)
        || (token.is(WordClass.CELLS) && token.text().matches(".*(?:nucle|interphase|kern).*"));
  }

  private static Optional<Answer> verdict(ClauseUnit unit, Matcher matcher) {
    if (unit.has("without")) {
      return Optional.of(Answer.ABSENT);
    }
    if (unit.has("denied")) {
      return Optional.of(matcher.group("denied").isEmpty() ? Answer.PRESENT : Answer.ABSENT);
    }
    if (unit.has("shown")) {
      return Optional.of(Answer.PRESENT);
    }
    if (unit.has("suggests")) {
      return Optional.of(Answer.PRESENT);
    }
    if (unit.has("disease")) {
      boolean positive = matcher.group("disease").equals("P");
      return Optional.of(positive ? Answer.PRESENT : Answer.INDETERMINATE);
    }
    if (unit.has("part") && matcher.group("part") != null) {
      return Optional.of(polarity(matcher.group("answered")));
    }
    if (!unit.has("answer") || matcher.group("answer") == null) {
      return Optional.empty();
    }
    Answer first = polarity(matcher.group("answer"));
    boolean second = unit.has("second") && matcher.group("second") != null;
    return Optional.of(
        second && polarity(matcher.group("second")) != first ? Answer.INDETERMINATE : first);
  }

  private static Answer polarity(String answer) {
    return answer.matches("P+") ? Answer.PRESENT : Answer.ABSENT;
  }

  /** "A or B detected" leaves open which. */
  private boolean isChoice(int start, int end) {
    int depth = 0;
    for (int index = start; index < end; index++) {
      char code = codes.charAt(index);
      depth += code == '(' ? 1 : code == ')' ? -1 : 0;
      if (depth == 0 && (code == '|' || code == '/')) {
        return true;
      }
    }
    return false;
  }

  /** "No A, B detected": whether the no reaches to the second cannot be told. */
  private boolean isMixed(Matcher matcher) {
    int start = matcher.start("list");
    int end = matcher.end("list");
    boolean choice = isChoice(start, end);
    int depth = 0;
    boolean several = false;
    boolean ownNoun = false;
    for (int index = start; index < end; index++) {
      char code = codes.charAt(index);
      depth += code == '(' ? 1 : code == ')' ? -1 : 0;
      if (depth == 0 && (code == ',' || code == '&')) {
        ownNoun |= !several && codes.substring(start, index).matches(".*S[^S]*n[^S]*");
        several = true;
      }
    }
    boolean seen = matcher.group("seen") != null && !matcher.group("seen").isEmpty();
    boolean joined = codes.substring(start, end).indexOf('&') >= 0;
    return several && !choice && (!joined || (seen && ownNoun));
  }

  private boolean isConcrete(ClauseUnit unit, Matcher matcher) {
    String said = codes.substring(matcher.start(), matcher.end());
    boolean lost = false;
    boolean sequence = false;
    boolean chromosomes = false;
    for (int index = matcher.start(); index < matcher.end(); index++) {
      for (WordToken token : phrases.get(index).tokens()) {
        lost |= token.is(WordClass.LOSS) || token.is(WordClass.GAIN);
        sequence |= token.code() == 'D' && token.text().endsWith(" mutation");
        chromosomes |= token.code() == 'D' && token.text().contains("chromosome");
      }
    }
    boolean placed = said.contains("D");
    return unit.has("list") ? lost || sequence || chromosomes : placed && (lost || sequence);
  }

  private List<StatementSubject> subjects(int start, int end) {
    List<List<Phrase>> items = new ArrayList<>();
    items.add(new ArrayList<>());
    int depth = 0;
    for (int index = start; index < end; index++) {
      char code = codes.charAt(index);
      depth += code == '(' ? 1 : code == ')' ? -1 : 0;
      if (depth == 0 && ",&|/".indexOf(code) >= 0) {
        if (!items.getLast().isEmpty()) {
          items.add(new ArrayList<>());
        }
      } else {
        items.getLast().add(phrases.get(index));
      }
    }
    return Items.subjects(items);
  }

  private static boolean unambiguous(List<Statement> statements) {
    boolean answered = statements.stream().anyMatch(statement -> statement.verdict().isPresent());
    boolean open =
        statements.stream()
            .anyMatch(
                statement ->
                    !statement.subjects().isEmpty()
                        && statement.verdict().isEmpty()
                        && statement.beside().found().isEmpty()
                        && !statement.concrete());
    return !(answered && open);
  }
}
