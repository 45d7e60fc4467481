package org.karyon.cards;

/** How much stands in a card's detail; the extension is complete in both. */
public enum CardDetail {
  /** What is read in five seconds. */
  BRIEF,
  /** The same, and below it every finding, the timeline, the rules and the interpretations. */
  FULL
}
