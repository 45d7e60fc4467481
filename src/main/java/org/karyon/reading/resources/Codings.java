package org.karyon.reading.resources;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.karyon.chart.resource.CodeableConcept;
import org.karyon.chart.resource.Coding;
import org.karyon.reading.words.Words;
import org.karyon.terminology.Concept;
import org.karyon.terminology.Terminology;

/** What codings stand for, and their words where no code is known. */
public final class Codings {

  /** More codings for one concept are no translation but an attack. */
  private static final int MOST_CODINGS = 50;

  private final Terminology terminology;

  public Codings(Terminology terminology) {
    this.terminology = terminology;
  }

  public Terminology terminology() {
    return terminology;
  }

  public Set<String> concepts(CodeableConcept concept) {
    Set<String> concepts = new LinkedHashSet<>();
    concept.codings().stream()
        .limit(MOST_CODINGS)
        .forEach(coding -> concepts.addAll(concepts(coding)));
    return concepts;
  }

  public Set<String> concepts(List<CodeableConcept> several) {
    Set<String> concepts = new LinkedHashSet<>();
    several.forEach(concept -> concepts.addAll(concepts(concept)));
    return concepts;
  }

  public Set<String> concepts(Coding coding) {
    return coding.hasCode() ? terminology.conceptsOf(coding.system(), coding.code()) : Set.of();
  }

  /** The concepts of its codes, or, where no code is known, those that its words name. */
  public Set<String> conceptsOrNamed(CodeableConcept concept) {
    Set<String> concepts = concepts(concept);
    return concepts.isEmpty() ? named(allWords(concept)) : concepts;
  }

  public Set<String> named(String words) {
    Words normal = Words.of(words);
    Set<String> named = new LinkedHashSet<>();
    for (Concept concept : terminology.concepts()) {
      if (normal.containAny(concept.names())) {
        named.add(concept.id());
      }
    }
    return named;
  }

  /**
   * The concepts whose abbreviation is all that the words say; short letters mean much elsewhere.
   */
  public Set<String> abbreviated(String words) {
    String normal = Words.normal(words);
    Set<String> abbreviated = new LinkedHashSet<>();
    for (Concept concept : terminology.concepts()) {
      if (concept.abbreviations().stream().map(Words::normal).anyMatch(normal::equals)) {
        abbreviated.add(concept.id());
      }
    }
    return abbreviated;
  }

  /** The best words for a card: the text, else a display, else the code. */
  public static String words(CodeableConcept concept) {
    if (concept.hasText()) {
      return concept.text();
    }
    for (Coding coding : concept.codings()) {
      if (coding.hasDisplay()) {
        return coding.display();
      }
    }
    return concept.codings().stream()
        .filter(Coding::hasCode)
        .map(Coding::code)
        .findFirst()
        .orElse("");
  }

  /** Everything that is said in words: text and displays together, each once. */
  public static String allWords(CodeableConcept concept) {
    Map<String, String> words = new LinkedHashMap<>();
    if (concept.hasText()) {
      words.put(concept.text().toLowerCase(Locale.ROOT), concept.text());
    }
    concept.codings().stream()
        .limit(MOST_CODINGS)
        .filter(Coding::hasDisplay)
        .map(Coding::display)
        .forEach(display -> words.putIfAbsent(display.toLowerCase(Locale.ROOT), display));
    return String.join(" | ", words.values());
  }
}
