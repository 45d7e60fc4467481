package org.karyon.assessment;

import java.util.List;
import org.karyon.facts.DraftedOrder;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.guideline.OrderCheck;
import org.karyon.guideline.OrderCheck.Indicator;
import org.karyon.guideline.OrderCheck.Kind;
import org.karyon.guideline.OrderCheck.Milder;

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

  /**
   * Whether it says that an order does not fit, or that something belongs with it; a question for a
   * missing test is always the latter.
   *
   * @return the kind of what is said
   */
  public Kind kind() {
    return switch (state) {
      case CONFLICT -> check.kind();
      case NOTE -> Kind.CONFLICT;
      case OPEN -> Kind.COMPANION;
    };
  }

  /**
   * How urgent it is when the screen is said to be complete.
   *
   * @return the indicator of order-sign; while orders are still being chosen a companion is
   *     information
   */
  public Indicator indicator() {
    return switch (state) {
      case NOTE -> check.milder().map(Milder::indicator).orElse(Indicator.INFO);
      case CONFLICT, OPEN -> check.indicator();
    };
  }

  /**
   * The words of the summary.
   *
   * @return the title of the check for what it found
   */
  public String title() {
    return switch (state) {
      case CONFLICT -> check.title();
      case NOTE -> check.milder().map(Milder::title).orElse(check.title());
      case OPEN -> check.openTitle().orElse(check.title());
    };
  }

  /**
   * What the guideline says of it.
   *
   * @return one or two sentences
   */
  public String says() {
    return switch (state) {
      case NOTE -> check.milder().map(Milder::says).orElse(check.says());
      case CONFLICT, OPEN -> check.says();
    };
  }

  /** What a check found. */
  public enum State {
    /** The record speaks against the orders as they stand, or for something beside them. */
    CONFLICT,
    /** The milder conditions of the check hold. */
    NOTE,
    /** A fact that the orders depend on is not known. */
    OPEN
  }
}
