package org.karyon.guideline;

/**
 * An explanatory note for cards and pages.
 *
 * @param id its name
 * @param text one or two sentences
 * @param citation the source lines
 */
public record BackgroundNote(String id, String text, Citation citation) {}
