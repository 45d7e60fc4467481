package org.karyon.iscn;

/** One entry of a clone's list of changes. */
sealed interface Abnormality permits ChromosomeChange, StructuralChange, MarkerChange {

  Notation notation();

  default boolean acquired() {
    return !notation().constitutional();
  }
}
