package org.karyon.reading.words;

/** The parts of a report by what their sentences may say. */
public enum Section {
  /** Results and interpretations of this sample, and what stands under no heading. */
  RESULT,
  /** Comments: what they find counts, what they miss excludes nothing. */
  COMMENT,
  /** Addenda and corrections, which may take a result back. */
  CORRECTION,
  /** Methods, reference ranges, history, disclaimers: nothing of this sample. */
  OTHER
}
