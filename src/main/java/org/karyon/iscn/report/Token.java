package org.karyon.iscn.report;

/**
 * A piece of the text with its place.
 *
 * @param text the characters as they were given
 * @param start index of the first character in the given text
 * @param end index after the last character
 * @param kind what it was read as
 */
public record Token(String text, int start, int end, TokenKind kind) {}
