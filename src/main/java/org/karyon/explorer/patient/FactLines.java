package org.karyon.explorer.patient;

import java.util.ArrayList;
import java.util.List;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.RecordedDate;
import org.karyon.guideline.Guideline;

/** Every fact of the vocabulary as one patient's record has it. */
final class FactLines {

  private static final int MOST_SOURCES = 6;

  private final FactWording words;

  FactLines(Guideline guideline) {
    this.words = new FactWording(guideline);
  }

  List<FactLine> of(PatientFacts facts, Changes changes) {
    return Facts.all().stream().map(fact -> line(fact, facts, changes)).toList();
  }

  private FactLine line(Fact<?> fact, PatientFacts facts, Changes changes) {
    Finding<?> finding = facts.get(fact);
    return switch (finding) {
      case Finding.Known<?> known -> {
        List<FactLine.Source> sources = new ArrayList<>();
        add(sources, known.evidence(), false);
        add(sources, known.contradictedBy(), true);
        yield new FactLine(
            fact.id(),
            words.name(fact),
            true,
            words.value(fact, known.known()),
            "",
            sources,
            changes.byFact().containsKey(fact.id()));
      }
      case Finding.Unknown<?> unknown -> {
        List<FactLine.Source> sources = new ArrayList<>();
        add(sources, unknown.evidence(), false);
        yield new FactLine(
            fact.id(),
            words.name(fact),
            false,
            unknown.reason().words(),
            unknown.explanation(),
            sources,
            changes.byFact().containsKey(fact.id()));
      }
    };
  }

  private static void add(List<FactLine.Source> sources, List<Evidence> evidence, boolean against) {
    evidence.stream()
        .limit(MOST_SOURCES)
        .map(
            shown ->
                new FactLine.Source(
                    shown.resource(),
                    shown.date().map(RecordedDate::text).orElse(""),
                    shortened(shown.what()),
                    shown.shows(),
                    shown.words().orElse(""),
                    against))
        .forEach(sources::add);
  }

  /** The laboratory's name of a test, without the long name of its code. */
  static String shortened(String what) {
    int bar = what.indexOf(" | ");
    return bar < 0 ? what : what.substring(0, bar);
  }
}
