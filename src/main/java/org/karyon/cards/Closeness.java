package org.karyon.cards;

/** How closely a card is written: as it reads best, or so that it fits on a screen all the same. */
enum Closeness {
  /** A line for each regimen, and what a drug is beside the caution with it. */
  OPEN,
  /** What explains is left to the page of the rule, and regimens follow one another in a line. */
  CLOSE,
  /** The address of the rules stands as the source alone. */
  CLOSEST
}
