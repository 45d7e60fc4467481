package org.karyon.facts;

import java.util.Set;

/**
 * A test or procedure that the record speaks of, as far as work-up is concerned.
 *
 * @param concepts the concepts that its codes stand for
 * @param words its name in the record's words
 * @param state how far it is
 * @param genetic whether it is a FISH, PCR or sequencing result
 * @param evidence the resource
 */
public record RecordedTest(
    Set<String> concepts, String words, State state, boolean genetic, Evidence evidence) {

  /** How far a test is. */
  public enum State {
    /** There is a result that can be read. */
    RESULTED,
    /** There is a result, and it is too small or too free a text to exclude anything. */
    LIMITED,
    /** The assay failed or gave no answer, so it has to be done again. */
    NOT_INTERPRETABLE,
    /** It is ordered, or a result is registered or preliminary. */
    ORDERED
  }
}
