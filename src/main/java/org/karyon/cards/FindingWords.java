package org.karyon.cards;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.karyon.facts.AgeGroup;
import org.karyon.facts.Amount;
import org.karyon.facts.Comorbidity;
import org.karyon.facts.Course;
import org.karyon.facts.EarlierMrd;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.Lineage;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.Remission;
import org.karyon.facts.Term;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.ParameterId;

/** Says findings in a clinician's words, each with its value and date and without resource ids. */
final class FindingWords {

  private static final Pattern STATUS =
      Pattern.compile("\\s*\\((?:active|inactive|remission|relapse|recurrence|resolved)\\)$");
  private static final Pattern AMOUNT =
      Pattern.compile("^[<>\u2264\u2265=~ ]*\\d[\\d.,]*\\s*\\S*.*");
  private static final Pattern PLAIN_ANSWER = Pattern.compile("[A-Za-z ,-]{1,40}");
  private static final int MOST_CONDITIONS = 3;

  private final Guideline guideline;
  private final TestNames tests;
  private final DateWords dates;

  FindingWords(Guideline guideline, TestNames tests, DateWords dates) {
    this.guideline = guideline;
    this.tests = tests;
    this.dates = dates;
  }

  DateWords dates() {
    return dates;
  }

  String test(Evidence evidence) {
    return tests.of(evidence.what());
  }

  String name(Fact<?> fact) {
    return guideline.shortNames().of(guideline.name(fact)).text();
  }

  /** A value as plain text, for summaries and answers that are supposed. */
  String value(Fact<?> fact, FactValue value) {
    return switch (value) {
      case Amount amount ->
          (ValueWords.number(amount.number()) + ' ' + guideline.name(fact).unit()).strip();
      case Term term -> term(term);
    };
  }

  private String term(Term term) {
    return switch (term) {
      case Lineage lineage ->
          Sentence.LINEAGE.with("lineage", lineage.id().toUpperCase(Locale.ROOT));
      case AgeGroup group -> group(group);
      case Remission remission ->
          (remission == Remission.LATER ? Sentence.LATER_REMISSION : Sentence.FIRST_REMISSION)
              .text();
      case EarlierMrd mrd ->
          (mrd == EarlierMrd.POSITIVE
                  ? Sentence.EARLIER_MRD_POSITIVE
                  : Sentence.EARLIER_MRD_NEVER_POSITIVE)
              .text();
      case Course course -> course.id().replace("complete-", "").replace('-', ' ');
      case Term other -> other.id().replace('-', ' ');
    };
  }

  private String group(AgeGroup group) {
    BigDecimal youth = guideline.number(ParameterId.AYA_FROM_YEARS);
    BigDecimal adult = guideline.number(ParameterId.ADULT_FROM_YEARS);
    BigDecimal older = guideline.number(ParameterId.OLDER_FROM_YEARS);
    return switch (group) {
      case CHILD -> Sentence.AGE_UNDER.with("years", youth.toPlainString());
      case AYA -> between(youth, adult);
      case ADULT -> between(adult, older);
      case OLDER -> Sentence.AGE_FROM.with("years", older.toPlainString());
    };
  }

  private static String between(BigDecimal from, BigDecimal below) {
    return Sentence.AGE_BETWEEN.with(
        "from", from.toPlainString(), "to", below.subtract(BigDecimal.ONE).toPlainString());
  }

  /** A fact with its value; lineage, course and age are said by their value alone. */
  String said(Fact<?> fact, FactValue value) {
    String text = value(fact, value);
    boolean alone =
        List.of(Facts.LINEAGE, Facts.COURSE, Facts.AGE_GROUP, Facts.REMISSION, Facts.EARLIER_MRD)
            .contains(fact);
    return alone ? text : Sentence.ANSWER.with("fact", name(fact), "answer", text);
  }

  /** A result with the name of its test: {@code marrow blasts `1 %` 16 Nov}. */
  String shown(Evidence evidence) {
    if (evidence.resource().startsWith("Condition/")) {
      return dated(condition(evidence), evidence);
    }
    if (evidence.what().equals("Treatment")) {
      return dated(Markdown.text(evidence.shows()), evidence);
    }
    return dated(Markdown.text(tests.of(evidence.what())) + ' ' + said(evidence), evidence);
  }

