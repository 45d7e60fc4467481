package org.karyon.iscn;

import java.util.List;
import java.util.Optional;

/**
 * A chromosome or part of it with its number of copies, as an array found it.
 *
 * @param chromosome the chromosome
 * @param bands the bands it begins and ends in; empty for a whole chromosome
 * @param bases the bases it begins and ends with; empty where none are given
 * @param build the reference genome of the bases
 * @param copies number of copies
 * @param span where it stands in the text
 */
record ArraySegment(
    Chromosome chromosome,
    List<Band> bands,
    Optional<BaseRange> bases,
    GenomeBuild build,
    Multiple copies,
    Span span) {

  /**
   * Whether a gene is touched: surely, perhaps (one shared band without bases, or bases that fit
   * one build only where none is stated), or not.
   */
  FeatureState covers(ArrayRule rule) {
    if (chromosome != rule.region().chromosome()) {
      return FeatureState.ABSENT;
    }
    if (bases.isPresent()) {
      return touches(rule, bases.get());
    }
    Band gene = rule.region().band();
    return switch (bands.size()) {
      case 0 -> FeatureState.PRESENT;
      case 1 -> bands.getFirst().overlaps(gene) ? FeatureState.POSSIBLE : FeatureState.ABSENT;
      default -> between(gene) ? FeatureState.PRESENT : FeatureState.ABSENT;
    };
  }

  private FeatureState touches(ArrayRule rule, BaseRange segment) {
    boolean in37 = build != GenomeBuild.GRCH38 && segment.meets(rule.grch37());
    boolean in38 = build != GenomeBuild.GRCH37 && segment.meets(rule.grch38());
    boolean sure = build == GenomeBuild.UNSTATED ? in37 && in38 : in37 || in38;
    if (sure) {
      return FeatureState.PRESENT;
    }
    return in37 || in38 ? FeatureState.POSSIBLE : FeatureState.ABSENT;
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
