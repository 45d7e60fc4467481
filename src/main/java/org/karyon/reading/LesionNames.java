package org.karyon.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.Presence;
import org.karyon.guideline.Lesion;
import org.karyon.guideline.Lesion.LesionPart;

/** Finds the lesions that words name; "BCR-ABL1-like" is not BCR-ABL1. */
final class LesionNames {

  private final List<Lesion> lesions;
  private final List<String> philadelphiaLike;

  LesionNames(List<Lesion> lesions) {
    this.lesions = lesions;
    this.philadelphiaLike =
        lesions.stream()
            .filter(lesion -> lesion.fact().equals(Facts.PH_LIKE))
            .flatMap(lesion -> lesion.names().stream())
            .toList();
  }

  /**
   * A lesion that words name.
   *
   * @param lesion the lesion
   * @param whole whether it is named itself, so that a negative speaks of it, and not only by a
   *     partner or an example of it
   * @param part the part that is named alone
   */
  record Named(Lesion lesion, boolean whole, Optional<String> part) {}

  List<Named> in(Words words) {
    List<Named> found = new ArrayList<>();
    boolean like = words.containAny(philadelphiaLike);
    for (Lesion lesion : lesions) {
      boolean masked = like && isHiddenByPhiladelphiaLike(lesion.fact());
      int named = words.longest(lesion.names());
      int shown = words.longest(lesion.shownBy());
      if (!masked && (named > 0 || shown > 0) && !words.containAny(lesion.notWith())) {
        found.add(new Named(lesion, named >= shown, part(lesion, words)));
      }
    }
    return found;
  }

  private static boolean isHiddenByPhiladelphiaLike(Fact<Presence> fact) {
    return fact.equals(Facts.BCR_ABL1) || fact.equals(Facts.ABL_CLASS);
  }

  private static Optional<String> part(Lesion lesion, Words words) {
    List<String> parts =
        lesion.parts().stream()
            .filter(part -> words.containAny(part.names()))
            .map(LesionPart::part)
            .toList();
    return parts.size() == 1 ? Optional.of(parts.get(0)) : Optional.empty();
  }
}
