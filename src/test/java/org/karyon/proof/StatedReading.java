package org.karyon.proof;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.karyon.guideline.ComorbidityGrades;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Lesion;
import org.karyon.proof.Stated.Line;
import org.karyon.terminology.CodeBinding;
import org.karyon.terminology.CodeSystem;
import org.karyon.terminology.Concept;
import org.karyon.terminology.ConceptGroup;
import org.karyon.terminology.Terminology;

/** What the folder states of reading: codes, names and words, in the form of the tables. */
final class StatedReading {

  private StatedReading() {}

  static Map<String, String> lesions(Guideline guideline) {
    Map<String, String> lines = new TreeMap<>();
    for (Lesion lesion : guideline.lesions()) {
      Line line =
          new Line()
              .with(
                  "tests",
                  lesion.tests().stream()
                      .map(
                          test ->
                              test.concept()
                                  + test.part().map(part -> "/" + part).orElse("")
                                  + (test.monitors() ? "/monitors" : ""))
                      .toList())
              .with("shown-by-tests", lesion.shownByTests())
              .with("suggested-by-tests", lesion.suggestedByTests())
              .with("diagnoses", lesion.diagnoses())
              .with("suggested-by", lesion.suggestedBy())
              .with("excluded-by", lesion.excludedByDiagnoses())
              .with("names", words(lesion.names()))
              .with("fish-names", words(lesion.fishNames()))
              .with("shown-by", words(lesion.shownBy()))
              .with("not-with", words(lesion.notWith()))
              .with("fusion", lesion.fusion())
              .with("fusion-of", lesion.fusionOf())
              .with("not-fusion", lesion.notFusion())
              .with("variant-of", lesion.variantOf())
              .with("not-variants", words(lesion.notVariants()))
              .with("loss-suggests", lesion.suggestedByLossOf())
              .with("lines", lesion.citation().lines());
      lesion.parts().forEach(part -> line.with("part-" + part.part(), words(part.names())));
      lines.put(lesion.fact().id(), line.toString());
    }
    return lines;
  }

  private static List<String> words(List<String> words) {
    return words.stream().map(word -> word.replace(' ', '_')).toList();
  }

  /** Each code with the concepts it is read as; "?" stands before one that is not verified. */
  static Map<String, String> codes(Guideline guideline) {
    Map<String, String> lines = new TreeMap<>();
    for (Concept concept : guideline.terminology().concepts()) {
      for (CodeBinding code : concept.codes()) {
        lines.merge(
            code.system() + '|' + code.code() + (code.prefix() ? "*" : ""),
            (code.verified() ? "" : "?") + concept.id(),
            (one, other) -> one.compareTo(other) < 0 ? one + ' ' + other : other + ' ' + one);
      }
    }
    return lines;
  }

  static Map<String, String> names(Guideline guideline) {
    Map<String, String> lines = new TreeMap<>();
    for (Concept concept : guideline.terminology().concepts()) {
      if (!concept.names().isEmpty() || !concept.abbreviations().isEmpty()) {
        lines.put(
            concept.id(),
            new Line()
                .with("names", words(concept.names()))
                .with("alone", words(concept.abbreviations()))
                .toString());
      }
    }
    return lines;
  }

  static Map<String, String> comorbidity(Guideline guideline) {
    Map<String, String> lines = new TreeMap<>();
    ComorbidityGrades grades = guideline.comorbidity();
    for (ComorbidityGrades.Entry entry : grades.entries()) {
      lines.put(
          entry.concept(),
          new Line()
              .with("weighs", List.of(entry.weight().id()))
              .with("named", words(entry.named()))
              .toString());
    }
    grades
        .groups()
        .forEach(
            (group, weight) ->
                lines.put(group, new Line().with("weighs", List.of(weight.id())).toString()));
    lines.put(
        "not the patient's own",
        new Line()
            .with("concepts", grades.notOwn().concepts())
            .with("before", words(grades.notOwn().before()))
            .with("anywhere", words(grades.notOwn().anywhere()))
            .with("first", words(grades.notOwn().first()))
            .with("lines", grades.citation().lines())
            .with("rests-on", grades.interpretations())
            .toString());
    return lines;
  }

  static Map<String, String> conceptGroups(Guideline guideline) {
    Map<String, String> lines = new TreeMap<>();
    for (ConceptGroup group : ConceptGroup.values()) {
      lines.put(
          group.id(), new Line().with("is", guideline.terminology().members(group)).toString());
    }
    guideline
        .terminology()
        .concepts()
        .forEach(
            concept ->
                concept
                    .number()
                    .ifPresent(
                        number ->
                            lines.put(
                                "number of " + concept.id(),
                                new Line().with("is", List.of(number)).toString())));
    return lines;
  }

  /** Systems and units by every way to write them, and the lists of phrases by their names. */
  static Map<String, String> systems(Guideline guideline, Set<String> keys) {
    Map<String, String> lines = new TreeMap<>();
    Terminology terminology = guideline.terminology();
    for (String key : keys) {
      String[] parts = key.split(" ", 2);
      String found =
          switch (parts[0]) {
            case "system" -> terminology.system(parts[1]).map(CodeSystem::uri).orElse("");
            case "unit" -> terminology.unit(parts[1]).orElse("");
            case "form" ->
                terminology.system(parts[1]).map(system -> system.form().name()).orElse("");
            case "phrases" ->
                terminology.wordsOfForm(parts[1]).stream()
                    .sorted()
                    .collect(Collectors.joining(" | "));
            default -> throw new IllegalArgumentException(key);
          };
      lines.put(key, found);
    }
    return lines;
  }

  static Map<String, String> words(Guideline guideline) {
    Map<String, String> lines = new TreeMap<>();
    guideline
        .reportWords()
        .phrases()
        .forEach(
            (wordClass, phrases) ->
                lines.put(wordClass.key(), new Line().with("are", words(phrases)).toString()));
    return lines;
  }
}
