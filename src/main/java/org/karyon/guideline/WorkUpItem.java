package org.karyon.guideline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.Course;
import org.karyon.facts.Fact;
import org.karyon.facts.Lineage;

/**
 * A test that the guideline asks for.
 *
 * @param id the id on the wire
 * @param name the words on a card
 * @param baseline whether every patient needs it at diagnosis
 * @param courses the courses in which a baseline item is still asked for
 * @param counts how long a result counts
 * @param doneBy concepts, any one of which resulted completes it
 * @param orderedBy further concepts whose order counts as an order of the item
 * @param orAllOf groups of concepts; one of each group resulted completes it; empty for none
 * @param named words that name it where no known code is present
 * @param settles facts that it settles; it is not asked for once they are known
 * @param settledBy facts that must be known for it to be done, by lineage; empty for an ordinary
 *     item
 * @param replacedBy the item that may stand for it; empty for none
 * @param orders what is drafted when it is missing
 * @param citation the source lines
 * @param interpretations the interpretations it rests on
 */
public record WorkUpItem(
    String id,
    String name,
    boolean baseline,
    Set<Course> courses,
    Recency counts,
    List<String> doneBy,
    List<String> orderedBy,
    List<List<String>> orAllOf,
    List<String> named,
    List<Fact<?>> settles,
    Map<Lineage, SettledBy> settledBy,
    Optional<String> replacedBy,
    List<String> orders,
    Citation citation,
    List<String> interpretations) {

  /** How long a result counts (I-03). */
  public sealed interface Recency {

    /**
     * Counts from some days before the first treatment, or before today while there is none.
     *
     * @param days the parameter with the number of days
     */
    record DaysBeforeTreatment(Parameter days) implements Recency {}

    /** Counts since the diagnosis. */
    record SinceDiagnosis() implements Recency {}

    /** Counts since the newest remission, relapse or start of treatment. */
    record SinceResponse() implements Recency {}
  }

  /** What completes an item that is not a single test. */
  public sealed interface SettledBy {

    /**
     * All of these facts are known.
     *
     * @param facts the facts
     */
    record AllFacts(List<Fact<?>> facts) implements SettledBy {}

    /** Any interpretable FISH, PCR or sequencing result. */
    record AnyGeneticResult() implements SettledBy {}
  }
}
