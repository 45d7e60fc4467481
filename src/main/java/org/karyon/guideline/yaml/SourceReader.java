package org.karyon.guideline.yaml;

import java.util.List;
import java.util.Optional;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.guideline.BackgroundNote;
import org.karyon.guideline.Citation;
import org.karyon.guideline.Coded;
import org.karyon.guideline.FactName;
import org.karyon.guideline.GuidelineSource;
import org.karyon.guideline.Interpretation;
import org.karyon.guideline.Parameter;

/** Reads what the source is, its parameters, interpretations, notes and the names of the facts. */
final class SourceReader {

  private final Problems problems;

  SourceReader(Problems problems) {
    this.problems = problems;
  }

  GuidelineSource source(Entry index) {
    Coded topic =
        index
            .entry("topic")
            .map(
                entry -> {
                  Coded coded =
                      new Coded(entry.text("system"), entry.text("code"), entry.text("display"));
                  entry.end();
                  return coded;
                })
            .orElseGet(
                () -> {
                  problems.add(index.place(), "'topic' is missing here.");
                  return new Coded("", "", "");
                });
    return new GuidelineSource(
        index.text("id"),
        index.text("title"),
        index.text("publisher"),
        index.text("edition"),
        topic,
        index.numbers("statements"));
  }

  Parameter parameter(Entry entry) {
    Parameter parameter =
        new Parameter(
            entry.text("id"),
            entry.number("value"),
            entry.text("unit"),
            entry.text("meaning"),
            entry.optionalText("basis"),
            entry.optionalText("interpretation"),
            citation(entry));
    entry.end();
    problems.declare("parameter", parameter.id(), entry.place());
    boolean based =
        !parameter.citation().lines().isEmpty()
            || parameter.interpretation().isPresent()
            || parameter.basis().isPresent();
    if (!based) {
      problems.add(
          entry.place(),
          "The parameter '%s' needs source lines, an interpretation, or a basis that says where its number comes from."
              .formatted(parameter.id()));
    }
    return parameter;
  }

  Interpretation interpretation(Entry entry, ConditionReader conditions) {
    Interpretation interpretation =
        new Interpretation(
            entry.text("id"),
            entry.sentence("title"),
            entry.sentence("text"),
            citation(entry),
            shownFor(entry),
            conditions.rows(entry, "shown-when"));
    entry.end();
    problems.declare("interpretation", interpretation.id(), entry.place());
    return interpretation;
  }

  private Interpretation.ShownFor shownFor(Entry entry) {
    String name = entry.optionalText("shown-for").orElse("always");
    List<Interpretation.ShownFor> known = List.of(Interpretation.ShownFor.values());
    return known.stream()
        .filter(value -> value.id().equals(name))
        .findFirst()
        .orElseGet(
            () -> {
              problems.unknown(
                  entry.place(),
                  "kind of finding",
                  name,
                  known.stream().map(Interpretation.ShownFor::id).toList());
              return Interpretation.ShownFor.ALWAYS;
            });
  }

  BackgroundNote background(Entry entry, ConditionReader conditions) {
    String text = entry.sentence("text");
    BackgroundNote note =
        new BackgroundNote(
            entry.text("id"),
            text,
            entry.optionalText("short").orElse(text),
            citation(entry),
            entry.flag("caution"),
            conditions.rows(entry, "shown-when"));
    entry.end();
    problems.declare("background note", note.id(), entry.place());
    return note;
  }

  FactName factName(Entry entry) {
    Fact<?> fact = fact(entry, entry.text("fact"), problems);
    problems.declare("fact name", fact.id(), entry.place());
    FactName name =
        new FactName(
            fact,
            entry.text("name"),
            entry.optionalText("unit").orElse(""),
            entry.texts("settled-by"),
            entry.optionalText("asks").map(asked -> fact(entry, asked, problems)),
            citation(entry),
            entry.texts("interpretations"));
    entry.end();
    return name;
  }

  static Citation citation(Entry entry) {
    return new Citation(entry.numbers("lines"));
  }

  /**
   * The fact of that name; an unknown name is a problem, and a stand-in keeps the reading going.
   */
  static Fact<?> fact(Entry entry, String name, Problems problems) {
    Optional<Fact<?>> fact = problems.fact(name);
    if (fact.isEmpty()) {
      problems.unknown(entry.place(), "fact", name, problems.factIds());
    }
    return fact.orElse(Facts.DIAGNOSIS);
  }

  static List<Fact<?>> facts(Entry entry, List<String> names, Problems problems) {
    return names.stream().<Fact<?>>map(name -> fact(entry, name, problems)).toList();
  }
}
