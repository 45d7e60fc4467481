package org.karyon.cards;

/** A card's summary: one plain line of at most 139 characters (CDS Hooks 2.0, Card Attributes). */
final class Summary {

  private static final int LONGEST = 139;

  private Summary() {}

  static String of(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1).strip() + "\u2026";
  }
}
