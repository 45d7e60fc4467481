package org.karyon.facts;

import java.util.Set;

/**
 * An unsigned order on the screen.
 *
 * @param reference how the client names it, for example {@code MedicationRequest/draft-1}
 * @param kind what kind of order it is
 * @param concepts what its codes or words stand for; empty when nothing known is ordered
 * @param words its name in the clinician's words; empty while nothing is chosen yet
 * @param intrathecal whether it is given into the cerebrospinal fluid
 * @param fromText whether it was recognised by its words alone
 * @param renews references of the orders that it takes the place of
 */
public record DraftedOrder(
    String reference,
    Kind kind,
    Set<String> concepts,
    String words,
    boolean intrathecal,
    boolean fromText,
    Set<String> renews) {

  /** Copies the sets, so that an order never changes. */
  public DraftedOrder {
    concepts = Set.copyOf(concepts);
    renews = Set.copyOf(renews);
  }

  /**
   * Whether the clinician has not yet said what is ordered.
   *
   * @return true for a draft without a drug or a test
   */
  public boolean isUnnamed() {
    return kind != Kind.OTHER && concepts.isEmpty() && words.isEmpty();
  }

  /** What kind of order a draft is. */
  public enum Kind {
    /** A medication. */
    MEDICATION,
    /** A test or a procedure. */
    SERVICE,
    /** A draft of a kind that this guideline says nothing of, for example a diet. */
    OTHER
  }
}
