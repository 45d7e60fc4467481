package org.karyon.iscn.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.karyon.iscn.model.Abnormality;
import org.karyon.iscn.model.Chromosome;
import org.karyon.iscn.model.ChromosomeChange;
import org.karyon.iscn.model.Clone;
import org.karyon.iscn.model.Karyotype;
import org.karyon.iscn.model.MarkerChange;
import org.karyon.iscn.model.StructuralChange;
import org.karyon.iscn.report.CountRange;
import org.karyon.iscn.report.Excerpt;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureCall;
import org.karyon.iscn.report.FeatureState;

/** Trisomy of chromosomes 4, 10 and 17 by centromere, outside doubled and tetraploid clones. */
final class TrisomyFeatures {

  private static final int TRISOMY = 3;

  private final List<Clone> abnormal;
  private final List<Excerpt> heads;
  private final String text;
  private final PloidyAssessment ploidy;
  private final Optional<String> shortcoming;

  TrisomyFeatures(
      Karyotype karyotype, String text, PloidyAssessment ploidy, Optional<String> shortcoming) {
    this.abnormal = karyotype.abnormalClones();
    this.heads = Excerpts.heads(karyotype.clones(), text);
    this.text = text;
    this.ploidy = ploidy;
    this.shortcoming = shortcoming;
  }

  void find(FeatureCalls calls) {
    calls.propose(Feature.TRISOMY_4, trisomy(Chromosome.FOUR));
    calls.propose(Feature.TRISOMY_10, trisomy(Chromosome.TEN));
    calls.propose(Feature.TRISOMY_17, trisomy(Chromosome.SEVENTEEN));
  }

  private FeatureCall trisomy(Chromosome chromosome) {
    if (ploidy.doublingShown()) {
      return notShown("copies come from a doubled hypodiploid clone");
    }
    int certain = 0;
    int suggested = 0;
    int all = 0;
    List<Excerpt> evidence = new ArrayList<>(0);
    for (Clone clone : abnormal) {
      int weight = Math.max(1, clone.metaphases());
      all += weight;
      if (isTetraploid(clone)) {
        continue;
      }
      CountRange copies = clone.copies().of(chromosome);
      if (copies.high() >= TRISOMY) {
        suggested += weight;
        boolean sure =
            copies.low() - doubtfulGains(clone, chromosome) >= TRISOMY && !mayBeDoubled(copies);
        certain += sure ? weight : 0;
        evidence(clone, chromosome, evidence);
      }
    }
    String what = "three or more copies of chromosome " + chromosome.label();
    if (2 * certain >= all && certain > 0) {
      return new FeatureCall(FeatureState.PRESENT, evidence, what);
    }
    if (suggested > 0) {
      String doubt = certain > 0 ? " in a minor clone only" : ", uncertain";
      return new FeatureCall(FeatureState.POSSIBLE, evidence, what + doubt);
    }
    String seen = all == 0 ? " among normal metaphases only" : "";
    return notShown("no gain of chromosome " + chromosome.label() + " seen" + seen);
  }

  /** Doubling makes four copies of two; three of them it cannot make. */
  private boolean mayBeDoubled(CountRange copies) {
    return ploidy.doublingSuspected() && copies.low() != TRISOMY;
  }

  private static boolean isTetraploid(Clone clone) {
    return clone.ploidy() >= 4 || clone.isDoubled();
  }

  /** Gains with a question mark, or of a minority of the cells of a composite clone. */
  private static int doubtfulGains(Clone clone, Chromosome chromosome) {
    int doubtful = 0;
    for (Abnormality change : clone.changes()) {
      if (isGainOf(change, chromosome)) {
        int cells = change.notation().cells().metaphases().orElse(Integer.MAX_VALUE);
        boolean minority = 2L * cells < clone.metaphases();
        doubtful += change.notation().uncertain() || minority ? 1 : 0;
      }
    }
    return doubtful;
  }

  private void evidence(Clone clone, Chromosome chromosome, List<Excerpt> evidence) {
    int before = evidence.size();
    if (before >= FeatureCalls.MOST_EVIDENCE) {
      return;
    }
    for (Abnormality change : clone.changes()) {
      Excerpt found = Excerpts.of(change.notation().span(), text);
      if (isGainOf(change, chromosome) && !evidence.contains(found)) {
        evidence.add(found);
      }
    }
    if (before == evidence.size() && before == 0) {
      evidence.add(Excerpts.of(clone.written().head(), text));
    }
  }

  private static boolean isGainOf(Abnormality change, Chromosome chromosome) {
    return change.notation().isGain()
        && switch (change) {
          case ChromosomeChange whole -> whole.chromosome() == chromosome;
          case StructuralChange structure -> structure.head().names(chromosome);
          case MarkerChange marker -> false;
        };
  }

  private FeatureCall notShown(String finding) {
    Optional<String> doubt = shortcoming.or(this::arithmeticDoubt);
    return doubt
        .map(why -> FeatureCall.without(FeatureState.NOT_ASSESSABLE, finding + "; " + why))
        .orElseGet(() -> new FeatureCall(FeatureState.ABSENT, heads, finding));
  }

  private Optional<String> arithmeticDoubt() {
    boolean differs =
        abnormal.stream().anyMatch(clone -> clone.arithmetic() == Clone.Arithmetic.DIFFERS);
    return differs
        ? Optional.of("the changes listed do not add up to the number of chromosomes")
        : Optional.empty();
  }

  /** The three trisomies together, after all methods have spoken of each. */
  static FeatureCall together(FeatureCalls calls) {
    FeatureCall four = calls.of(Feature.TRISOMY_4);
    FeatureCall ten = calls.of(Feature.TRISOMY_10);
    FeatureCall seventeen = calls.of(Feature.TRISOMY_17);
    List<FeatureCall> all = List.of(four, ten, seventeen);
    for (FeatureCall call : all) {
      if (call.is(FeatureState.ABSENT)) {
        return call;
      }
    }
    if (all.stream().allMatch(FeatureCall::isSuggested)) {
      boolean present = all.stream().allMatch(call -> call.is(FeatureState.PRESENT));
      FeatureState state = present ? FeatureState.PRESENT : FeatureState.POSSIBLE;
      return four.joinedWith(ten).joinedWith(seventeen).inState(state, "trisomies 4, 10 and 17");
    }
    return FeatureCall.without(
        FeatureState.NOT_ASSESSABLE, "not all of chromosomes 4, 10 and 17 could be judged");
  }
}
