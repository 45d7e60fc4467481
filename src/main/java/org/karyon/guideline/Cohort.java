package org.karyon.guideline;

import java.util.List;
import java.util.Set;

/**
 * A question of a registry in the closed vocabulary of the tables: the patients who meet every
 * criterion.
 *
 * @param id its id, a file name
 * @param title the question in words
 * @param criteria what a patient has to meet, all of it
 */
public record Cohort(String id, String title, List<Criterion> criteria) {

  /** Copies the list, so that it never changes. */
  public Cohort {
    criteria = List.copyOf(criteria);
  }

  /** One thing that a patient has to meet. */
  public sealed interface Criterion {

    /**
     * A fact has one of some values.
     *
     * @param fact the id of the fact
     * @param values ids of its values; {@code unknown} and {@code known} stand for themselves
     */
    record FactIs(String fact, Set<String> values) implements Criterion {}

    /**
     * The risk group is one of some.
     *
     * @param groups ids of groups; {@code undetermined} where there is none
     */
    record RiskGroupIs(Set<String> groups) implements Criterion {}

    /**
     * At least one of some rules holds.
     *
     * @param rules ids of rules
     */
    record RuleHolds(Set<String> rules) implements Criterion {}

    /**
     * At least one of some options applies.
     *
     * @param options ids of options
     */
    record OptionApplies(Set<String> options) implements Criterion {}

    /**
     * At least one of some tests is neither done nor ordered.
     *
     * @param tests ids of work-up items
     */
    record TestMissing(Set<String> tests) implements Criterion {}

    /**
     * Treatment of some kind is, or is not, on record.
     *
     * @param concepts concepts of drugs and procedures, groups already written out
     * @param given whether it has to be on record
     */
    record Treated(Set<String> concepts, boolean given) implements Criterion {}
  }
}
