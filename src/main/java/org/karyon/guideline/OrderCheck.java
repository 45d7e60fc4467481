package org.karyon.guideline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.Course;
import org.karyon.facts.Fact;

/**
 * A check of the orders on the screen.
 *
 * @param id the check id on the wire
 * @param indicator how urgent its card is
 * @param title the words of the card's summary
 * @param openTitle the words while a condition is not known yet; empty where the check then stays
 *     silent
 * @param says what the guideline says, in Karyon's words
 * @param advice what a clinician may do
 * @param drafted groups or concepts, one of which must be among the orders looked at
 * @param unlessOrdered groups or concepts that silence it when drafted, active or ordered
 * @param givenWithin how many days ago one of those may have been given to silence it as well
 * @param when rows, one of which must hold; empty when the drafts alone decide
 * @param orWhenOrdered groups or concepts that fire it as well when drafted, active or ordered
 * @param whenUnknown the fact whose being unknown fires it, with the conditions around it; empty
 *     for none
 * @param whenMissing work-up items whose absence fires it
 * @param repeats the repetitions it looks for; empty for none
 * @param asks work-up items that settle its conditions, in the order in which they are asked
 * @param suggests orders to suggest when it fires
 * @param removes whether the drafts concerned are offered for removal
 * @param replacesWith the option offered in their place; empty for none
 * @param citation the source lines
 * @param interpretations the interpretations it rests on
 */
public record OrderCheck(
    String id,
    Indicator indicator,
    String title,
    Optional<String> openTitle,
    String says,
    String advice,
    List<String> drafted,
    List<String> unlessOrdered,
    Optional<Parameter> givenWithin,
    List<Row> when,
    List<String> orWhenOrdered,
    Optional<UnknownFact> whenUnknown,
    List<String> whenMissing,
    Optional<Repeats> repeats,
    List<String> asks,
    List<String> suggests,
    boolean removes,
    Optional<String> replacesWith,
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

  /**
   * Which repetitions a check looks for; an active order of the same is always one.
   *
   * @param tests work-up items that are not to be repeated once they are done
   * @param courses the courses in which a done test counts; later, a repetition is monitoring
   */
  public record Repeats(List<String> tests, Set<Course> courses) {}
}
