package org.karyon.guideline;

import java.util.List;
import java.util.Optional;
import org.karyon.facts.Fact;

/**
 * A check of the orders on the screen.
 *
 * @param id the check id on the wire
 * @param indicator how urgent its card is
 * @param title the words of the card's summary
 * @param drafted concepts or groups, one of which must be among the orders looked at
 * @param unlessOrdered concepts or groups whose presence silences it
 * @param when rows, one of which must hold; empty when the drafts alone decide
 * @param orWhenOrdered concepts or groups whose presence fires it as well
 * @param whenUnknown the fact whose being unknown fires it, with the conditions around it; empty
 *     for none
 * @param whenMissing work-up items whose absence fires it
 * @param repeats whether it looks for orders that repeat done or active ones
 * @param asks work-up items to suggest while a condition is unknown
 * @param suggests orders to suggest when it fires
 * @param citation the source lines
 * @param interpretations the interpretations it rests on
 */
public record OrderCheck(
    String id,
    Indicator indicator,
    String title,
    List<String> drafted,
    List<String> unlessOrdered,
    List<Row> when,
    List<String> orWhenOrdered,
    Optional<UnknownFact> whenUnknown,
    List<String> whenMissing,
    boolean repeats,
    List<String> asks,
    List<String> suggests,
    Citation citation,
    List<String> interpretations) {

  /** How urgent a card is. */
  public enum Indicator {
    /** Worth knowing. */
    INFO("info"),
    /** Should be looked at before signing. */
    WARNING("warning"),
    /** Must be looked at before signing. */
    CRITICAL("critical");

    private final String id;

    Indicator(String id) {
      this.id = id;
    }

    /**
     * The indicator on the wire.
     *
     * @return its id
     */
    public String id() {
      return id;
    }
  }

  /**
   * A fact that is unknown where other conditions hold.
   *
   * @param around the other conditions
   * @param fact the fact
   */
  public record UnknownFact(Row around, Fact<?> fact) {}
}
