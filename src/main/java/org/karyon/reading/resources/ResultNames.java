package org.karyon.reading.resources;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.karyon.chart.resource.CodeableConcept;
import org.karyon.reading.words.Words;
import org.karyon.terminology.ConceptGroup;

/** The names of one record's results, each understood once; lives as long as its reading. */
final class ResultNames {

  private final Codings codings;
  private final Screen screen;
  private final Specimens specimens;
  private final Map<CodeableConcept, ResultName> names = new HashMap<>();

  ResultNames(Codings codings, Screen screen) {
    this.codings = codings;
    this.screen = screen;
    this.specimens = new Specimens(codings.terminology());
  }

  ResultName of(CodeableConcept code) {
    ResultName known = names.get(code);
    if (known == null) {
      known = understood(code);
      names.put(code, known);
    }
    return known;
  }

  private ResultName understood(CodeableConcept code) {
    Set<String> concepts = codings.conceptsOfName(code);
    String text = Codings.allWords(code);
    Words words = Words.of(text);
    Set<ConceptGroup> groups = codings.terminology().groups(concepts);
    return new ResultName(
        concepts,
        groups,
        text,
        words,
        CytogeneticNotation.isExpected(codings.terminology(), groups, words),
        specimens.read(Set.of(), words),
        screen.of(concepts, words));
  }
}
