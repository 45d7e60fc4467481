package org.karyon.iscn.features;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.karyon.iscn.model.Abnormality;
import org.karyon.iscn.model.Chromosome;
import org.karyon.iscn.model.Clone;
import org.karyon.iscn.model.FishPopulation;
import org.karyon.iscn.model.Karyotype;
import org.karyon.iscn.model.ProbeLink;
import org.karyon.iscn.model.ProbeSignal;
import org.karyon.iscn.model.StructuralChange;
import org.karyon.iscn.report.Excerpt;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureCall;
import org.karyon.iscn.report.FeatureState;
import org.karyon.iscn.report.KaryotypeThresholds;

/** Features shown or excluded by FISH, by the rows of fish.tsv. */
final class FishFeatures {

  private static final Map<String, List<FishRule>> RULES = FishRule.byProbe();
  private static final int TRISOMY = 3;

  private final Karyotype karyotype;
  private final String text;
  private final KaryotypeThresholds thresholds;
  private final FeatureCalls calls;

  FishFeatures(
      Karyotype karyotype, String text, KaryotypeThresholds thresholds, FeatureCalls calls) {
    this.karyotype = karyotype;
    this.text = text;
    this.thresholds = thresholds;
    this.calls = calls;
  }

  void find() {
    for (FishPopulation population : karyotype.fish()) {
      find(population);
    }
    for (Clone clone : karyotype.clones()) {
      for (Abnormality item : clone.written().items()) {
        if (item instanceof StructuralChange change && change.acquired()) {
          besideKaryotype(change);
        }
      }
    }
    gains();
  }

  /** Signals written after a rearranged chromosome of the karyotype, such as (AML1x4). */
  private void besideKaryotype(StructuralChange change) {
    for (List<ProbeSignal> signals : change.probes()) {
      find(
          new FishPopulation(
              signals,
              List.of(),
              OptionalDouble.empty(),
              OptionalInt.empty(),
              FishPopulation.Target.CHROMOSOME,
              change.notation().span()));
    }
  }

  private void find(FishPopulation population) {
    FishPattern pattern = new FishPattern(population, thresholds.patterns().amplifiedFrom());
    for (String probe : probes(population)) {
      for (FishRule rule : RULES.getOrDefault(probe, List.of())) {
        if (pattern.shows(rule) && !explainedByGain(rule)) {
          propose(rule, population);
        }
      }
    }
  }

  private static Set<String> probes(FishPopulation population) {
    Set<String> probes = HashSet.newHashSet(4);
    population.signals().forEach(signal -> probes.add(signal.probe()));
    for (ProbeLink link : population.links()) {
      probes.add(link.first());
      probes.add(link.second());
    }
    return probes;
  }

  /** Many signals of RUNX1 are no iAMP21 where as many chromosomes 21 are seen. */
  private boolean explainedByGain(FishRule rule) {
    return rule.pattern() == FishRule.Pattern.MANY
        && karyotype.clones().stream()
            .anyMatch(
                clone ->
                    clone.copies().of(Chromosome.TWENTY_ONE).low()
                        >= thresholds.patterns().amplifiedFrom());
  }

  private void propose(FishRule rule, FishPopulation population) {
    double percent = population.percent().orElse(100);
    boolean low = percent < thresholds.lowLevelFishPercent();
    if (percent == 0) {
      return;
    }
    List<Excerpt> evidence = List.of(Excerpts.of(population.span(), text));
    String reason = "FISH: " + rule.reading() + share(population);
    if (rule.state() == FeatureState.ABSENT && (low || tooFew(population))) {
      return;
    }
    calls.propose(
        rule.feature(),
        low && rule.state() == FeatureState.PRESENT
            ? new FeatureCall(FeatureState.POSSIBLE, evidence, reason + ", low level")
            : new FeatureCall(rule.state(), evidence, reason));
  }

  private boolean tooFew(FishPopulation population) {
    return population.examined().isPresent()
        && population.examined().getAsInt() < thresholds.nucleiToExclude();
  }

  private static String share(FishPopulation population) {
    return population.percent().isPresent()
        ? ", in " + Math.round(population.percent().getAsDouble()) + " % of nuclei"
        : "";
  }

  /** Gains of several centromeres suggest high hyperdiploidy even where banding is normal. */
  private void gains() {
    Set<String> gained = new HashSet<>();
    List<Excerpt> evidence = new ArrayList<>();
    for (FishPopulation population : karyotype.fish()) {
      if (new FishPattern(population, thresholds.patterns().amplifiedFrom()).tetraploid()) {
        continue;
      }
      for (ProbeSignal signal : population.signals()) {
        boolean centromere = signal.probe().startsWith("CEP") && !signal.constitutional();
        if (centromere && signal.low() >= TRISOMY && gained.add(signal.probe())) {
          evidence.add(Excerpts.of(population.span(), text));
        }
      }
    }
    if (gained.size() >= thresholds.patterns().fishGains()) {
      calls.propose(
          Feature.HIGH_HYPERDIPLOIDY,
          new FeatureCall(
              FeatureState.POSSIBLE,
              evidence.stream().distinct().toList(),
              "FISH: gains of " + gained.size() + " chromosomes"));
    }
  }
}
