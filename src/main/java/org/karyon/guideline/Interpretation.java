package org.karyon.guideline;

/**
 * How Karyon reads the source where the source is silent or unclear; shown to users as an
 * interpretation.
 *
 * @param id I-01, I-02 and so on
 * @param title a few words
 * @param text what holds, in full sentences
 * @param citation the lines where the question arises
 */
public record Interpretation(String id, String title, String text, Citation citation) {}
