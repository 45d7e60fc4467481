package org.karyon.cards;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The machine-readable side of a card, under {@code org.karyon.assessment}.
 *
 * @param kind work-up, risk, treatment, order-check, data-gap or scope
 * @param rules the rules or checks that it rests on
 * @param riskGroup the group, or undetermined; only where risk is spoken of
 * @param provisional whether a feature that is still unknown could change the group
 * @param features each risk feature as present, absent or unknown
 * @param facts the facts used, by id: a term or a number
 * @param options what is said of each treatment option
 * @param missing facts and tests that are missing
 * @param orders the drafts that the card speaks of, as {@code Type/id}
 * @param basis everything that the card's statements rest on, also where its words leave it out
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AssessmentExtension(
    String kind,
    List<String> rules,
    Optional<String> riskGroup,
    Optional<Boolean> provisional,
    Map<String, String> features,
    Map<String, Object> facts,
    List<OptionState> options,
    List<String> missing,
    List<String> orders,
    List<Basis> basis) {

  /** The same, with the drafts that the card speaks of. */
  AssessmentExtension about(List<String> drafts) {
    return new AssessmentExtension(
        kind, rules, riskGroup, provisional, features, facts, options, missing, drafts, basis);
  }

  /** The same, with what it rests on. */
  AssessmentExtension restingOn(List<Ground> grounds) {
    return new AssessmentExtension(
        kind,
        rules,
        riskGroup,
        provisional,
        features,
        facts,
        options,
        missing,
        orders,
        grounds.stream().map(Ground::onTheWire).distinct().toList());
  }

  /**
   * One treatment option.
   *
   * @param id the option id
   * @param status applies, needs or excluded
   * @param needs the facts that would decide
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record OptionState(String id, String status, List<String> needs) {}

  /**
   * One thing that a statement of the card rests on.
   *
   * @param fact the fact, or the work-up item
   * @param value its value: a term or a number; left out where it is not known
   * @param date when it was true, with no more precision than the record has
   * @param resource where it stands, for example {@code Observation/obs-7}; left out where it
   *     follows from the record as a whole
   * @param method what was looked at, in the record's own words
   * @param words what it showed, in the record's own words
   * @param against true when it speaks against the value; left out otherwise
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Basis(
      String fact,
      Optional<Object> value,
      Optional<String> date,
      Optional<String> resource,
      Optional<String> method,
      Optional<String> words,
      Optional<Boolean> against) {}
}
