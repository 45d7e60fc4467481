package org.karyon.feedback;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/**
 * What became of the cards, by rule.
 *
 * @param at when the report was made
 * @param lines one for each rule of each version of the guideline, and for cards that rest on none
 * @param months the same by month and service, oldest first
 * @param marked the rules whose cards are overridden more often than a share, most often first
 * @param markedFrom that share, from 0 to 1
 * @param unknown entries on cards whose number this service did not give out
 */
public record FeedbackReport(
    Instant at,
    List<Line> lines,
    List<Month> months,
    List<Marked> marked,
    double markedFrom,
    long unknown) {

  /**
   * One rule. A card that rests on several rules counts for each of them, and a card on which the
   * same outcome was reported twice counts once.
   *
   * @param guidelineVersion the edition of the guideline with the fingerprint of its files
   * @param kind the kind of the cards
   * @param rule the rule; empty for cards that rest on none
   * @param counts what became of the cards
   */
  public record Line(
      String guidelineVersion, String kind, String rule, @JsonUnwrapped Counts counts) {}

  /**
   * One rule in one month, whatever the version of the guideline.
   *
   * @param month when the cards were shown, for example {@code 2026-11}
   * @param service the hook at which they were shown; empty for cards of before this was counted
   * @param kind the kind of the cards
   * @param rule the rule; empty for cards that rest on none
   * @param counts what became of the cards, then or later
   */
  public record Month(
      String month, String service, String kind, String rule, @JsonUnwrapped Counts counts) {}

  /**
   * What became of some cards.
   *
   * @param shown how many cards were written
   * @param accepted how many of them had a suggestion taken
   * @param overridden how many were set aside
   * @param reasons why they were set aside, as clinicians chose
   */
  public record Counts(long shown, long accepted, long overridden, List<Reason> reasons) {}

  /**
   * A rule that a committee should look at.
   *
   * @param kind the kind of the cards
   * @param rule the rule
   * @param shown how many cards were written
   * @param overridden how many were set aside
   */
  public record Marked(String kind, String rule, long shown, long overridden) {}

  /**
   * A reason and how often it was given.
   *
   * @param system the code system
   * @param code the code
   * @param count how often
   */
  public record Reason(String system, String code, long count) {}
}
