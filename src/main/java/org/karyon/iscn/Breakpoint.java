package org.karyon.iscn;

/** A band of a chromosome at which a rearrangement breaks it. */
record Breakpoint(Chromosome chromosome, Band band) {

  boolean touches(Breakpoint region) {
    return chromosome == region.chromosome && band.overlaps(region.band);
  }
}
