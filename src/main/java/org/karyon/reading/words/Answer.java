package org.karyon.reading.words;

/** What a result says of the thing that was looked for. */
public enum Answer {
  PRESENT,
  ABSENT,
  /** The assay gave no answer: indeterminate, failed, or its parts disagree. */
  INDETERMINATE
}
