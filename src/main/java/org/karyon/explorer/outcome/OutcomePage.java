package org.karyon.explorer.outcome;

import java.util.List;

/**
 * What came of the advice.
 *
 * @param shown how many cards were shown
 * @param accepted how many had a suggestion taken
 * @param overridden how many were set aside
 * @param unknown entries on cards that this service did not write
 * @param rules one line for each rule
 * @param columns the drawing over time
 * @param reasons why cards were set aside, the commonest first
 * @param most the highest column, in cards
 */
public record OutcomePage(
    long shown,
    long accepted,
    long overridden,
    long unknown,
    List<RuleBar> rules,
    List<Column> columns,
    List<Reason> reasons,
    long most) {

  /** Copies the lists. */
  public OutcomePage {
    rules = List.copyOf(rules);
    columns = List.copyOf(columns);
    reasons = List.copyOf(reasons);
  }

  /**
   * A rule with its bar, whose whole length is 1000.
   *
   * @param rule the rule; empty for cards that rest on none
   * @param kind the kind of its cards
   * @param version the edition of the guideline
   * @param shown how many cards
   * @param accepted how many had a suggestion taken
   * @param overridden how many were set aside
   * @param acceptedWidth the part of the bar that was accepted
   * @param overriddenWidth the part of the bar that was set aside
   */
  public record RuleBar(
      String rule,
      String kind,
      String version,
      long shown,
      long accepted,
      long overridden,
      int acceptedWidth,
      int overriddenWidth) {}

  /**
   * A column of the drawing over time, whose height is at most 160.
   *
   * @param x the left edge
   * @param width how wide it is
   * @param label the day or the first day of the week
   * @param shown how many cards
   * @param accepted how many entries of acceptance
   * @param overridden how many entries of overriding
   * @param shownHeight the height of the cards shown
   * @param acceptedHeight the height of acceptance
   * @param overriddenHeight the height of overriding
   * @param labelled whether its label is written
   */
  public record Column(
      int x,
      int width,
      String label,
      long shown,
      long accepted,
      long overridden,
      int shownHeight,
      int acceptedHeight,
      int overriddenHeight,
      boolean labelled) {}

  /**
   * A reason for setting a card aside.
   *
   * @param code the code
   * @param system its system
   * @param count how often it was given
   * @param width the length of its bar, at most 1000
   */
  public record Reason(String code, String system, long count, int width) {}
}
