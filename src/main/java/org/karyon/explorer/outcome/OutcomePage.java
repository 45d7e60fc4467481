package org.karyon.explorer.outcome;

import java.util.List;

/**
 * What came of the advice, as tables; the page draws each of them.
 *
 * @param shown how many cards were shown
 * @param accepted how many had a suggestion taken
 * @param overridden how many were set aside
 * @param unknown entries on cards that this service did not write
 * @param rules one line for each rule
 * @param times one line for each day, or each week where there are many days
 * @param reasons why cards were set aside, the commonest first
 */
public record OutcomePage(
    long shown,
    long accepted,
    long overridden,
    long unknown,
    List<RuleLine> rules,
    List<Time> times,
    List<Reason> reasons) {

  /** Copies the lists. */
  public OutcomePage {
    rules = List.copyOf(rules);
    times = List.copyOf(times);
    reasons = List.copyOf(reasons);
  }

  /**
   * A rule.
   *
   * @param rule the rule; empty for cards that rest on none
   * @param kind the kind of its cards
   * @param version the edition of the guideline
   * @param shown how many cards
   * @param accepted how many had a suggestion taken
   * @param overridden how many were set aside
   */
  public record RuleLine(
      String rule, String kind, String version, long shown, long accepted, long overridden) {}

  /**
   * A day or a week.
   *
   * @param label the day, or the Monday of the week
   * @param shown how many cards
   * @param accepted how many entries of acceptance
   * @param overridden how many entries of overriding
   */
  public record Time(String label, long shown, long accepted, long overridden) {}

  /**
   * A reason for setting a card aside.
   *
   * @param code the code
   * @param system its system
   * @param count how often it was given
   */
  public record Reason(String code, String system, long count) {}
}
