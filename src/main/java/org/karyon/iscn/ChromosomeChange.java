package org.karyon.iscn;

/** A whole chromosome gained or lost, such as {@code +21} or {@code -7}. */
record ChromosomeChange(Notation notation, Chromosome chromosome) implements Abnormality {}
