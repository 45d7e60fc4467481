package org.karyon.reading.words;

/**
 * What a statement speaks of.
 *
 * @param name its words with the nouns that belong to it: "igh rearrangement"
 * @param residual whether it is residual disease
 * @param other whether it is a part of the sample apart: a subclone, normal cells
 */
public record StatementSubject(String name, boolean residual, boolean other) {}
