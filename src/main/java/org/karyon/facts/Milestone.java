package org.karyon.facts;

import java.util.Comparator;
import java.util.Optional;

/**
 * One dated event of the way to where the patient stands.
 *
 * @param kind what happened
 * @param value what it showed, where it is a response or residual disease
 * @param evidence the resource that shows it; it always has a date
 */
public record Milestone(Kind kind, Optional<Term> value, Evidence evidence) {

  /** Oldest first; events of one day in the order of the kinds. */
  public static final Comparator<Milestone> OLDEST_FIRST =
      Comparator.comparing(Milestone::date, Comparator.comparing(RecordedDate::earliest))
          .thenComparing(Milestone::kind)
          .thenComparing(milestone -> milestone.evidence().resource());

  /** What kind of event it is. */
  public enum Kind {
    /** The leukemia was diagnosed. */
    DIAGNOSIS,
    /** A genetic result was taken. */
    GENETICS,
    /** Treatment began. */
    TREATMENT,
    /** A transplantation or a cell therapy. */
    CELL_THERAPY,
    /** A response, or its loss, was stated or shown. */
    RESPONSE,
    /** Residual disease was measured with an answer. */
    RESIDUAL_DISEASE
  }

  /**
   * When it happened.
   *
   * @return the date of the evidence
   */
  public RecordedDate date() {
    return evidence.date().orElseThrow();
  }
}
