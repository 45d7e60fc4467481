package org.karyon.iscn.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What the text says about one feature, and why.
 *
 * @param state present, possible, absent or not assessable
 * @param evidence the parts of the text it rests on, in the order they were found
 * @param reason one or more short statements in words
 */
public record FeatureCall(FeatureState state, List<Excerpt> evidence, String reason) {

  /** Copies the evidence. */
  public FeatureCall {
    evidence = List.copyOf(evidence);
  }

  public static FeatureCall without(FeatureState state, String reason) {
    return new FeatureCall(state, List.of(), reason);
  }

  public boolean is(FeatureState other) {
    return state == other;
  }

  /** Present, or possible and still to be confirmed. */
  public boolean isSuggested() {
    return state == FeatureState.PRESENT || state == FeatureState.POSSIBLE;
  }

  public FeatureCall inState(FeatureState other, String why) {
    return new FeatureCall(other, evidence, why);
  }

  /** Both calls as one in the state of this one. */
  public FeatureCall joinedWith(FeatureCall other) {
    List<Excerpt> both = new ArrayList<>(evidence);
    other.evidence.stream().filter(e -> !both.contains(e)).forEach(both::add);
    String reasons = reason.contains(other.reason) ? reason : reason + "; " + other.reason;
    return new FeatureCall(state, both, reasons);
  }
}
