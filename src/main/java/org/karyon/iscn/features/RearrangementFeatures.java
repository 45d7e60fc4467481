package org.karyon.iscn.features;

import java.util.ArrayList;
import java.util.List;
import org.karyon.iscn.model.Abnormality;
import org.karyon.iscn.model.Breakpoint;
import org.karyon.iscn.model.Chromosome;
import org.karyon.iscn.model.Clone;
import org.karyon.iscn.model.Karyotype;
import org.karyon.iscn.model.Rearrangement;
import org.karyon.iscn.model.StructuralChange;
import org.karyon.iscn.report.FeatureCall;
import org.karyon.iscn.report.FeatureState;
import org.karyon.iscn.text.Span;

/** Features shown by the breakpoints of rearrangements, by the rows of rearrangements.tsv. */
final class RearrangementFeatures {

  private static final List<BandRule> RULES = BandRule.all();
  private static final List<List<BandRule>> BY_FIRST_CHROMOSOME = byFirstChromosome();

  private final Karyotype karyotype;
  private final String text;
  private final FeatureCalls calls;

  RearrangementFeatures(Karyotype karyotype, String text, FeatureCalls calls) {
    this.karyotype = karyotype;
    this.text = text;
    this.calls = calls;
  }

  private static List<List<BandRule>> byFirstChromosome() {
    List<List<BandRule>> byChromosome = new ArrayList<>();
    for (Chromosome chromosome : Chromosome.values()) {
      byChromosome.add(
          RULES.stream()
              .filter(rule -> rule.bands().getFirst().chromosome() == chromosome)
              .toList());
    }
    return List.copyOf(byChromosome);
  }

  void find() {
    for (Clone clone : karyotype.clones()) {
      find(clone.written().items());
      clone.written().stem().ifPresent(stem -> find(stem.items()));
    }
  }

  private void find(List<Abnormality> items) {
    for (Abnormality item : items) {
      if (item instanceof StructuralChange change
          && change.acquired()
          && !change.notation().isLoss()) {
        for (Rearrangement rearrangement : change.chain()) {
          find(change, rearrangement);
        }
      }
    }
  }

  private void find(StructuralChange change, Rearrangement rearrangement) {
    int tried = 0;
    for (Breakpoint breakpoint : rearrangement.breakpoints()) {
      tried = tryRules(change, rearrangement, breakpoint.chromosome(), tried);
    }
    for (Chromosome chromosome : rearrangement.chromosomes()) {
      tried = tryRules(change, rearrangement, chromosome, tried);
    }
  }

  private int tryRules(
      StructuralChange change, Rearrangement rearrangement, Chromosome chromosome, int tried) {
    int bit = 1 << chromosome.index();
    if ((tried & bit) == 0) {
      for (BandRule rule : BY_FIRST_CHROMOSOME.get(chromosome.index())) {
        FeatureState state = rule.match(rearrangement);
        if (state != FeatureState.NOT_ASSESSABLE) {
          propose(change, rule, state);
        }
      }
    }
    return tried | bit;
  }

  private void propose(StructuralChange change, BandRule rule, FeatureState matched) {
    boolean doubtful = change.notation().uncertain() || change.isUnclear();
    FeatureState state = doubtful ? FeatureState.POSSIBLE : matched;
    if (calls.isSettled(rule.feature(), state)) {
      return;
    }
    Span span = change.notation().span();
    String doubt = state == rule.state() ? "" : "uncertain, ";
    String reason = doubt + rule.reading() + Carriers.describe(karyotype, change);
    calls.propose(rule.feature(), new FeatureCall(state, List.of(Excerpts.of(span, text)), reason));
  }
}
