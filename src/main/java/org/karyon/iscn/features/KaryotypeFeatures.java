package org.karyon.iscn.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.karyon.iscn.model.Karyotype;
import org.karyon.iscn.report.AbnormalityCounts;
import org.karyon.iscn.report.Excerpt;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureCall;
import org.karyon.iscn.report.FeatureState;
import org.karyon.iscn.report.KaryotypeThresholds;

/** All features of a text: banding first, then FISH, which outranks it for what a probe sees. */
public final class KaryotypeFeatures {

  private static final List<Feature> VISIBLE_LOSSES = LossFeatures.visible();

  private final Karyotype karyotype;
  private final String text;
  private final PloidyAssessment ploidy;
  private final KaryotypeThresholds thresholds;

  private KaryotypeFeatures(
      Karyotype karyotype, String text, PloidyAssessment ploidy, KaryotypeThresholds thresholds) {
    this.karyotype = karyotype;
    this.text = text;
    this.ploidy = ploidy;
    this.thresholds = thresholds;
  }

  public static Map<String, FeatureCall> of(
      Karyotype karyotype,
      String text,
      PloidyAssessment ploidy,
      AbnormalityCounts counts,
      KaryotypeThresholds thresholds) {
    if (karyotype.outcome() != Karyotype.Outcome.READ) {
      return silent(karyotype.outcome().reason());
    }
    return new KaryotypeFeatures(karyotype, text, ploidy, thresholds).find(counts).byId();
  }

  private static Map<String, FeatureCall> silent(String reason) {
    FeatureCalls calls = new FeatureCalls();
    FeatureCall call = FeatureCall.without(FeatureState.NOT_ASSESSABLE, reason);
    for (Feature feature : Feature.values()) {
      calls.set(feature, call);
    }
    return calls.byId();
  }

  private FeatureCalls find(AbnormalityCounts counts) {
    Optional<String> shortcoming = Adequacy.shortcomingOfClone(karyotype, thresholds);
    FeatureCalls calls = banding(Adequacy.shortcomingOfCopies(karyotype, thresholds));
    FeatureCalls fish = new FeatureCalls();
    new FishFeatures(karyotype, text, thresholds, fish).find();
    ArrayFeatures.find(karyotype.arrays(), text, thresholds.patterns(), fish);
    merge(calls, fish);
    calls.set(Feature.TRISOMIES_4_10_17, TrisomyFeatures.together(calls));
    new DerivedFeatures(karyotype, text, ploidy, thresholds, shortcoming).find(calls, counts);
    return calls;
  }

  private FeatureCalls banding(Optional<String> shortcoming) {
    FeatureCalls calls = new FeatureCalls();
    if (karyotype.clones().isEmpty()) {
      return calls;
    }
    new PloidyFeatures(karyotype, text, ploidy, thresholds, shortcoming).find(calls);
    new TrisomyFeatures(karyotype, text, ploidy, shortcoming).find(calls);
    new RearrangementFeatures(karyotype, text, calls).find();
    new LossFeatures(karyotype, text, calls).find();
    List<Excerpt> heads = Excerpts.heads(karyotype.clones(), text);
    for (Feature feature : VISIBLE_LOSSES) {
      if (!calls.speaksOf(feature) && shortcoming.isEmpty()) {
        calls.set(
            feature, new FeatureCall(FeatureState.ABSENT, heads, "no such loss seen by banding"));
      }
    }
    return calls;
  }

  /**
   * A specific positive of either method stands and a contradiction is said; for the rest FISH,
   * which sees its target directly, outranks banding.
   */
  private void merge(FeatureCalls calls, FeatureCalls fish) {
    for (Feature feature : Feature.values()) {
      if (fish.speaksOf(feature)) {
        FeatureCall seen = fish.of(feature);
        FeatureCall banded = calls.of(feature);
        calls.set(feature, calls.speaksOf(feature) ? merged(feature, banded, seen) : seen);
      }
    }
  }

  private FeatureCall merged(Feature feature, FeatureCall banded, FeatureCall seen) {
    if (seen.is(banded.state())) {
      return seen.joinedWith(banded);
    }
    if (banded.is(FeatureState.PRESENT)) {
      String conflict = "; contradicted by " + seen.reason();
      List<Excerpt> both = new ArrayList<>(banded.evidence());
      both.addAll(seen.evidence());
      boolean against = seen.is(FeatureState.ABSENT);
      return new FeatureCall(
          FeatureState.PRESENT, both, banded.reason() + (against ? conflict : ""));
    }
    // Chromosome gains by FISH only suggest hyperdiploidy and must not undo a shown hypodiploidy.
    boolean onlySuggested =
        feature == Feature.HIGH_HYPERDIPLOIDY
            && banded.is(FeatureState.ABSENT)
            && ploidy.doublingShown();
    return onlySuggested ? banded : seen;
  }
}
