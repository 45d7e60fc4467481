package org.karyon.iscn.model;

/**
 * A stretch of bases of one chromosome.
 *
 * @param from first base, counted from 1
 * @param to last base
 */
public record BaseRange(long from, long to) {

  public boolean meets(BaseRange other) {
    return from <= other.to && to >= other.from;
  }
}
