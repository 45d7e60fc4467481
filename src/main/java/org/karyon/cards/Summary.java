package org.karyon.cards;

import org.karyon.facts.DraftedOrder;

/** A card's summary: one plain line of at most 139 characters (CDS Hooks 2.0, Card Attributes). */
final class Summary {

  private static final int LONGEST = 139;

  private Summary() {}

  /** The name of an order as plain text: some clients render a summary as HTML. */
  static String name(DraftedOrder order) {
    return order.words().replaceAll("[<>\\p{Cntrl}]+", " ").strip();
  }

  static String of(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1).strip() + "\u2026";
  }
}
