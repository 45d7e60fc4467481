package org.karyon.cards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.karyon.assessment.Assessment;
import org.karyon.facts.DraftedOrder;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.PatientFacts;
import org.karyon.guideline.Citation;
import org.karyon.guideline.Coded;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Interpretation;

/**
 * What every kind of card shares: its source, its identity, its links and the foot of its detail.
 */
final class CardWriter {

  /** A card is numbered when it is shown, so that what a policy withholds is not counted. */
  private static final UUID NOT_YET_SHOWN = new UUID(0, 0);

  static final String EXTENSION = "org.karyon.assessment";
  private static final int MOST_RULES = 3;
  private static final int LONGEST_TITLE = 60;

  private final Guideline guideline;
  private final String address;
  private final CardIdentities identities;
  private final CardDetail detail;
  private final TestNames tests;
  private final SourceLines lines;
  private final Map<String, String> titles = new LinkedHashMap<>();

  CardWriter(Guideline guideline, String address, CardIdentities identities, CardDetail detail) {
    this.guideline = guideline;
    this.address = address;
    this.identities = identities;
    this.detail = detail;
    this.tests = new TestNames(guideline);
    this.lines = new SourceLines(guideline.source());
    guideline.workUp().values().forEach(item -> titles.put(item.id(), item.name()));
    guideline.riskRows().forEach(row -> titles.put(row.id(), row.says()));
    guideline.tables().stream()
        .flatMap(table -> table.rules().stream())
        .forEach(rule -> titles.put(rule.id(), rule.title()));
    guideline.orderChecks().checks().forEach(check -> titles.put(check.id(), check.title()));
  }

  FindingWords words(Assessment assessment) {
    return new FindingWords(guideline, tests, new DateWords(assessment.record().asOf()));
  }

  /** The name of an order as plain text. */
  String name(DraftedOrder order) {
    return switch (order.kind()) {
      case SERVICE -> Summary.plain(tests.of(order.words()));
      case MEDICATION, OTHER -> Summary.name(order);
    };
  }

  String lines(Citation citation) {
    return lines.of(citation);
  }

  Card card(
      String summary,
      String indicator,
      Markdown detail,
      List<Card.Suggestion> suggestions,
      AssessmentExtension extension) {
    return card(summary, indicator, detail, suggestions, "any", List.of(), extension);
  }

  Card card(
      String summary,
      String indicator,
      Markdown detail,
      List<Card.Suggestion> suggestions,
      String selectionBehavior,
      List<Coded> overrideReasons,
      AssessmentExtension extension) {
    return new Card(
        NOT_YET_SHOWN,
        Summary.of(summary),
        detail.render(),
        indicator,
        new Card.Source(guideline.source().label(), page(), guideline.source().topic()),
        suggestions,
        suggestions.isEmpty() ? Optional.empty() : Optional.of(selectionBehavior),
        overrideReasons,
        links(extension.rules()),
        Map.of(EXTENSION, extension));
  }

  /**
   * The most open form of a card that fits on a screen; the closest where none does.
   *
   * @param form writes the card
   */
  Card fitting(Function<Closeness, Card> form) {
    Card open = form.apply(Closeness.OPEN);
    if (isFull() || CardHeight.of(open) <= CardHeight.MOST) {
      return open;
    }
    Card close = form.apply(Closeness.CLOSE);
    return CardHeight.of(close) <= CardHeight.MOST
        ? close
        : form.apply(Closeness.CLOSEST).withoutLinks();
  }

  private String page() {
    return address + "/guideline";
  }

  /** One link, to the page where the rules of the card are marked; a column of links is tall. */
  private List<Card.Link> links(List<String> rules) {
    if (rules.isEmpty() || rules.size() > MOST_RULES) {
      return List.of(new Card.Link(Sentence.PAGE_LINK.text(), page(), "absolute"));
    }
    String first = rules.getFirst();
    String title = titles.getOrDefault(first, first);
    return List.of(
        rules.size() == 1
            ? new Card.Link(
                Summary.label(Sentence.RULE_LINK.with("rule", title)),
                page() + '#' + first,
                "absolute")
            : new Card.Link(
                Sentence.RULES_LINK.with(
                    "rule",
                    PlainText.cut(title, LONGEST_TITLE),
                    "more",
                    String.valueOf(rules.size() - 1)),
                page() + "?rules=" + String.join(",", rules) + '#' + first,
                "absolute"));
  }

  Card.Suggestion suggestion(String label, List<Card.Action> actions) {
    return new Card.Suggestion(Summary.label(label), identities.suggestion(), actions);
  }

  /**
   * The last line of a card: the source lines and the interpretations by number. The full form says
   * below it all that the brief one leaves out.
   */
  Markdown foot(
      Markdown markdown,
      Assessment assessment,
      List<Ground> grounds,
      List<Basis> basis,
      Remarks remarks) {
    markdown.bullets(remarks.on(grounds));
    Set<String> parts = new LinkedHashSet<>();
    parts.add(lines.of(basis.stream().map(Basis::citation).toList()));
    Set<String> ids = new LinkedHashSet<>();
    basis.forEach(rule -> ids.addAll(rule.interpretations()));
    Map<Fact<?>, FactValue> known = assessment.facts().values();
    ids.removeIf(id -> !isRestedOn(id, known));
    parts.add(String.join(", ", ids));
    parts.remove("");
    if (!parts.isEmpty()) {
      markdown.bullet(Sentence.BASIS.with("basis", String.join("; ", parts)));
    }
    return switch (detail) {
      case BRIEF -> markdown;
      case FULL -> full(markdown, assessment, grounds, basis, ids);
    };
  }

  private boolean isRestedOn(String id, Map<Fact<?>, FactValue> known) {
    return Optional.ofNullable(guideline.interpretations().get(id))
        .map(reading -> reading.isRestedOn(known))
        .orElse(true);
  }

  boolean isFull() {
    return detail == CardDetail.FULL;
  }

  private Markdown full(
      Markdown markdown,
      Assessment assessment,
      List<Ground> grounds,
      List<Basis> basis,
      Set<String> interpretations) {
    FullFindings findings = new FullFindings(guideline, words(assessment));
    markdown.list(Sentence.FULL_FINDINGS.text(), findings.lines(grounds));
    markdown.list(
        Sentence.FULL_RULES.text(),
        basis.stream()
            .map(rule -> Markdown.code(rule.id()) + ' ' + rule.citation().text())
            .distinct()
            .toList());
    List<String> texts = new ArrayList<>();
    for (String id : interpretations) {
      Optional.ofNullable(guideline.interpretations().get(id))
          .map(CardWriter::interpretation)
          .ifPresent(texts::add);
    }
    return markdown.list(Sentence.FULL_INTERPRETATIONS.text(), texts);
  }

  private static String interpretation(Interpretation interpretation) {
    return interpretation.id() + ": " + interpretation.text();
  }

  /** A rule, a check or an item that a card rests on. */
  record Basis(String id, Citation citation, List<String> interpretations) {}

  static AssessmentExtension plain(
      String kind, List<String> rules, PatientFacts facts, List<String> missing) {
    return new AssessmentExtension(
        kind,
        rules,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        onTheWire(facts),
        List.of(),
        missing,
        List.of(),
        List.of());
  }

  /** The facts of the wire: known ones only. */
  static Map<String, Object> onTheWire(PatientFacts facts) {
    Map<String, Object> wire = new LinkedHashMap<>();
    facts
        .all()
        .forEach(
            (fact, finding) ->
                finding.value().ifPresent(value -> wire.put(fact.id(), Ground.onTheWire(value))));
    return wire;
  }
}
