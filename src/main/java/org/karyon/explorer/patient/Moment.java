package org.karyon.explorer.patient;

import java.util.List;

/**
 * What an EHR shows at one moment of the work.
 *
 * @param hook the hook
 * @param title the moment in words
 * @param cards the cards, most urgent first
 */
public record Moment(String hook, String title, List<ShownCard> cards) {

  /** Copies the list. */
  public Moment {
    cards = List.copyOf(cards);
  }
}
