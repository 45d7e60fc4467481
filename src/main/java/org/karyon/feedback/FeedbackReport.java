package org.karyon.feedback;

import java.time.Instant;
import java.util.List;

/**
 * What became of the cards, by rule.
 *
 * @param at when the report was made
 * @param lines one for each rule of each version of the guideline, and for cards that rest on none
 * @param unknown entries on cards whose number this service did not give out
 */
public record FeedbackReport(Instant at, List<Line> lines, long unknown) {

  /**
   * One rule. A card that rests on several rules counts for each of them, and a card on which the
   * same outcome was reported twice counts once.
   *
   * @param guidelineVersion the edition of the guideline with the fingerprint of its files
   * @param kind the kind of the cards
   * @param rule the rule; empty for cards that rest on none
   * @param shown how many cards were written
   * @param accepted how many of them had a suggestion taken
   * @param overridden how many were set aside
   * @param reasons why they were set aside, as clinicians chose
   */
  public record Line(
      String guidelineVersion,
      String kind,
      String rule,
      long shown,
      long accepted,
      long overridden,
      List<Reason> reasons) {}

  /**
   * A reason and how often it was given.
   *
   * @param system the code system
   * @param code the code
   * @param count how often
   */
  public record Reason(String system, String code, long count) {}
}
