package org.karyon.iscn.features;

import java.util.ArrayList;
import java.util.List;
import org.karyon.iscn.model.Abnormality;
import org.karyon.iscn.model.Breakpoint;
import org.karyon.iscn.model.ChromosomeChange;
import org.karyon.iscn.model.Clone;
import org.karyon.iscn.model.Karyotype;
import org.karyon.iscn.model.MarkerChange;
import org.karyon.iscn.model.Rearrangement;
import org.karyon.iscn.model.StructuralChange;
import org.karyon.iscn.report.CountRange;
import org.karyon.iscn.report.Excerpt;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureCall;
import org.karyon.iscn.report.FeatureState;

/** Features shown by the loss of a region, by the rows of losses.tsv. */
final class LossFeatures {

  private static final List<LossRule> RULES = LossRule.all();
  private static final int NORMAL_COPIES = 2;

  private final Karyotype karyotype;
  private final String text;
  private final FeatureCalls calls;

  LossFeatures(Karyotype karyotype, String text, FeatureCalls calls) {
    this.karyotype = karyotype;
    this.text = text;
    this.calls = calls;
  }

  void find() {
    for (Clone clone : karyotype.clones()) {
      if (clone.isDoubled()) {
        // Losses of the stem are doubled too and would look like two normal copies.
        clone.stem().ifPresent(stem -> find(stem, true));
      } else {
        find(clone, false);
      }
    }
  }

  /** A single metaphase is believed where doubled cells confirm it. */
  private void find(Clone clone, boolean confirmed) {
    if (clone.isNormal()) {
      return;
    }
    BalancedRearrangements balanced = BalancedRearrangements.within(clone);
    for (LossRule rule : RULES) {
      find(clone, balanced, rule, confirmed || !clone.isSingleCell());
    }
  }

  private void find(Clone clone, BalancedRearrangements balanced, LossRule rule, boolean believed) {
    CountRange copies = clone.copies().of(rule.region().chromosome());
    List<Excerpt> evidence = new ArrayList<>(0);
    int certain = 0;
    int doubtful = 0;
    boolean partial = false;
    for (Abnormality change : clone.changes()) {
      if (!change.acquired()) {
        continue;
      }
      Extent extent = extent(change, balanced, rule);
      certain += extent == Extent.LOST ? change.notation().lowCopies() : 0;
      doubtful += extent == Extent.PERHAPS ? change.notation().lowCopies() : 0;
      partial |= extent == Extent.ELSEWHERE;
      if (extent != Extent.NONE) {
        evidence.add(Excerpts.of(change.notation().span(), text));
      }
    }
    if (clone.ploidy() == 1
        && copies.high() < NORMAL_COPIES
        && clone.written().count().isPresent()) {
      evidence.add(Excerpts.of(clone.written().head(), text));
    }
    if (copies.high() - certain < NORMAL_COPIES && !evidence.isEmpty()) {
      propose(rule, rule.lost(), evidence, believed, rule.reading());
    } else if (copies.low() - certain - doubtful < NORMAL_COPIES && !evidence.isEmpty()) {
      propose(rule, FeatureState.POSSIBLE, evidence, true, "uncertain, " + rule.reading());
    } else if (partial && rule.partial() != FeatureState.NOT_ASSESSABLE) {
      String why = "another part of the arm is lost, " + rule.reading() + " is not shown";
      propose(rule, rule.partial(), evidence, true, why);
    }
  }

  private void propose(
      LossRule rule, FeatureState state, List<Excerpt> evidence, boolean believed, String why) {
    calls.propose(
        rule.feature(),
        believed || state != FeatureState.PRESENT
            ? new FeatureCall(state, evidence, why)
            : new FeatureCall(FeatureState.POSSIBLE, evidence, why + ", in a single metaphase"));
  }

  private enum Extent {
    NONE,
    WHOLE_CHROMOSOME,
    ELSEWHERE,
    PERHAPS,
    LOST
  }

  /**
   * A lost chromosome is already in the copy number, so it is evidence but is not counted again.
   */
  private static Extent extent(Abnormality change, BalancedRearrangements balanced, LossRule rule) {
    return switch (change) {
      case MarkerChange marker -> Extent.NONE;
      case ChromosomeChange whole ->
          whole.notation().isLoss() && whole.chromosome() == rule.region().chromosome()
              ? Extent.WHOLE_CHROMOSOME
              : Extent.NONE;
      case StructuralChange structure ->
          structure.notation().isLoss() ? Extent.NONE : structural(structure, balanced, rule);
    };
  }

  private static Extent structural(
      StructuralChange structure, BalancedRearrangements balanced, LossRule rule) {
    Extent strongest = Extent.NONE;
    boolean involved = false;
    for (Rearrangement rearrangement : structure.chain()) {
      involved |= rearrangement.names(rule.region().chromosome());
    }
    if (!involved) {
      return Extent.NONE;
    }
    for (Breakpoint lost : LostSegments.of(structure, balanced)) {
      Extent extent = extent(lost, rule, structure.notation().uncertain());
      strongest = extent.compareTo(strongest) > 0 ? extent : strongest;
    }
    return strongest;
  }

  private static Extent extent(Breakpoint lost, LossRule rule, boolean doubtful) {
    if (lost.chromosome() != rule.region().chromosome()) {
      return Extent.NONE;
    }
    if (lost.touches(rule.region())) {
      return doubtful || lost.band().uncertain() ? Extent.PERHAPS : Extent.LOST;
    }
    return lost.band().arm() == rule.region().band().arm() ? Extent.ELSEWHERE : Extent.NONE;
  }

  /** The features an adequate karyotype without the loss makes absent. */
  static List<Feature> visible() {
    return RULES.stream().filter(LossRule::visible).map(LossRule::feature).toList();
  }
}
