package org.karyon.cards;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.PatientFacts;
import org.karyon.guideline.Citation;
import org.karyon.guideline.Coded;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Interpretation;

/** What every kind of card shares: its source, its identity and the foot of its detail. */
final class CardWriter {

  static final String EXTENSION = "org.karyon.assessment";

  private final Guideline guideline;
  private final String address;
  private final CardIdentities identities;

  CardWriter(Guideline guideline, String address, CardIdentities identities) {
    this.guideline = guideline;
    this.address = address;
    this.identities = identities;
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
    String page = address + "/guideline";
    return new Card(
        identities.card(extension.kind(), extension.rules()),
        Summary.of(summary),
        detail.render(),
        indicator,
        new Card.Source(guideline.source().label(), page, guideline.source().topic()),
        suggestions,
        suggestions.isEmpty() ? Optional.empty() : Optional.of(selectionBehavior),
        overrideReasons,
        List.of(new Card.Link("The guideline as Karyon reads it", page, "absolute")),
        Map.of(EXTENSION, extension));
  }

  Card.Suggestion suggestion(String label, List<Card.Action> actions) {
    return new Card.Suggestion(label, identities.suggestion(), actions);
  }

  /** The rules with their lines, then the interpretations they rest on. */
  Markdown foot(Markdown detail, List<Basis> basis) {
    detail.list("Rules", basis.stream().map(Basis::line).distinct().toList());
    Set<String> ids = new LinkedHashSet<>();
    basis.forEach(rule -> ids.addAll(rule.interpretations()));
    List<String> texts = new ArrayList<>();
    for (String id : ids) {
      Optional.ofNullable(guideline.interpretations().get(id))
          .map(CardWriter::interpretation)
          .ifPresent(texts::add);
    }
    return detail.list("Interpretations, not the source's word", texts);
  }

  private static String interpretation(Interpretation interpretation) {
    return interpretation.id() + ": " + interpretation.text();
  }

  /** A rule, a check or an item that a card rests on. */
  record Basis(String id, Citation citation, List<String> interpretations) {
    String line() {
      return "`" + id + "` " + citation.text();
    }
  }

  static AssessmentExtension plain(
      String kind, List<String> rules, PatientFacts facts, List<String> missing) {
    return new AssessmentExtension(
        kind,
        rules,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        FactWords.onTheWire(facts),
        List.of(),
        missing,
        List.of());
  }
}
