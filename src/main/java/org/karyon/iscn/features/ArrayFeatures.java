package org.karyon.iscn.features;

import java.util.List;
import java.util.function.Predicate;
import org.karyon.iscn.model.ArraySegment;
import org.karyon.iscn.model.Multiple;
import org.karyon.iscn.report.Excerpt;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureCall;
import org.karyon.iscn.report.FeatureState;
import org.karyon.iscn.report.PloidyPatterns;

/** Features shown by an array, by the rows of arrays.tsv; an array result excludes nothing here. */
final class ArrayFeatures {

  private static final List<ArrayRule> RULES = ArrayRule.all();
  private static final int NORMAL = 2;

  private ArrayFeatures() {}

  static void find(
      List<ArraySegment> segments, String text, PloidyPatterns patterns, FeatureCalls calls) {
    for (ArraySegment segment : segments) {
      for (ArrayRule rule : RULES) {
        FeatureState covered = rule.touchedBy(segment);
        if (covered != FeatureState.ABSENT && changes(segment, rule.change(), patterns)) {
          propose(segment, rule, covered, text, calls);
        }
      }
    }
    List<ArraySegment> lost = whole(segments, copies -> copies.high() < NORMAL);
    suggest(Feature.HYPODIPLOIDY, lost, patterns.arrayLosses(), "lost", text, calls);
    List<ArraySegment> gained = whole(segments, copies -> copies.low() > NORMAL);
    suggest(Feature.HIGH_HYPERDIPLOIDY, gained, patterns.arrayGains(), "gained", text, calls);
  }

  private static List<ArraySegment> whole(
      List<ArraySegment> segments, Predicate<Multiple> changed) {
    return segments.stream()
        .filter(segment -> segment.chromosome().isAutosome())
        .filter(segment -> segment.copies().low() >= 0 && changed.test(segment.copies()))
        .filter(ArraySegment::spansBothArms)
        .toList();
  }

  /** Whole chromosomes lost or gained suggest a ploidy group, even where normal cells divided. */
  private static void suggest(
      Feature feature,
      List<ArraySegment> changed,
      int fewest,
      String what,
      String text,
      FeatureCalls calls) {
    long chromosomes = changed.stream().map(ArraySegment::chromosome).distinct().count();
    if (chromosomes >= fewest) {
      List<Excerpt> evidence =
          changed.stream()
              .map(segment -> Excerpts.of(segment.span(), text))
              .distinct()
              .limit(FeatureCalls.MOST_EVIDENCE)
              .toList();
      String why = "array: " + chromosomes + " whole chromosomes " + what;
      calls.propose(feature, new FeatureCall(FeatureState.POSSIBLE, evidence, why));
    }
  }

  private static boolean changes(
      ArraySegment segment, ArrayRule.Change change, PloidyPatterns patterns) {
    Multiple copies = segment.copies();
    return switch (change) {
      case LOSS -> copies.low() >= 0 && copies.low() < NORMAL;
      case GAIN -> copies.high() > NORMAL && segment.spansBothArms();
      case AMPLIFICATION -> copies.high() >= patterns.amplifiedFrom();
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
            state, List.of(Excerpts.of(segment.span(), text)), "array: " + rule.reading()));
  }
}
