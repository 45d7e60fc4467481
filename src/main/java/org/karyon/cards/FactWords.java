package org.karyon.cards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.karyon.facts.Amount;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.Presence;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.Term;
import org.karyon.guideline.FactName;
import org.karyon.guideline.Guideline;

/** Says facts in a clinician's words, each with the resources that carry it. */
final class FactWords {

  private static final int MOST_RESOURCES = 3;
  static final List<String> HEADER = List.of("Finding", "Value", "Date", "Resource");

  private final Guideline guideline;

  FactWords(Guideline guideline) {
    this.guideline = guideline;
  }

  String name(Fact<?> fact) {
    return guideline.name(fact).name();
  }

  String value(Fact<?> fact, FactValue value) {
    return switch (value) {
      case Amount amount -> (amount.id() + ' ' + guideline.name(fact).unit()).strip();
      case Term term ->
          fact.equals(Facts.LINEAGE)
              ? term.id().toUpperCase(Locale.ROOT)
              : term.id().replace('-', ' ');
    };
  }

  /** One row for each resource of a known fact, and one for each that contradicts it. */
  List<List<String>> rows(Fact<?> fact, PatientFacts facts) {
    return switch (facts.get(fact)) {
      case Known<?> known -> rows(fact, known);
      case Unknown<?> unused -> List.of();
    };
  }

  private List<List<String>> rows(Fact<?> fact, Known<?> known) {
    String label = name(fact) + ": " + value(fact, known.known());
    List<List<String>> rows = new ArrayList<>();
    known.evidence().stream()
        .limit(MOST_RESOURCES)
        .forEach(evidence -> rows.add(row(label, evidence)));
    if (rows.isEmpty()) {
      rows.add(List.of(label, "follows from the record as a whole", "", ""));
    }
    known
        .contradictedBy()
        .forEach(evidence -> rows.add(row(name(fact) + ": **contradicted by**", evidence)));
    return rows;
  }

  static List<String> row(String label, Evidence evidence) {
    return List.of(
        label,
        Markdown.text(evidence.what() + ": " + evidence.shows()),
        evidence.date().map(RecordedDate::text).orElse(""),
        Markdown.text(evidence.resource()));
  }

  /** What is unknown and why, in one line. */
  String unknown(Fact<?> fact, PatientFacts facts) {
    FactName name = guideline.name(fact);
    Fact<?> asked = name.asks().isPresent() ? name.asks().get() : fact;
    return switch (facts.get(asked)) {
      case Unknown<?> unknown ->
          guideline.name(asked).name()
              + ": "
              + unknown.reason().words()
              + (unknown.explanation().isEmpty() ? "" : " (" + unknown.explanation() + ")")
              + resources(unknown.evidence());
      case Known<?> known -> name(asked) + ": " + value(asked, known.known());
    };
  }

  /**
   * A fact that is said beside an option: what is present with its newest resource, and what is not
   * known where a test would tell.
   */
  Optional<String> caution(Fact<?> fact, PatientFacts facts) {
    return switch (facts.get(fact)) {
      case Known<?> known ->
          known.known() == Presence.PRESENT
              ? Optional.of(name(fact) + resources(known.evidence()))
              : Optional.empty();
      case Unknown<?> unknown ->
          guideline.name(fact).settledBy().isEmpty()
              ? Optional.empty()
              : Optional.of(unknown(fact, facts));
    };
  }

  /** An antigen that the newest result does not find, with its value and date. */
  String absent(Fact<?> antigen, PatientFacts facts) {
    return name(antigen)
        + " not found by the newest result"
        + resources(facts.get(antigen).evidence());
  }

  private static String resources(List<Evidence> evidence) {
    List<String> names =
        evidence.stream()
            .limit(MOST_RESOURCES)
            .map(e -> Markdown.text(e.resource() + " " + e.shows()))
            .toList();
    return names.isEmpty() ? "" : "; see " + String.join(", ", names);
  }

  /** The facts of the wire: known ones only, derived ones by what they are derived from. */
  static Map<String, Object> onTheWire(PatientFacts facts) {
    Map<String, Object> wire = new LinkedHashMap<>();
    for (Map.Entry<Fact<?>, Finding<?>> entry : facts.all().entrySet()) {
      entry
          .getValue()
          .value()
          .ifPresent(
              value ->
                  wire.put(
                      entry.getKey().id(),
                      switch (value) {
                        case Amount amount -> amount.number();
                        case Term term -> term.id();
                      }));
    }
    return wire;
  }

  /** A derived fact is shown by what it is derived from. */
  static List<Fact<?>> basisOf(Fact<?> fact) {
    return fact.equals(Facts.AGE_GROUP) ? List.of(Facts.AGE_YEARS) : List.of(fact);
  }
}
