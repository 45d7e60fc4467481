package org.karyon.assessment;

import java.util.List;
import org.karyon.facts.DraftedOrder;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.guideline.OrderCheck;

/**
 * A check that has something to say of the orders on the screen.
 *
 * @param check the check
 * @param state whether the record conflicts with the orders, or does not settle the question
 * @param orders the orders concerned, never empty
 * @param facts the facts it rests on
 * @param tests tests that are missing or would settle it, with how far they are
 * @param against results and orders of the record that the orders meet
 */
public record OrderFinding(
    OrderCheck check,
    State state,
    List<DraftedOrder> orders,
    List<Fact<?>> facts,
    List<WorkUpFinding> tests,
    List<Evidence> against) {

  /** Copies the lists, so that a finding never changes. */
  public OrderFinding {
    orders = List.copyOf(orders);
    facts = List.copyOf(facts);
    tests = List.copyOf(tests);
    against = List.copyOf(against);
  }

  /** What a check found. */
  public enum State {
    /** The record speaks against the orders as they stand. */
    CONFLICT,
    /** A fact that the orders depend on is not known. */
    OPEN
  }
}
