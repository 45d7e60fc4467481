package org.karyon.iscn.grammar;

/**
 * A stretch [from, to) of a report that one technique fills.
 *
 * @param kind the technique
 * @param from first index
 * @param content index where the result begins, after the name of the technique
 * @param to index after the last character
 */
record Segment(Kind kind, int from, int content, int to) {

  /** The techniques told apart. */
  enum Kind {
    BANDING,
    INTERPHASE_FISH,
    METAPHASE_FISH,
    ARRAY,
    OTHER_TECHNIQUE,
    PROSE
  }
}
