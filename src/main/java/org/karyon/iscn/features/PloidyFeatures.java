package org.karyon.iscn.features;

import java.util.List;
import java.util.Optional;
import org.karyon.iscn.model.Clone;
import org.karyon.iscn.model.Karyotype;
import org.karyon.iscn.report.CountRange;
import org.karyon.iscn.report.Excerpt;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureCall;
import org.karyon.iscn.report.FeatureState;
import org.karyon.iscn.report.KaryotypeThresholds;

/** High hyperdiploidy and hypodiploidy, with the guard against doubled hypodiploid clones. */
final class PloidyFeatures {

  private final Karyotype karyotype;
  private final String text;
  private final PloidyAssessment ploidy;
  private final KaryotypeThresholds thresholds;
  private final Optional<String> ofTheClone;
  private final Optional<String> shortcoming;

  PloidyFeatures(
      Karyotype karyotype,
      String text,
      PloidyAssessment ploidy,
      KaryotypeThresholds thresholds,
      Optional<String> shortcoming) {
    this.karyotype = karyotype;
    this.text = text;
    this.ploidy = ploidy;
    this.thresholds = thresholds;
    this.ofTheClone = Adequacy.shortcomingOfClone(karyotype, thresholds);
    this.shortcoming = shortcoming;
  }

  void find(FeatureCalls calls) {
    calls.propose(Feature.HIGH_HYPERDIPLOIDY, highHyperdiploidy());
    calls.propose(Feature.HYPODIPLOIDY, hypodiploidy());
  }

  private FeatureCall highHyperdiploidy() {
    if (ploidy.acquired().isEmpty()) {
      return notShown("no number of chromosomes in the text");
    }
    CountRange number = ploidy.acquired().get();
    int low = thresholds.highHyperdiploidyLow();
    int high = thresholds.highHyperdiploidyHigh();
    if (ploidy.doublingShown()) {
      String why = "a hypodiploid or doubled clone is described, so the number is no hyperdiploidy";
      return new FeatureCall(FeatureState.ABSENT, heads(ploidy.modalClones()), why);
    }
    if (!number.meets(low, Math.max(high, thresholds.patterns().widestHyperdiploidyTo()))) {
      String finding = "modal number " + words(number) + ", not " + low + "-" + high;
      // Above the limits the number speaks for itself, whatever the markers are.
      return inSmallerClone(low, high)
          .orElseGet(() -> notShown(finding, number.low() > high ? ofTheClone : shortcoming));
    }
    List<Excerpt> evidence = heads(ploidy.modalClones());
    String modal = "modal number " + words(number);
    return doubt(number, low, high)
        .map(why -> new FeatureCall(FeatureState.POSSIBLE, evidence, modal + why))
        .orElseGet(() -> new FeatureCall(FeatureState.PRESENT, evidence, modal));
  }

  /** Why a number near or within the limits is not yet high hyperdiploidy. */
  private Optional<String> doubt(CountRange number, int low, int high) {
    if (ploidy.doublingSuspected()) {
      return Optional.of(
          ", but the gains fit a doubled hypodiploid clone; SNP array or DNA index needed");
    }
    if (!number.meets(low, high)) {
      return Optional.of(", within the widest definitions only");
    }
    if (!number.within(low, high) || doubtfulNumber()) {
      return Optional.of(", not certainly " + low + "-" + high);
    }
    return ploidy.modalClones().stream()
        .filter(clone -> contradicts(clone, low, high))
        .findFirst()
        .map(clone -> ", but the changes add up to " + words(clone.copies().total()));
  }

  /** Whether the changes listed lead out of limits within which the stated number lies. */
  private static boolean contradicts(Clone clone, int low, int high) {
    return clone.arithmetic() == Clone.Arithmetic.DIFFERS
        && !clone.copies().total().meets(low, high);
  }

  /** A question mark before the number matters only while the list does not confirm it. */
  private boolean doubtfulNumber() {
    return ploidy.modalClones().stream()
        .anyMatch(
            clone ->
                clone.written().countDoubtful()
                    && !clone.copies().total().meets(clone.number().low(), clone.number().high()));
  }

  private Optional<FeatureCall> inSmallerClone(int low, int high) {
    return karyotype.clones().stream()
        .filter(clone -> clone.written().count().isPresent() && !clone.isSingleCell())
        .filter(clone -> clone.acquiredNumber().within(low, high))
        .findFirst()
        .map(
            clone ->
                new FeatureCall(
                    FeatureState.POSSIBLE, heads(List.of(clone)), "only in a smaller clone"));
  }

  private FeatureCall hypodiploidy() {
    for (Clone clone : karyotype.clones()) {
      Optional<FeatureCall> shown = hypodiploid(clone);
      if (shown.isPresent() && shown.get().is(FeatureState.PRESENT)) {
        return shown.get();
      }
    }
    for (Clone clone : karyotype.clones()) {
      Optional<FeatureCall> suggested = hypodiploid(clone);
      if (suggested.isPresent()) {
        return suggested.get();
      }
    }
    if (ploidy.doublingSuspected()) {
      return new FeatureCall(
          FeatureState.POSSIBLE,
          heads(ploidy.modalClones()),
          "masked hypodiploidy possible: the gains fit a doubled clone;"
              + " SNP array or DNA index needed");
    }
    return ploidy
        .acquired()
        .map(number -> notShown("modal number " + words(number)))
        .orElseGet(() -> notShown("no number of chromosomes in the text"));
  }

  private Optional<FeatureCall> hypodiploid(Clone clone) {
    int limit = thresholds.hypodiploidyBelow();
    if (clone.isDoubled()) {
      CountRange stem = clone.stem().orElseThrow().acquiredNumber();
      String why = "doubled clone of a stemline with " + words(stem) + " chromosomes";
      return stem.high() < limit
          ? Optional.of(new FeatureCall(FeatureState.PRESENT, heads(List.of(clone)), why))
          : Optional.empty();
    }
    CountRange number = clone.acquiredNumber();
    if (clone.written().count().isEmpty() || number.low() >= limit) {
      return Optional.empty();
    }
    List<Excerpt> evidence = heads(List.of(clone));
    boolean leading =
        ploidy.modalClones().contains(clone) || clone.equals(karyotype.clones().getFirst());
    boolean certain =
        number.high() < limit
            && !clone.isSingleCell()
            && !contradicts(clone, 0, limit - 1)
            && (leading || number.high() < thresholds.patterns().hypodiploidStemBelow());
    String why =
        words(number) + " chromosomes" + (certain ? "" : ", in a minor clone or uncertain");
    FeatureState state = certain ? FeatureState.PRESENT : FeatureState.POSSIBLE;
    return Optional.of(new FeatureCall(state, evidence, why));
  }

  private FeatureCall notShown(String finding) {
    return notShown(finding, shortcoming);
  }

  private FeatureCall notShown(String finding, Optional<String> doubt) {
    return doubt
        .map(why -> FeatureCall.without(FeatureState.NOT_ASSESSABLE, finding + "; " + why))
        .orElseGet(
            () -> new FeatureCall(FeatureState.ABSENT, heads(ploidy.modalClones()), finding));
  }

  private List<Excerpt> heads(List<Clone> clones) {
    return Excerpts.heads(clones, text);
  }

  private static String words(CountRange number) {
    return number.isOneNumber() ? "" + number.low() : number.low() + "-" + number.high();
  }
}
