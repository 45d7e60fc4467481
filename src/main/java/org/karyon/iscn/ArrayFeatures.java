package org.karyon.iscn;

import java.util.List;

/** Features shown by an array, by the rows of arrays.tsv; an array result excludes nothing here. */
final class ArrayFeatures {

  private static final List<ArrayRule> RULES = ArrayRule.all();
  private static final int NORMAL = 2;
  private static final int AMPLIFIED = 5;

  private ArrayFeatures() {}

  static void find(List<ArraySegment> segments, String text, FeatureCalls calls) {
    for (ArraySegment segment : segments) {
      for (ArrayRule rule : RULES) {
        FeatureState covered = segment.covers(rule);
        if (covered != FeatureState.ABSENT && changes(segment, rule.change())) {
          propose(segment, rule, covered, text, calls);
        }
      }
    }
  }

  private static boolean changes(ArraySegment segment, ArrayRule.Change change) {
    Multiple copies = segment.copies();
    return switch (change) {
      case LOSS -> copies.low() >= 0 && copies.low() < NORMAL;
      case GAIN -> copies.high() > NORMAL && segment.spansBothArms();
      case AMPLIFICATION -> copies.high() >= AMPLIFIED;
    };
  }

  private static void propose(
      ArraySegment segment, ArrayRule rule, FeatureState covered, String text, FeatureCalls calls) {
    Multiple copies = segment.copies();
    boolean mosaic = copies.low() <= NORMAL && copies.high() >= NORMAL;
    boolean sure = covered == FeatureState.PRESENT && !mosaic;
    FeatureState state = sure ? rule.state() : FeatureState.POSSIBLE;
    calls.propose(
        rule.feature(),
        new FeatureCall(
            state, List.of(Evidence.of(segment.span(), text)), "array: " + rule.reading()));
  }
}
