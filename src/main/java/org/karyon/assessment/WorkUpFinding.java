package org.karyon.assessment;

import java.util.List;
import java.util.Optional;
import org.karyon.facts.Evidence;
import org.karyon.guideline.WorkUpItem;

/**
 * How far one work-up item is.
 *
 * @param item the item
 * @param status how far it is
 * @param evidence the resources that show it, newest first
 * @param remaining what is left to order; empty unless it is missing
 * @param note what a clinician should know of it; empty for nothing
 */
public record WorkUpFinding(
    WorkUpItem item,
    Status status,
    List<Evidence> evidence,
    List<String> remaining,
    Optional<String> note) {

  /** How far a work-up item is. */
  public enum Status {
    /** Done recently enough. */
    DONE,
    /** Ordered, no result yet. */
    ORDERED,
    /** Neither done nor ordered. */
    MISSING,
    /** The record that would tell could not be read, so nothing is said of it. */
    UNREADABLE
  }
}
