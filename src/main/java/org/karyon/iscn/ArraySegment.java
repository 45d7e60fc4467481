package org.karyon.iscn;

import java.util.List;

/**
 * A chromosome or part of it with its number of copies, as an array found it.
 *
 * @param chromosome the chromosome
 * @param bands the bands it begins and ends in; empty for a whole chromosome
 * @param from first base, -1 where no coordinates are given
 * @param to last base
 * @param copies number of copies
 * @param span where it stands in the text
 */
record ArraySegment(
    Chromosome chromosome, List<Band> bands, long from, long to, Multiple copies, Span span) {

  /** Whether a gene is inside: surely, perhaps (one shared band, no coordinates), or not. */
  FeatureState covers(ArrayRule rule) {
    if (chromosome != rule.region().chromosome()) {
      return FeatureState.ABSENT;
    }
    if (from >= 0) {
      return from <= rule.to() && to >= rule.from() ? FeatureState.PRESENT : FeatureState.ABSENT;
    }
    Band gene = rule.region().band();
    return switch (bands.size()) {
      case 0 -> FeatureState.PRESENT;
      case 1 -> bands.getFirst().overlaps(gene) ? FeatureState.POSSIBLE : FeatureState.ABSENT;
      default -> between(gene) ? FeatureState.PRESENT : FeatureState.ABSENT;
    };
  }

  /** Whether it is a whole chromosome as far as the bands tell. */
  boolean spansBothArms() {
    return bands.isEmpty() || bands.getFirst().arm() != bands.getLast().arm();
  }

  private boolean between(Band gene) {
    Band first = bands.getFirst();
    Band last = bands.getLast();
    if (first.arm() == last.arm()) {
      int low = Math.min(first.from(), last.from());
      int high = Math.max(first.to(), last.to());
      return gene.overlaps(new Band(first.arm(), low, high, false));
    }
    Band end = first.arm() == gene.arm() ? first : last;
    return gene.overlaps(new Band(gene.arm(), 0, end.to(), false));
  }
}
