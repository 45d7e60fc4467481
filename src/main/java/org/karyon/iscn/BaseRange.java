package org.karyon.iscn;

/**
 * A stretch of bases of one chromosome.
 *
 * @param from first base, counted from 1
 * @param to last base
 */
record BaseRange(long from, long to) {

  boolean meets(BaseRange other) {
    return from <= other.to && to >= other.from;
  }
}
