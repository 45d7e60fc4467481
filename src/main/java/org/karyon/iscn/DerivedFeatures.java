package org.karyon.iscn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Features that follow from others: complex karyotype, Ph-like, TP53 in low hypodiploidy. */
final class DerivedFeatures {

  /** Named lesions that explain a clone, so that its many changes do not make it complex. */
  private static final List<Feature> EXPLAIN_COMPLEXITY =
      List.of(
          Feature.BCR_ABL1,
          Feature.KMT2A_REARRANGED,
          Feature.ETV6_RUNX1,
          Feature.TCF3_PBX1,
          Feature.TCF3_HLF,
          Feature.IAMP21,
          Feature.HIGH_HYPERDIPLOIDY,
          Feature.HYPODIPLOIDY);

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
          .orElseGet(() -> FeatureCall.without(FeatureState.ABSENT, count));
    }
    Optional<String> explanation = ploidyExplanation();
    List<Evidence> evidence = counted();
    boolean possible = false;
    for (Feature feature : EXPLAIN_COMPLEXITY) {
      if (calls.state(feature) == FeatureState.PRESENT && explanation.isEmpty()) {
        explanation = Optional.of(feature.id());
      }
      possible |= calls.state(feature) == FeatureState.POSSIBLE;
    }
    if (explanation.isPresent()) {
      String why = count + ", explained by " + explanation.get();
      return new FeatureCall(FeatureState.ABSENT, evidence, why);
    }
    return possible
        ? new FeatureCall(
            FeatureState.POSSIBLE,
            evidence,
            count + ", unless a lesion that is only possible explains them")
        : new FeatureCall(FeatureState.PRESENT, evidence, count);
  }

  /** Every change that is counted, each once. */
  private List<Evidence> counted() {
    List<Evidence> counted = new ArrayList<>();
    for (DistinctChanges.Entry entry : DistinctChanges.of(karyotype.clones())) {
      counted.add(Evidence.of(entry.change().notation().span(), text));
    }
    return counted;
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
