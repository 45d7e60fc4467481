package org.karyon.reading.genetics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.Presence;
import org.karyon.guideline.Lesion;
import org.karyon.guideline.Lesion.LesionPart;
import org.karyon.guideline.Lesion.LesionTest;
import org.karyon.reading.words.PhraseIndex;
import org.karyon.reading.words.Words;

/** Finds the lesions that words name; "BCR-ABL1-like" is not BCR-ABL1. */
final class LesionNames {

  private final List<Lesion> lesions;
  private final List<String> philadelphiaLike;
  private final PhraseIndex<Lesion> named = new PhraseIndex<>();

  LesionNames(List<Lesion> lesions) {
    this.lesions = lesions;
    this.philadelphiaLike =
        lesions.stream()
            .filter(lesion -> lesion.fact().equals(Facts.PH_LIKE))
            .flatMap(lesion -> lesion.names().stream())
            .toList();
    for (Lesion lesion : lesions) {
      List<String> phrases = new ArrayList<>(lesion.names());
      phrases.addAll(lesion.shownBy());
      phrases.addAll(lesion.fishNames());
      lesion.variantOf().forEach(gene -> phrases.add(gene.replace("gene-", "")));
      named.add(lesion, phrases);
    }
  }

  /**
   * A lesion that words name.
   *
   * @param lesion the lesion
   * @param whole whether it is named itself, so that a negative speaks of it, and not only by a
   *     partner or an example of it
   * @param byGeneAlone whether only its gene is named, which may be gained or lost as well
   * @param part the part that is named alone
   */
  record Named(Lesion lesion, boolean whole, boolean byGeneAlone, Optional<String> part) {}

  /** The lesions that words name on their own. */
  List<Named> in(Words words) {
    return in(words, false);
  }

  /**
   * The lesions that words name, with those whose gene alone names them among probes and
   * rearrangements.
   */
  List<Named> in(Words words, boolean rearrangements) {
    Set<Lesion> possible = named.in(words);
    if (possible.isEmpty()) {
      return List.of();
    }
    List<Named> found = new ArrayList<>();
    boolean like = words.containAny(philadelphiaLike);
    for (Lesion lesion : possible) {
      boolean masked = like && isHiddenByPhiladelphiaLike(lesion.fact());
      if (!masked && !isOther(lesion, words)) {
        named(lesion, words, rearrangements).ifPresent(found::add);
      }
    }
    return found;
  }

  /** A lesion as a whole, where something else than its names tells it. */
  Optional<Named> whole(Fact<Presence> fact) {
    return lesions.stream()
        .filter(lesion -> lesion.fact().equals(fact))
        .map(lesion -> new Named(lesion, true, false, Optional.empty()))
        .findFirst();
  }

  private static Optional<Named> named(Lesion lesion, Words words, boolean rearrangements) {
    int named = words.longest(lesion.names());
    int shown = words.longest(lesion.shownBy());
    if (named > 0 || shown > 0) {
      return Optional.of(new Named(lesion, named >= shown, false, part(lesion, words)));
    }
    boolean mutated =
        words.contain("mutation")
            && lesion.variantOf().stream()
                .anyMatch(gene -> words.contain(gene.replace("gene-", "")));
    if (mutated) {
      return Optional.of(new Named(lesion, false, false, Optional.empty()));
    }
    return rearrangements && words.containAny(lesion.fishNames())
        ? Optional.of(new Named(lesion, true, true, Optional.empty()))
        : Optional.empty();
  }

  /** The one part of a lesion that words speak of where the lesion itself was named before. */
  static Optional<Named> carriedOn(Lesion lesion, Words words) {
    boolean named =
        lesion.parts().stream().anyMatch(part -> words.containAny(part.names()))
            && !isOther(lesion, words);
    return named
        ? Optional.of(new Named(lesion, true, false, part(lesion, words)))
        : Optional.empty();
  }

  /** "ETV6::RUNX1-like" resembles the lesion and is not the lesion. */
  private static boolean isOther(Lesion lesion, Words words) {
    boolean resembles =
        !lesion.fact().equals(Facts.PH_LIKE)
            && lesion.names().stream().anyMatch(name -> words.contain(name + " like"));
    return resembles
        || words.containAny(lesion.notWith())
        || words.containAny(lesion.notVariants());
  }

  private static boolean isHiddenByPhiladelphiaLike(Fact<Presence> fact) {
    return fact.equals(Facts.BCR_ABL1) || fact.equals(Facts.ABL_CLASS);
  }

  /** Empty where all parts are named that together make the whole, or none. */
  private static Optional<String> part(Lesion lesion, Words words) {
    List<String> named =
        lesion.parts().stream()
            .filter(part -> words.containAny(part.names()))
            .map(LesionPart::part)
            .toList();
    List<String> all =
        lesion.tests().stream().map(LesionTest::part).flatMap(Optional::stream).toList();
    return named.containsAll(all) ? Optional.empty() : named.stream().findFirst();
  }
}
