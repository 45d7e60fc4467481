package org.karyon.reading.resources;

import java.util.Set;

/**
 * What a result that is a genetic variant says of it in its components.
 *
 * @param genes the genes that it names, as concepts
 * @param fusion whether it is a fusion or translocation
 * @param benign whether it is called benign or of unknown significance
 * @param copyNumber how many copies it tells of, where it is a change of their number
 * @param details what its components say in words
 */
public record GeneticVariant(
    Set<String> genes,
    boolean fusion,
    boolean benign,
    Result.CopyNumber copyNumber,
    String details) {

  /** What a result says that is no variant. */
  static final GeneticVariant NONE =
      new GeneticVariant(Set.of(), false, false, Result.CopyNumber.NOT_STATED, "");
}
