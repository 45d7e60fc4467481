package org.karyon.explorer.patient;

import java.util.List;

/**
 * A card as an EHR shows it.
 *
 * @param indicator info, warning or critical
 * @param summary its first line
 * @param html its detail, safe to show
 * @param source the label of the guideline
 * @param suggestions the buttons
 * @param links where its rules are read
 */
public record ShownCard(
    String indicator,
    String summary,
    String html,
    String source,
    List<Button> suggestions,
    List<Link> links) {

  /** Copies the lists. */
  public ShownCard {
    suggestions = List.copyOf(suggestions);
    links = List.copyOf(links);
  }

  /**
   * A suggestion.
   *
   * @param label the words of the button
   * @param actions what taking it does, JSON
   */
  public record Button(String label, String actions) {}

  /**
   * A place in the guideline.
   *
   * @param label its words
   * @param address relative to this service
   */
  public record Link(String label, String address) {}
}
