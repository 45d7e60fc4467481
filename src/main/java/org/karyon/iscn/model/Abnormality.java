package org.karyon.iscn.model;

/** One entry of a clone's list of changes. */
public sealed interface Abnormality permits ChromosomeChange, StructuralChange, MarkerChange {

  Notation notation();

  default boolean acquired() {
    return !notation().constitutional();
  }
}
