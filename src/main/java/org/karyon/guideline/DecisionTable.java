package org.karyon.guideline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.Fact;

/**
 * Treatment rules that share a guard.
 *
 * @param id the name of the table
 * @param title the words on a page
 * @param exclusive whether at most one rule may hold at a time, apart from the declared overlaps
 * @param appliesTo the guard: every rule also needs these conditions
 * @param settleFirst the fact without which the table gives no choice while it could change the
 *     rule; empty for none
 * @param overlaps pairs of rules that may hold together, each by an interpretation
 * @param rules the rules, in the source's order
 */
public record DecisionTable(
    String id,
    String title,
    boolean exclusive,
    Row appliesTo,
    Optional<Fact<?>> settleFirst,
    List<Overlap> overlaps,
    List<TreatmentRule> rules) {

  /**
   * Rules that may hold together.
   *
   * @param rules the ids of the rules
   * @param interpretation the interpretation that says so
   */
  public record Overlap(Set<String> rules, String interpretation) {}
}
