package org.karyon.iscn.model;

/** A whole chromosome gained or lost, such as {@code +21} or {@code -7}. */
public record ChromosomeChange(Notation notation, Chromosome chromosome) implements Abnormality {}