  /** A result by its method: {@code FISH indeterminate 20 Nov}. */
  String result(Evidence evidence) {
    if (evidence.resource().startsWith("Condition/") || evidence.what().equals("Treatment")) {
      return shown(evidence);
    }
    return dated(Markdown.text(tests.method(evidence.what())) + ' ' + said(evidence), evidence);
  }

  /** What rests on words alone stands in quotes. */
  private static String said(Evidence evidence) {
    return evidence.words().map(Markdown::quote).orElseGet(() -> answer(evidence.shows()));
  }

  private static String answer(String shows) {
    String value = ValueWords.of(shows);
    return PLAIN_ANSWER.matcher(value).matches()
        ? Markdown.text(value.substring(0, 1).toLowerCase(Locale.ROOT) + value.substring(1))
        : Markdown.code(value);
  }

  /** The problem list's own words. */
  static String condition(Evidence evidence) {
    return Markdown.text(STATUS.matcher(evidence.shows()).replaceFirst(""));
  }

  String dated(String words, Evidence evidence) {
    return words + evidence.date().map(date -> ' ' + dates.of(date)).orElse("");
  }

  /** Where a finding stands, how and when it was made: {@code FISH 16 Nov}. */
  String by(Evidence evidence) {
    return by("", evidence);
  }

  /** The same without the name of the fact, where the name of the test begins with it. */
  String by(String fact, Evidence evidence) {
    if (evidence.resource().startsWith("Condition/")) {
      return inWords(dated(Sentence.PROBLEM_LIST.text(), evidence), evidence);
    }
    String value = ValueWords.of(evidence.shows());
    if (evidence.what().equals("Treatment")) {
      return dated(Markdown.text(value), evidence);
    }
    String method = Markdown.text(without(fact, tests.method(evidence.what())));
    String measured =
        AMOUNT.matcher(value).matches() && value.length() < 40 && !value.contains(",X")
            ? method + ' ' + Markdown.code(value)
            : method;
    return inWords(dated(measured.strip(), evidence).strip(), evidence);
  }

  private static String without(String fact, String test) {
    boolean begins =
        !fact.isEmpty() && test.toLowerCase(Locale.ROOT).startsWith(fact.toLowerCase(Locale.ROOT));
    return begins ? test.substring(fact.length()).strip() : test;
  }

  /** How and when a finding was made, as plain text for a summary. */
  String plainBy(Evidence evidence) {
    String method =
        evidence.resource().startsWith("Condition/")
            ? Sentence.PROBLEM_LIST.text()
            : Summary.plain(tests.method(evidence.what()));
    return dated(method, evidence);
  }

  /** What speaks against a value, as plain text: a number by itself, else how it was made. */
  String plainAgainst(Evidence evidence) {
    String value = ValueWords.of(evidence.shows());
    return AMOUNT.matcher(value).matches() ? Summary.plain(value) : plainBy(evidence);
  }

  private static String inWords(String by, Evidence evidence) {
    return evidence
        .words()
        .map(words -> Sentence.BY_WORDS.with("by", by, "quote", Markdown.quote(words)))
        .orElse(by);
  }

  /** A finding that decides, in a few words; nothing where it follows from what is said already. */
  Optional<String> why(Fact<?> fact, PatientFacts facts) {
    boolean changesNothing =
        (fact.equals(Facts.REMISSION) && facts.get(Facts.REMISSION).is(Remission.FIRST))
            || (fact.equals(Facts.EARLIER_MRD)
                && facts.get(Facts.EARLIER_MRD).is(EarlierMrd.NEVER_POSITIVE));
    if (changesNothing) {
      return Optional.empty();
    }
    return switch (facts.get(fact)) {
      case Known<?> known -> Optional.of(known(fact, known));
      case Unknown<?> unknown ->
          fact.equals(Facts.FRAIL) && unknown.reason() == UnknownReason.NOT_RECORDED
              ? Optional.of(Sentence.NO_PERFORMANCE_STATUS.text())
              : Optional.empty();
    };
  }

