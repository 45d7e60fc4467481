package org.karyon.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.karyon.guideline.Coded;

/**
 * What a clinician did with one card (CDS Hooks 2.0, Feedback).
 *
 * @param card the card
 * @param outcome accepted or overridden
 * @param accepted the suggestions taken; not empty when accepted
 * @param reason the reason for overriding; empty when none was given
 * @param comment the clinician's words, shortened to 2,000 characters; never logged
 * @param at when it happened
 */
public record FeedbackEntry(
    UUID card,
    Outcome outcome,
    List<UUID> accepted,
    Optional<Coded> reason,
    Optional<String> comment,
    Instant at) {

  /** What became of a card. */
  public enum Outcome {
    /** At least one suggestion was taken. */
    ACCEPTED,
    /** The card was set aside. */
    OVERRIDDEN
  }
}
