package org.karyon.explorer.karyotype;

/**
 * A piece of a text with its meaning.
 *
 * @param text the characters as they were given
 * @param meaning its meaning, which is its style as well; empty between the pieces
 * @param said the meaning in words
 */
public record Piece(String text, String meaning, String said) {}
