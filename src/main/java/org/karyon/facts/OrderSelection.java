package org.karyon.facts;

import java.util.Set;

/** Which drafts a hook asks about (CDS Hooks, contexts of order-select and order-sign). */
public sealed interface OrderSelection {

  /** All of them: order-sign, or a selection that names no draft on the screen. */
  record Every() implements OrderSelection {}

  /**
   * Those that the clinician just picked.
   *
   * @param references their names as {@code Type/id}
   */
  record Named(Set<String> references) implements OrderSelection {

    /** Copies the set, so that a selection never changes. */
    public Named {
      references = Set.copyOf(references);
    }
  }
}
