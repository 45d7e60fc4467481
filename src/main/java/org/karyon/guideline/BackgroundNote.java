package org.karyon.guideline;

/**
 * An explanatory note for cards and pages.
 *
 * @param id its name
 * @param text one or two sentences
 * @param citation the source lines
 * @param caution whether it tells of a risk, which is said beside the option always
 */
public record BackgroundNote(String id, String text, Citation citation, boolean caution) {}
