package org.karyon.iscn.model;

/** A band of a chromosome at which a rearrangement breaks it. */
public record Breakpoint(Chromosome chromosome, Band band) {

  public boolean touches(Breakpoint region) {
    return chromosome == region.chromosome && band.overlaps(region.band);
  }
}
