package org.karyon.reading.resources;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.karyon.chart.resource.CodeableConcept;
import org.karyon.chart.resource.Coding;
import org.karyon.reading.words.PhraseIndex;
import org.karyon.reading.words.Words;
import org.karyon.terminology.Concept;
import org.karyon.terminology.ConceptGroup;
import org.karyon.terminology.Terminology;
import org.karyon.terminology.UnknownCodes;

/** What codings stand for, and their words where no code is known. */
public final class Codings {

  /** More codings for one concept are no translation but an attack. */
  private static final int MOST_CODINGS = 50;

  private final Terminology terminology;
  private final UnknownCodes unknown = new UnknownCodes();
  private final PhraseIndex<String> names = new PhraseIndex<>();
  private final Map<String, Set<String>> abbreviations = new HashMap<>();

  public Codings(Terminology terminology) {
    this.terminology = terminology;
    for (Concept concept : terminology.concepts()) {
      names.add(concept.id(), concept.names());
      for (String abbreviation : concept.abbreviations()) {
        abbreviations
            .computeIfAbsent(Words.normal(abbreviation), unused -> new LinkedHashSet<>())
            .add(concept.id());
      }
    }
  }

  /** The codes of names that stand for nothing here. */
  public UnknownCodes unknown() {
    return unknown;
  }

  /** The concepts of what something is called; a code that stands for none is counted. */
  public Set<String> conceptsOfName(CodeableConcept name) {
    Set<String> concepts = concepts(name);
    if (concepts.isEmpty()) {
      name.codings().stream()
          .limit(MOST_CODINGS)
          .filter(Coding::hasCode)
          .forEach(coding -> unknown.met(coding.system(), coding.code()));
    }
    return concepts;
  }

  public Terminology terminology() {
    return terminology;
  }

  /** Whether a code of the concept belongs to the group. */
  public boolean areAny(CodeableConcept concept, ConceptGroup group) {
    return terminology.isAny(concepts(concept), group);
  }

  public Set<String> concepts(CodeableConcept concept) {
    List<Coding> codings = concept.codings();
    if (codings.size() == 1) {
      return Collections.unmodifiableSet(concepts(codings.get(0)));
    }
    Set<String> concepts = new LinkedHashSet<>();
    codings.stream().limit(MOST_CODINGS).forEach(coding -> concepts.addAll(concepts(coding)));
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
    return names.in(Words.of(words));
  }

  /**
   * The concepts whose abbreviation is all that the words say; short letters mean much elsewhere.
   */
  public Set<String> abbreviated(String words) {
    return abbreviations.getOrDefault(Words.normal(words), Set.of());
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
    List<Coding> codings = concept.codings();
    if (codings.isEmpty()) {
      return concept.text();
    }
    Map<String, String> words = new LinkedHashMap<>();
    if (concept.hasText()) {
      words.put(concept.text().toLowerCase(Locale.ROOT), concept.text());
    }
    for (Coding coding : codings.subList(0, Math.min(codings.size(), MOST_CODINGS))) {
      if (coding.hasDisplay()) {
        words.putIfAbsent(coding.display().toLowerCase(Locale.ROOT), coding.display());
      }
    }
    return String.join(" | ", words.values());
  }
}
