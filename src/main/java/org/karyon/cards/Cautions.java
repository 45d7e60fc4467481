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

  /**
   * The line of what is to be cautious about.
   *
   * @param options what is offered
   * @param explained whether it is said what a drug is, where there is a caution
   * @return one line, or nothing
   */
  String line(List<OptionAdvice> options, boolean explained) {
    Map<String, List<String>> byCaution = new LinkedHashMap<>();
    Map<String, String> natures = new LinkedHashMap<>();
    for (OptionAdvice advised : options) {
      TreatmentOption option = advised.option();
      String name = guideline.shortNames().of(option).text();
      for (BackgroundNote note : notes(option)) {
        if (note.caution()) {
          byCaution.computeIfAbsent(brief(note), unused -> new ArrayList<>()).add(name);
        } else {
          natures.put(name, brief(note));
        }
      }
      for (Caution caution : advised.cautions()) {
        byCaution.computeIfAbsent(caution(caution), unused -> new ArrayList<>()).add(name);
      }
    }
    List<String> said = new ArrayList<>();
    byOptions(byCaution)
        .forEach((named, cautions) -> said.add(said(named, natures, cautions, explained)));
    return said.isEmpty() ? "" : Sentence.CAUTION.with("cautions", String.join("; ", said));
  }

  /**
   * A risk that the option always brings, where it brings no other: short enough for a bracket
   * beside its name.
   */
  Optional<String> beside(OptionAdvice advised) {
    List<BackgroundNote> risks =
        notes(advised.option()).stream().filter(BackgroundNote::caution).toList();
    return risks.size() == 1 && advised.cautions().isEmpty()
        ? risks.stream()
            .map(
                risk ->
                    Sentence.RISK_BESIDE.with(
                        "text", risk.brief(), "lines", writer.lines(risk.citation())))
            .findFirst()
        : Optional.empty();
  }

  private static String said(
      String options, Map<String, String> natures, List<String> cautions, boolean explained) {
    String all = String.join(", ", cautions);
    return explained && natures.containsKey(options)
        ? Sentence.CAUTION_EXPLAINED.with(
            "options", options, "nature", natures.get(options), "cautions", all)
        : Sentence.CAUTION_OF.with("options", options, "cautions", all);
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

  private List<BackgroundNote> notes(TreatmentOption option) {
    return option.background().stream()
        .map(id -> Optional.ofNullable(guideline.background().get(id)))
        .flatMap(Optional::stream)
        .toList();
  }

  private String brief(BackgroundNote note) {
    return Sentence.NOTE.with("text", note.brief(), "lines", writer.lines(note.citation()));
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
