package org.karyon.facts;

import java.util.Optional;
import java.util.Set;

/**
 * A drug or procedure against the leukemia that the record speaks of.
 *
 * @param concepts the concepts that its codes or words stand for
 * @param words its name in the record's words
 * @param state how far it is
 * @param intrathecal whether it is given into the cerebrospinal fluid
 * @param fromText whether it was recognised by its words alone
 * @param start when it began or was ordered; empty when the record does not say
 * @param end when it ended: the end of its period, else the last administration, else when it was
 *     ordered; empty when the record does not say
 * @param evidence the resource
 */
public record RecordedTherapy(
    Set<String> concepts,
    String words,
    State state,
    boolean intrathecal,
    boolean fromText,
    Optional<RecordedDate> start,
    Optional<RecordedDate> end,
    Evidence evidence) {

  /** How far a therapy is. */
  public enum State {
    /** Ordered and being given. */
    ACTIVE,
    /** Given and over. */
    PAST
  }
}
