package org.karyon.cards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.karyon.assessment.OptionAdvice;
import org.karyon.assessment.OptionAdvice.Caution;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.PatientFacts;
import org.karyon.guideline.BackgroundNote;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.TreatmentOption;

/**
 * What is said of caution beside options: what is present with its value and date, what is not
 * known where a test would tell, and the notes of the guideline that explain it.
 */
final class Cautions {

  private final Guideline guideline;
  private final CardWriter writer;
  private final FindingWords words;
  private final PatientFacts facts;

  Cautions(Guideline guideline, CardWriter writer, FindingWords words, PatientFacts facts) {
    this.guideline = guideline;
    this.writer = writer;
    this.words = words;
    this.facts = facts;
  }

  List<String> lines(List<OptionAdvice> options) {
    Map<String, List<String>> byCaution = new LinkedHashMap<>();
    Map<String, String> notes = new LinkedHashMap<>();
    for (OptionAdvice advised : options) {
      TreatmentOption option = advised.option();
      List<String> said = advised.cautions().stream().map(this::caution).toList();
      said.forEach(
          caution ->
              byCaution
                  .computeIfAbsent(caution, unused -> new ArrayList<>())
                  .add(guideline.shortNames().of(option).text()));
      notes(option, !said.isEmpty()).forEach(note -> notes.put(note.id(), note(note)));
    }
    List<String> lines = new ArrayList<>();
    byOptions(byCaution)
        .forEach(
            (named, cautions) ->
                lines.add(
                    Sentence.CAUTION.with(
                        "options", named, "cautions", String.join("; ", cautions))));
    lines.addAll(notes.values());
    return lines;
  }

  private static Map<String, List<String>> byOptions(Map<String, List<String>> byCaution) {
    Map<String, List<String>> byOptions = new LinkedHashMap<>();
    byCaution.forEach(
        (caution, options) ->
            byOptions
                .computeIfAbsent(Summary.join(options, " and "), unused -> new ArrayList<>())
                .add(caution));
    return byOptions;
  }

  /** A risk that the option always brings is always said, its nature where a caution is. */
  private List<BackgroundNote> notes(TreatmentOption option, boolean cautioned) {
    return option.background().stream()
        .map(id -> Optional.ofNullable(guideline.background().get(id)))
        .flatMap(Optional::stream)
        .filter(note -> note.caution() || cautioned)
        .toList();
  }

  String note(BackgroundNote note) {
    return Sentence.NOTE.with(
        "text", note.text().replaceFirst("\\.$", ""), "lines", writer.lines(note.citation()));
  }

  private String caution(Caution caution) {
    Fact<?> fact = caution.fact();
    return switch (caution.kind()) {
      case PRESENT -> words.name(fact) + by(facts.get(fact).evidence());
      case NOT_KNOWN -> words.unknown(fact, facts);
      case TARGET_ABSENT ->
          Sentence.TARGET_ABSENT.with(
              "antigen",
              words.name(fact),
              "by",
              facts.get(fact).evidence().stream().findFirst().map(words::shown).orElse(""));
    };
  }

  private String by(List<Evidence> evidence) {
    return evidence.stream().findFirst().map(newest -> " (" + words.shown(newest) + ")").orElse("");
  }
}
