package org.karyon.iscn.report;

/**
 * The part of the text a finding rests on.
 *
 * @param text the characters as they were given
 * @param start index of the first character in the given text
 * @param end index after the last character
 */
public record Excerpt(String text, int start, int end) {}
