package org.karyon.iscn.model;

import java.util.List;
import java.util.Optional;
import org.karyon.iscn.text.Span;

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
public record ArraySegment(
    Chromosome chromosome,
    List<Band> bands,
    Optional<BaseRange> bases,
    GenomeBuild build,
    Multiple copies,
    Span span) {

  /** Whether it is a whole chromosome as far as the bands tell. */
  public boolean spansBothArms() {
    return bands.isEmpty() || bands.getFirst().arm() != bands.getLast().arm();
  }
}
