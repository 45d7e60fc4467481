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
    List<String> orders) {

  /** The same, with the drafts that the card speaks of. */
  AssessmentExtension about(List<String> drafts) {
    return new AssessmentExtension(
        kind, rules, riskGroup, provisional, features, facts, options, missing, drafts);
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
}
