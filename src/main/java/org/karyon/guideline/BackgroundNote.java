package org.karyon.guideline;

import java.util.List;

/**
 * An explanatory note for cards and pages.
 *
 * @param id its name
 * @param text one or two sentences
 * @param brief the same in a few words, where it stands in a line with others
 * @param citation the source lines
 * @param caution whether it tells of a risk, which is said beside the option always
 * @param shownWhen rows, one of which must hold for a patient's treatment card to show it by
 *     itself; empty for a note that only stands beside options
 */
public record BackgroundNote(
    String id,
    String text,
    String brief,
    Citation citation,
    boolean caution,
    List<Row> shownWhen) {}
