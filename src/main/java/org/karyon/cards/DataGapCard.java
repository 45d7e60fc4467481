package org.karyon.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.karyon.assessment.Assessment;
import org.karyon.facts.DataGap;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.Guideline;

/**
 * The card of what could not be used: broken or missing parts of the record, and results that
 * contradict each other.
 */
final class DataGapCard {

  private final CardWriter writer;
  private final FactWords words;

  DataGapCard(Guideline guideline, CardWriter writer) {
    this.writer = writer;
    this.words = new FactWords(guideline);
  }

  Optional<Card> write(Assessment assessment) {
    List<String> gaps = lines(assessment, DataGap.Kind.NOT_READ);
    List<String> contradictions = new ArrayList<>(contradictions(assessment.facts()));
    contradictions.addAll(lines(assessment, DataGap.Kind.CONTRADICTS));
    List<String> remarks = lines(assessment, DataGap.Kind.REMARK);
    List<String> open = open(assessment.facts());
    if (gaps.isEmpty() && contradictions.isEmpty() && open.isEmpty() && remarks.isEmpty()) {
      return Optional.empty();
    }
    Markdown detail =
        new Markdown()
            .paragraph(
                "What is listed here could not be used as it stands. Nothing of it was taken for a"
                    + " negative result.")
            .list("Not read", gaps)
            .list("Results that contradict each other", contradictions)
            .list("Results without an answer", open)
            .list("To know of what was read", remarks);
    return Optional.of(
        writer.card(
            summary(gaps.size(), contradictions.size(), open.size(), remarks.size()),
            "info",
            detail,
            List.of(),
            CardWriter.plain(
                "data-gap", List.of(), PatientFacts.none(), missing(assessment.facts()))));
  }

  private static List<String> lines(Assessment assessment, DataGap.Kind kind) {
    return assessment.record().gaps().stream()
        .filter(gap -> gap.kind() == kind)
        .map(gap -> Markdown.text(gap.subject()) + ": " + Markdown.text(gap.message()))
        .distinct()
        .toList();
  }

  private static String summary(int gaps, int contradictions, int open, int remarks) {
    List<String> parts = new ArrayList<>();
    if (gaps > 0) {
      parts.add(gaps + " not read");
    }
    if (contradictions > 0) {
      parts.add(contradictions + " contradictory");
    }
    if (open > 0) {
      parts.add(open + " without an answer");
    }
    if (remarks > 0) {
      parts.add(remarks + (remarks == 1 ? " remark" : " remarks"));
    }
    return "Parts of the record need a look: " + String.join(", ", parts);
  }

  private List<String> contradictions(PatientFacts facts) {
    List<String> lines = new ArrayList<>();
    facts
        .all()
        .forEach(
            (fact, finding) -> {
              switch (finding) {
                case Known<?> known -> contradiction(fact, known).ifPresent(lines::add);
                case Unknown<?> unknown -> {
                  if (unknown.reason() == UnknownReason.CONTRADICTORY) {
                    lines.add(words.unknown(fact, facts));
                  }
                }
              }
            });
    return lines.stream().distinct().toList();
  }

  private Optional<String> contradiction(Fact<?> fact, Known<?> known) {
    if (known.contradictedBy().isEmpty()) {
      return Optional.empty();
    }
    String used =
        known.evidence().stream().findFirst().map(DataGapCard::place).orElse("the record");
    String against =
        String.join(", ", known.contradictedBy().stream().map(DataGapCard::place).toList());
    return Optional.of(
        words.name(fact)
            + ": taken as "
            + words.value(fact, known.known())
            + " by "
            + used
            + "; against it stands "
            + against);
  }

  private static String place(Evidence evidence) {
    return Markdown.text(
        evidence.resource()
            + " ("
            + evidence.shows()
            + evidence.date().map(date -> ", " + date.text()).orElse("")
            + ")");
  }

  private List<String> open(PatientFacts facts) {
    return answerless(facts).stream().map(fact -> words.unknown(fact, facts)).distinct().toList();
  }

  private static List<Fact<?>> answerless(PatientFacts facts) {
    List<Fact<?>> open = new ArrayList<>();
    for (Map.Entry<Fact<?>, Finding<?>> entry : facts.all().entrySet()) {
      switch (entry.getValue()) {
        case Known<?> unused -> {}
        case Unknown<?> unknown -> {
          boolean result =
              switch (unknown.reason()) {
                case PENDING, NOT_INTERPRETABLE, OUTDATED, POSSIBLE, NOT_EXCLUDED -> true;
                case NOT_RECORDED, CONTRADICTORY, NOT_READABLE -> false;
              };
          if (result && !unknown.evidence().isEmpty()) {
            open.add(entry.getKey());
          }
        }
      }
    }
    return open;
  }

  private static List<String> missing(PatientFacts facts) {
    return answerless(facts).stream().<String>map(Fact::id).toList();
  }
}
