package org.karyon.cards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.karyon.assessment.Assessment;
import org.karyon.facts.DataGap;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.Guideline;

/**
 * The card of what could not be used: results that contradict each other on a fact that decides,
 * which is a warning, and parts of the record that were not read. What concerns the statement of
 * another card stands there.
 */
final class DataGapCard {

  private static final int MOST_EVIDENCE = 3;
  private static final int MOST_NAMED = 20;

  private final Guideline guideline;
  private final TreatmentTree tree;
  private final CardWriter writer;

  DataGapCard(Guideline guideline, TreatmentTree tree, CardWriter writer) {
    this.guideline = guideline;
    this.tree = tree;
    this.writer = writer;
  }

  /** Whether results contradict each other on a fact that decides. */
  boolean isWarning(Assessment assessment) {
    return !contradicted(assessment).isEmpty()
        || !gaps(assessment, DataGap.Kind.CONTRADICTS).isEmpty();
  }

  Optional<Card> write(Assessment assessment, Remarks remarks) {
    FindingWords words = writer.words(assessment);
    List<Fact<?>> contradicted = contradicted(assessment);
    List<DataGap> against = gaps(assessment, DataGap.Kind.CONTRADICTS);
    List<DataGap> notRead = gaps(assessment, DataGap.Kind.NOT_READ);
    List<Fact<?>> open = answerless(assessment, remarks);
    List<DataGap> left = remarks.left();
    Markdown detail = new Markdown();
    contradicted.forEach(fact -> detail.bullet(contradiction(fact, assessment.facts(), words)));
    against.stream().map(DataGapCard::message).distinct().forEach(detail::bullet);
    lines(notRead, Sentence.NOT_READ).forEach(detail::bullet);
    if (!open.isEmpty()) {
      detail.bullet(
          Sentence.NO_ANSWER.with(
              "facts",
              open.stream()
                  .map(fact -> words.unknown(fact, assessment.facts()))
                  .distinct()
                  .collect(Collectors.joining("; "))));
    }
    lines(left, Sentence.TO_KNOW).forEach(detail::bullet);
    if (!notRead.isEmpty() || !open.isEmpty()) {
      detail.bullet(Sentence.NO_NEGATIVE.text());
    }
    boolean warning = !contradicted.isEmpty() || !against.isEmpty();
    if (!warning && notRead.isEmpty() && open.isEmpty() && left.isEmpty()) {
      return Optional.empty();
    }
    List<Fact<?>> spokenOf = new ArrayList<>(contradicted);
    spokenOf.addAll(open);
    List<Ground> grounds = Ground.of(spokenOf, assessment.facts());
    return Optional.of(
        writer.card(
            summary(assessment, words, contradicted, against, notRead, open, left),
            warning ? "warning" : "info",
            writer.foot(detail, assessment, grounds, List.of(), remarks),
            List.of(),
            CardWriter.plain("data-gap", List.of(), PatientFacts.none(), ids(spokenOf, assessment))
                .restingOn(grounds)));
  }

  private boolean isDerived(Fact<?> fact) {
    return guideline.name(fact).asks().isPresent();
  }

  private static List<DataGap> gaps(Assessment assessment, DataGap.Kind kind) {
    return assessment.record().gaps().stream()
        .filter(gap -> gap.kind() == kind)
        .distinct()
        .toList();
  }

  /** Only facts that are still unknown are missing. */
  private static List<String> ids(List<Fact<?>> facts, Assessment assessment) {
    return facts.stream()
        .filter(fact -> assessment.facts().get(fact).value().isEmpty())
        .<String>map(Fact::id)
        .toList();
  }

  private String summary(
      Assessment assessment,
      FindingWords words,
      List<Fact<?>> contradicted,
      List<DataGap> against,
      List<DataGap> notRead,
      List<Fact<?>> open,
      List<DataGap> left) {
    if (!contradicted.isEmpty()) {
      return Summary.fitting(
          contradicted.stream().<String>map(words::name).toList(),
          " and ",
          facts ->
              Sentence.CONTRADICTION.with(
                  "facts", facts, "detail", plain(contradicted.get(0), assessment.facts(), words)));
    }
    if (!against.isEmpty()) {
      return Summary.plain(against.get(0).message(), Summary.LONGEST);
    }
    if (!notRead.isEmpty()) {
      return Summary.fitting(
          notRead.stream().map(gap -> Summary.plain(gap.subject())).distinct().toList(),
          ", ",
          parts -> Sentence.NOT_READ.with("parts", parts));
    }
    return open.isEmpty()
        ? Summary.plain(left.get(0).message(), Summary.LONGEST)
        : Summary.fitting(
            open.stream().<String>map(words::name).toList(),
            ", ",
            facts -> Sentence.NO_ANSWER.with("facts", facts));
  }

