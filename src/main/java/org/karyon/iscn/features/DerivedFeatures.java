package org.karyon.iscn.features;

import java.util.List;
import java.util.Optional;
import org.karyon.iscn.model.Karyotype;
import org.karyon.iscn.report.AbnormalityCounts;
import org.karyon.iscn.report.Excerpt;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureCall;
import org.karyon.iscn.report.FeatureState;
import org.karyon.iscn.report.KaryotypeThresholds;
import org.karyon.iscn.report.PloidyClass;

/** Features that follow from others: complex karyotype, Ph-like, TP53 in low hypodiploidy. */
final class DerivedFeatures {

  private final Karyotype karyotype;
  private final String text;
  private final PloidyAssessment ploidy;
  private final KaryotypeThresholds thresholds;
  private final Optional<String> shortcoming;

  DerivedFeatures(
      Karyotype karyotype,
      String text,
      PloidyAssessment ploidy,
      KaryotypeThresholds thresholds,
      Optional<String> shortcoming) {
    this.karyotype = karyotype;
    this.text = text;
    this.ploidy = ploidy;
    this.thresholds = thresholds;
    this.shortcoming = shortcoming;
  }

  void find(FeatureCalls calls, AbnormalityCounts counts) {
    phLike(calls);
    tp53(calls);
    if (!karyotype.clones().isEmpty()) {
      calls.set(Feature.COMPLEX_KARYOTYPE, complex(calls, counts.iscn2024().orElse(0)));
    }
  }

  private static void phLike(FeatureCalls calls) {
    if (calls.state(Feature.BCR_ABL1) == FeatureState.PRESENT) {
      FeatureCall ph = calls.of(Feature.BCR_ABL1);
      String why = "BCR::ABL1 is present, which Ph-like disease excludes";
      calls.set(Feature.PH_LIKE, ph.inState(FeatureState.ABSENT, why));
    }
  }

  private void tp53(FeatureCalls calls) {
    boolean low =
        ploidy.ploidy().ploidyClass() == PloidyClass.LOW_HYPODIPLOID
            && calls.state(Feature.HYPODIPLOIDY) == FeatureState.PRESENT;
    if (low) {
      calls.propose(
          Feature.TP53_MUTATION,
          calls
              .of(Feature.HYPODIPLOIDY)
              .inState(
                  FeatureState.POSSIBLE,
                  "low hypodiploidy, in which TP53 is mutated in most cases; sequencing is"
                      + " needed"));
    }
  }

  private FeatureCall complex(FeatureCalls calls, int abnormalities) {
    String count =
        abnormalities
            + (abnormalities == 1 ? " abnormality" : " abnormalities")
            + " (ISCN 2024, section 6.5)";
    if (abnormalities < thresholds.complexFrom()) {
      return shortcoming
          .map(why -> FeatureCall.without(FeatureState.NOT_ASSESSABLE, count + "; " + why))
          .orElseGet(() -> new FeatureCall(FeatureState.ABSENT, countedOrHeads(), count));
    }
    Optional<String> explanation = explanation(calls);
    if (explanation.isPresent()) {
      String why = count + ", explained by " + explanation.get();
      return new FeatureCall(FeatureState.ABSENT, counted(), why);
    }
    return thresholds.explainComplexity().stream().anyMatch(feature -> isPossible(calls, feature))
        ? new FeatureCall(
            FeatureState.POSSIBLE,
            counted(),
            count + ", unless a lesion that is only possible explains them")
        : new FeatureCall(FeatureState.PRESENT, counted(), count);
  }

  private static boolean isPossible(FeatureCalls calls, Feature feature) {
    return calls.state(feature) == FeatureState.POSSIBLE;
  }

  private Optional<String> explanation(FeatureCalls calls) {
    return ploidyExplanation()
        .or(
            () ->
                thresholds.explainComplexity().stream()
                    .filter(feature -> calls.state(feature) == FeatureState.PRESENT)
                    .map(Feature::id)
                    .findFirst());
  }

  private List<Excerpt> countedOrHeads() {
    List<Excerpt> counted = counted();
    return counted.isEmpty() ? Excerpts.heads(karyotype.clones(), text) : counted;
  }

  /** The abnormalities that were counted, each where it is written first. */
  private List<Excerpt> counted() {
    return DistinctChanges.of(karyotype.clones()).stream()
        .map(entry -> Excerpts.of(entry.change().notation().span(), text))
        .distinct()
        .limit(FeatureCalls.MOST_EVIDENCE)
        .toList();
  }

  private Optional<String> ploidyExplanation() {
    PloidyClass found = ploidy.ploidy().ploidyClass();
    boolean explains =
        found == PloidyClass.NEAR_TRIPLOID
            || found == PloidyClass.NEAR_TETRAPLOID
            || found == PloidyClass.HIGHER;
    return explains ? Optional.of("the " + found.text() + " clone") : Optional.empty();
  }
}
