package org.karyon.reading.genetics;

import java.util.Optional;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.Presence;

/**
 * What one result says of one genetic lesion.
 *
 * @param lesion the fact
 * @param says what it says
 * @param part the part of the lesion that it can see; empty for the whole
 * @param evidence the resource
 */
public record LesionEvidence(
    Fact<Presence> lesion, Says says, Optional<String> part, Evidence evidence) {

  /** What a result can say of a lesion. */
  public enum Says {
    /** Shown by a method that can see it. */
    PRESENT,
    /** Excluded by a method that can see it. */
    ABSENT,
    /** Not seen by a method that could have missed it. */
    NOT_SEEN,
    /** Suggested; another test must confirm it (I-10). */
    POSSIBLE,
    /** The assay gave no answer. */
    INDETERMINATE,
    /** A result is registered or preliminary. */
    PENDING;

    /** Whether the method gave an answer; a failed or awaited assay is no result (I-11). */
    boolean isAnswer() {
      return switch (this) {
        case PRESENT, ABSENT, NOT_SEEN, POSSIBLE -> true;
        case INDETERMINATE, PENDING -> false;
      };
    }
  }
}
