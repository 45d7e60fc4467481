package org.karyon.reading.resources;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.karyon.chart.resource.CodeableConcept;
import org.karyon.chart.resource.Coding;
import org.karyon.chart.resource.Value;
import org.karyon.reading.words.Letters;
import org.karyon.reading.words.Words;
import org.karyon.terminology.ConceptGroup;
import org.karyon.terminology.PhraseList;
import org.karyon.terminology.Terminology;

/** Finds where a resource may hold a karyotype, FISH or array result in notation. */
public final class CytogeneticNotation {

  private static final Pattern FISH =
      Pattern.compile("(?i)\\b(?:nuc[ _]?)?ish ?[(\\d]|\\bnuc ish\\b");

  /** What only a karyotype begins with, or a rearrangement with its chromosomes and bands. */
  private static final Pattern KARYOTYPE =
      Pattern.compile(
          "\\b\\d{2}(?:[~-]\\d{2})?(?:<\\dn>)? ?, ?[XY]"
              + "|\\b[a-z]{1,4}\\([\\dXY;]{1,12}\\) ?\\([pq?\\d.;]{2,40}\\)");

  /** A number of chromosomes, sex chromosomes, and what follows them in a karyotype only. */
  private static final Pattern CLONE =
      Pattern.compile("\\b\\d{2}(?:[~-]\\d{2})?(?:<\\dn>)? ?, ?X{1,3}Y{0,2}c? ?[,\\[/]");

  private CytogeneticNotation() {}

  /** Whether the value of a test that is coded or named so is expected in notation. */
  static boolean isExpected(Terminology terminology, Set<ConceptGroup> groups, Words words) {
    return groups.contains(ConceptGroup.TESTS_IN_NOTATION)
        || words.containAny(terminology.phrases(PhraseList.NAMES_OF_NOTATION));
  }

  /** Whether a text holds FISH notation, which no other kind of text does. */
  public static boolean isFish(String text) {
    return Letters.hold(text, "ish") && FISH.matcher(text).find();
  }

  /** Whether a text holds a karyotype, under whatever name it was sent. */
  public static boolean isKaryotype(String text) {
    return text.indexOf('X') >= 0 && text.indexOf(',') >= 0 && CLONE.matcher(text).find();
  }

  /** The notation of a value: a string, the code of a coding, or the words of a concept. */
  public static List<String> of(Value value) {
    return switch (value) {
      case Value.Text text -> List.of(text.text());
      case Value.Coded coded -> of(coded.concept());
      case Value.Measured unused -> List.of();
      case Value.Whole unused -> List.of();
      case Value.Ratio unused -> List.of();
      case Value.Flag unused -> List.of();
      case Value.Other unused -> List.of();
      case Value.Withheld unused -> List.of();
      case Value.None unused -> List.of();
    };
  }

  private static List<String> of(CodeableConcept coded) {
    return code(coded).or(() -> words(coded)).map(List::of).orElse(List.of());
  }

  /** The notation of a concept that may also be any other finding; empty where it is none. */
  public static List<String> in(CodeableConcept concept) {
    return of(concept).stream()
        .filter(text -> isFish(text) || KARYOTYPE.matcher(text).find())
        .toList();
  }

  private static Optional<String> code(CodeableConcept coded) {
    return coded.codings().stream()
        .filter(coding -> coding.hasCode() && coding.code().contains(","))
        .map(Coding::code)
        .findFirst()
        .or(
            () ->
                coded.codings().stream()
                    .filter(coding -> coding.hasCode() && coding.code().contains("("))
                    .map(Coding::code)
                    .findFirst());
  }

  private static Optional<String> words(CodeableConcept coded) {
    return coded.hasText()
        ? Optional.of(coded.text())
        : coded.codings().stream().filter(Coding::hasDisplay).map(Coding::display).findFirst();
  }
}
