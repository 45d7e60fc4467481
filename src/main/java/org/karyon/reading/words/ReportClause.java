package org.karyon.reading.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.karyon.guideline.WordClass;
import org.karyon.reading.words.Sentences.Sentence;
import org.karyon.reading.words.Unread.Kind;

/**
 * A clause of a report with its words, and what they tell before its grammar is read.
 *
 * @param sentence the sentence that it stands in
 * @param text its text
 * @param tokens its words
 * @param another whether the sentence speaks of another person, or excepts something
 */
record ReportClause(Sentence sentence, String text, List<WordToken> tokens, boolean another) {

  /** Words that ask for a test and doubt no result. */
  private static final Set<String> QUESTIONS =
      Set.of("rule out", "r o", "query", "to exclude", "to be excluded", "suspected", "suspicion");

  /** What it leaves unread. */
  Unread unread(Unread.Kind why, List<StatementSubject> names) {
    return new Unread(why, names, sentence.section(), text, answers());
  }

  /** Whether it holds a word that answers, whatever it may mean. */
  boolean answers() {
    for (WordToken token : tokens) {
      if (token.wordClass().filter(AnswerWords::isAnswer).isPresent()) {
        return true;
      }
    }
    return false;
  }

  boolean has(WordClass wordClass) {
    for (WordToken token : tokens) {
      if (token.is(wordClass)) {
        return true;
      }
    }
    return false;
  }

  /** "FISH for monitoring of BCR::ABL1-positive ALL" tells what was found before. */
  boolean namesPositiveDisease() {
    for (int index = 1; index < tokens.size(); index++) {
      if (tokens.get(index).code() == 'z' && tokens.get(index - 1).is(WordClass.POSITIVE)) {
        return true;
      }
    }
    return false;
  }

  /** "BCR::ABL1 positive, KMT2A not done": each member of a list speaks for its own name. */
  List<ReportClause> members() {
    if (!has(WordClass.FAILED) && !has(WordClass.PENDING)) {
      return List.of(this);
    }
    List<ReportClause> members = new ArrayList<>();
    int start = 0;
    for (int index = 0; index <= tokens.size(); index++) {
      boolean end = index == tokens.size();
      if (end || tokens.get(index).code() == ',') {
        List<WordToken> member = tokens.subList(start, index);
        if (member.stream().noneMatch(token -> token.code() == 'S')) {
          return List.of(this);
        }
        members.add(new ReportClause(sentence, text, member, another));
        start = index + 1;
      }
    }
    return members;
  }

  /** Doubt outside the results weakens a no; a question that led to the test does not. */
  boolean doubts() {
    return !has(WordClass.GENERIC)
        && tokens.stream()
            .anyMatch(
                token ->
                    (token.is(WordClass.DOUBT) && !QUESTIONS.contains(token.text()))
                        || token.is(WordClass.EXCEPTION)
                        || token.is(WordClass.FAILED)
                        || token.is(WordClass.RETRACTION));
  }

  /** "History: BCR::ABL1 positive ALL": what was found before is not excluded by this sample. */
  boolean tellsOfBefore() {
    return (has(WordClass.POSITIVE) || has(WordClass.EARLIER))
        && !has(WordClass.GENERIC)
        && !has(WordClass.DENIAL)
        && !another;
  }

  /** A culture that failed says nothing of FISH and PCR. */
  boolean isOfBanding() {
    return has(WordClass.BANDING)
        || has(WordClass.METAPHASES)
        || tokens.stream()
            .anyMatch(
                token ->
                    token.is(WordClass.FAILED)
                        && token.text().matches(".*(?:metaphase|mitos|growth).*"));
  }

  static boolean isControl(WordToken token) {
    return token.text().equals("abl1")
        || token.text().equals("abl")
        || token.text().startsWith("gus")
        || token.text().contains("control")
        || token.text().contains("reference gene");
  }

  /**
   * "BCR::ABL1" on one line and "Negative" on the next belong together, where questions and answers
   * take turns; in any other order nobody can tell which answer belongs to which question.
   */
  static List<ReportClause> joined(List<ReportClause> clauses) {
    List<ReportClause> joined = new ArrayList<>();
    for (int index = 0; index < clauses.size(); index++) {
      ReportClause clause = clauses.get(index);
      boolean question =
          clause.isQuestion()
              && index + 1 < clauses.size()
              && clauses.get(index + 1).isBareAnswer()
              && clause.sentence().section() == clauses.get(index + 1).sentence().section();
      boolean alone =
          (index == 0 || !clauses.get(index - 1).isQuestion())
              && (index + 2 >= clauses.size() || !clauses.get(index + 2).isBareAnswer());
      if (question && alone) {
        ReportClause answer = clauses.get(index + 1);
        List<WordToken> tokens = new ArrayList<>(clause.tokens());
        tokens.add(WordToken.sign(':', clause.text().length()));
        tokens.addAll(answer.tokens());
        joined.add(
            new ReportClause(
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

  boolean isQuestion() {
    return !sentence.heading()
        && tokens.stream().anyMatch(token -> token.code() == 'S')
        && tokens.stream().allMatch(token -> "SDnpq:()-/m,bo".indexOf(token.code()) >= 0);
  }

  boolean isBareAnswer() {
    return !sentence.heading()
        && tokens.stream().anyMatch(token -> "PNxwA".indexOf(token.code()) >= 0)
        && tokens.stream().allMatch(token -> "PNxwAc(),omi".indexOf(token.code()) >= 0);
  }

  Kind kind() {
    if (has(WordClass.RETRACTION)) {
      return Kind.TAKEN_BACK;
    }
    if (has(WordClass.FAILED)) {
      return Kind.INADEQUATE;
    }
    if (has(WordClass.PERSON)) {
      return Kind.OF_ANOTHER;
    }
    if (has(WordClass.EXCEPTION)) {
      return Kind.EXCEPTION;
    }
    if (has(WordClass.PENDING)) {
      return Kind.PENDING;
    }
    boolean ofTheDisease = false;
    for (int index = 1; index < tokens.size(); index++) {
      ofTheDisease |=
          tokens.get(index).code() == 'z'
              && (tokens.get(index - 1).is(WordClass.OF)
                  || tokens.get(index - 1).is(WordClass.FOR));
    }
    if (has(WordClass.GENERIC) || ofTheDisease) {
      return Kind.GENERAL;
    }
    if (has(WordClass.DOUBT)
        || tokens.stream().anyMatch(token -> token.code() == 'U' && token.wordClass().isEmpty())) {
      return Kind.DOUBTED;
    }
    return has(WordClass.EARLIER) ? Kind.EARLIER : Kind.NOT_UNDERSTOOD;
  }

  /** What an unread clause names, with the nouns around. */
  List<StatementSubject> names() {
    return names(tokens);
  }

  List<StatementSubject> names(List<WordToken> of) {
    StringBuilder nouns = new StringBuilder();
    tokens.stream()
        .filter(token -> "nD".indexOf(token.code()) >= 0)
        .forEach(token -> nouns.append(' ').append(token.text()));
    return of.stream()
        .filter(token -> token.code() == 'S')
        .map(
            token ->
                new StatementSubject(
                    token.text() + nouns,
                    token.is(WordClass.RESIDUAL),
                    token.is(WordClass.OTHER_PART)))
        .toList();
  }
}
