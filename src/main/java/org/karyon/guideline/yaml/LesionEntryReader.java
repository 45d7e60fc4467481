package org.karyon.guideline.yaml;

import org.karyon.guideline.Lesion;

/** Reads how genetic facts are recognised. */
final class LesionEntryReader {

  private final Problems problems;

  LesionEntryReader(Problems problems) {
    this.problems = problems;
  }

  Lesion lesion(Entry entry) {
    Lesion lesion =
        new Lesion(
            RiskReader.presence(entry, entry.text("fact"), problems),
            entry.entries("tests").stream().map(this::test).toList(),
            entry.texts("shown-by-tests"),
            entry.texts("suggested-by-tests"),
            entry.texts("diagnoses"),
            entry.texts("suggested-by"),
            entry.texts("excluded-by-diagnoses"),
            entry.entries("parts").stream().map(LesionEntryReader::part).toList(),
            entry.texts("names"),
            entry.texts("fish-names"),
            entry.texts("shown-by"),
            entry.texts("not-with"),
            entry.texts("fusion"),
            entry.texts("fusion-of"),
            entry.texts("not-fusion"),
            entry.texts("variant-of"),
            entry.texts("not-variants"),
            entry.texts("suggested-by-loss-of"),
            SourceReader.citation(entry));
    entry.end();
    problems.declare("lesion", lesion.fact().id(), entry.place());
    return lesion;
  }

  private static Lesion.LesionPart part(Entry entry) {
    Lesion.LesionPart part = new Lesion.LesionPart(entry.text("part"), entry.texts("names"));
    entry.end();
    return part;
  }

  private Lesion.LesionTest test(Entry entry) {
    Lesion.LesionTest test =
        new Lesion.LesionTest(
            entry.text("concept"), entry.optionalText("part"), entry.flag("monitors"));
    entry.end();
    return test;
  }
}