  private static String message(DataGap gap) {
    return Markdown.text(gap.message(), Markdown.LONGEST_SENTENCE);
  }

  /** What was said of several resources alike is said once, with the first of many. */
  private static List<String> lines(List<DataGap> gaps, Sentence lead) {
    Map<String, Set<String>> subjects = new LinkedHashMap<>();
    gaps.forEach(
        gap ->
            subjects
                .computeIfAbsent(message(gap), unused -> new LinkedHashSet<>())
                .add(Markdown.code(gap.subject())));
    return subjects.entrySet().stream()
        .map(
            entry ->
                lead.with(
                    "parts",
                    Sentence.GAP.with(
                        "subject", named(entry.getValue()), "message", entry.getKey())))
        .toList();
  }

  private static String named(Set<String> subjects) {
    String first = subjects.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    int more = subjects.size() - MOST_NAMED;
    return more > 0 ? first + " + " + more : first;
  }

  private List<Fact<?>> contradicted(Assessment assessment) {
    Set<Fact<?>> deciding = new LinkedHashSet<>(List.of(Facts.DIAGNOSIS, Facts.LINEAGE));
    assessment
        .treatment()
        .ifPresent(advice -> deciding.addAll(new Branch(tree, advice).deciding()));
    deciding.remove(Facts.POOR_FEATURE);
    return deciding.stream().filter(fact -> isContradicted(assessment.facts().get(fact))).toList();
  }

  private static boolean isContradicted(Finding<?> finding) {
    return switch (finding) {
      case Known<?> known -> !known.contradictedBy().isEmpty();
      case Unknown<?> unknown -> unknown.reason() == UnknownReason.CONTRADICTORY;
    };
  }

  private static String contradiction(Fact<?> fact, PatientFacts facts, FindingWords words) {
    return switch (facts.get(fact)) {
      case Known<?> known ->
          Sentence.CONTRADICTED.with(
              "finding",
              words.said(fact, known.known()),
              "by",
              all(known.evidence(), words),
              "against",
              all(known.contradictedBy(), words));
      case Unknown<?> unknown ->
          Sentence.CONTRADICTORY.with(
              "fact", words.name(fact), "evidence", all(unknown.evidence(), words));
    };
  }

  private static String all(List<Evidence> evidence, FindingWords words) {
    return evidence.stream()
        .limit(MOST_EVIDENCE)
        .map(words::result)
        .collect(Collectors.joining(", "));
  }

  /** The contradiction in plain words for the summary. */
  private static String plain(Fact<?> fact, PatientFacts facts, FindingWords words) {
    return switch (facts.get(fact)) {
      case Known<?> known ->
          Sentence.CONTRADICTED_PLAIN.with(
              "value",
              words.value(fact, known.known()),
              "by",
              known.evidence().stream().findFirst().map(words::plainBy).orElse(""),
              "against",
              known.contradictedBy().stream().findFirst().map(words::plainAgainst).orElse(""));
      case Unknown<?> unknown ->
          unknown.evidence().stream()
              .limit(2)
              .map(words::plainBy)
              .collect(Collectors.joining(", "));
    };
  }

  /** Facts that were looked at without an answer and on which no other card rests. */
  private List<Fact<?>> answerless(Assessment assessment, Remarks remarks) {
    List<Fact<?>> open = new ArrayList<>();
    assessment
        .facts()
        .all()
        .forEach(
            (fact, finding) -> {
              switch (finding) {
                case Known<?> unused -> {}
                case Unknown<?> unknown -> {
                  boolean result =
                      switch (unknown.reason()) {
                        case NOT_INTERPRETABLE, NOT_EXCLUDED -> true;
                        case PENDING,
                            OUTDATED,
                            POSSIBLE,
                            NOT_RECORDED,
                            CONTRADICTORY,
                            NOT_READABLE ->
                            false;
                      };
                  if (result
                      && !unknown.evidence().isEmpty()
                      && !isDerived(fact)
                      && !remarks.isOnACard(fact.id())) {
                    open.add(fact);
                  }
                }
              }
            });
    return open;
  }
}