  private String known(Fact<?> fact, Known<?> known) {
    Optional<Evidence> newest = known.evidence().stream().findFirst();
    if (fact.equals(Facts.AGE_YEARS)) {
      return Sentence.AGE.with("years", known.known().id());
    }
    if (fact.equals(Facts.COMORBIDITY)) {
      return comorbidity(known);
    }
    if (fact.equals(Facts.FRAIL) && newest.isPresent()) {
      return performance(newest.get());
    }
    if (fact.equals(Facts.COURSE) && known.known().id().equals("newly-diagnosed")) {
      return newest
          .flatMap(Evidence::date)
          .map(date -> Sentence.DIAGNOSED.with("date", dates.of(date)))
          .orElseGet(Sentence.DIAGNOSED_UNDATED::text);
    }
    return switch (known.known()) {
      case Amount amount ->
          newest.map(e -> ' ' + method(fact, e)).map(String::stripTrailing).stream()
              .reduce(
                  name(fact) + ' ' + Markdown.code(amount(fact, amount, newest)), String::concat);
      case Term term ->
          newest
              .map(
                  evidence ->
                      Sentence.FINDING_BY.with(
                          "finding", said(fact, term), "by", by(name(fact), evidence)))
              .orElseGet(() -> said(fact, term));
    };
  }

  private String method(Fact<?> fact, Evidence evidence) {
    String test = tests.method(evidence.what());
    boolean said = test.toLowerCase(Locale.ROOT).contains(name(fact).toLowerCase(Locale.ROOT));
    return inWords(dated(said ? "" : Markdown.text(test), evidence).strip(), evidence);
  }

  private String amount(Fact<?> fact, Amount amount, Optional<Evidence> evidence) {
    return evidence
        .map(e -> ValueWords.of(e.shows()))
        .filter(shows -> shows.startsWith(amount.id()))
        .orElseGet(() -> value(fact, amount));
  }

  private String comorbidity(Known<?> known) {
    if (known.known() == Comorbidity.NONE || known.evidence().isEmpty()) {
      return Sentence.NO_COMORBIDITY.text();
    }
    Sentence grade =
        known.known() == Comorbidity.POSSIBLE
            ? Sentence.POSSIBLE_COMORBIDITY
            : Sentence.COMORBIDITY;
    return grade.with(
        "conditions",
        known.evidence().stream()
            .limit(MOST_CONDITIONS)
            .map(FindingWords::condition)
            .distinct()
            .collect(Collectors.joining(", ")));
  }

  /** "ECOG grade 2" of the test "ECOG" is said once. */
  private String performance(Evidence evidence) {
    if (evidence.resource().startsWith("Condition/")) {
      return Sentence.COMORBIDITY.with("conditions", condition(evidence));
    }
    String test = tests.of(evidence.what());
    String value =
        ValueWords.of(evidence.shows())
            .replaceFirst("(?i)^\\s*" + Pattern.quote(test) + "\\s*(?:grade|score)?\\s*", "");
    return dated(Markdown.text(test) + ' ' + Markdown.code(value), evidence);
  }

  /** What is not known and why: {@code MRD outdated (flow `Not detected` 24 Aug; ...)}. */
  String unknown(Fact<?> fact, PatientFacts facts) {
    Fact<?> asked = guideline.asked(fact);
    return switch (facts.get(asked)) {
      case Known<?> known -> known(asked, known);
      case Unknown<?> unknown -> {
        List<String> because = new ArrayList<>();
        unknown.evidence().stream().limit(1).map(this::result).forEach(because::add);
        if (!unknown.explanation().isEmpty()) {
          because.add(Markdown.text(unknown.explanation()));
        }
        yield because.isEmpty()
            ? Sentence.NOT_KNOWN.with("fact", name(asked), "reason", unknown.reason().words())
            : Sentence.NOT_KNOWN_BY.with(
                "fact",
                name(asked),
                "reason",
                unknown.reason().words(),
                "by",
                String.join("; ", because));
      }
    };
  }

  /** A derived fact is shown by what it is derived from. */
  static List<Fact<?>> basisOf(Fact<?> fact) {
    return fact.equals(Facts.AGE_GROUP) ? List.of(Facts.AGE_YEARS) : List.of(fact);
  }
}
