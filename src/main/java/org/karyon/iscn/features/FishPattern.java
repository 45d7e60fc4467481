package org.karyon.iscn.features;

import java.util.List;
import org.karyon.iscn.model.FishPopulation;
import org.karyon.iscn.model.ProbeLink;
import org.karyon.iscn.model.ProbeSignal;

/** Looks for the pattern of one rule in one population. */
final class FishPattern {

  private static final int NORMAL = 2;
  private static final int GAIN = 3;

  private final FishPopulation population;
  private final int many;

  /** Looks at one population, in which that many signals are an amplification. */
  FishPattern(FishPopulation population, int many) {
    this.population = population;
    this.many = many;
  }

  boolean shows(FishRule rule) {
    String probe = rule.probe();
    return switch (rule.pattern()) {
      case FUSION -> fused(probe, rule.others().getFirst());
      case NO_FUSION -> apart(probe, rule.others().getFirst());
      case SPLIT -> split(probe);
      case UNEQUAL -> unequal(probe);
      case INTACT -> intact(probe, rule.others());
      case LOSS -> lost(probe);
      case AMPLIFIED -> any(probe, this::amplified);
      case MANY -> inNuclei() && any(probe, signal -> signal.low() >= many && !amplified(signal));
      case FEW ->
          inNuclei()
              && any(
                  probe,
                  signal -> signal.high() >= 0 && signal.high() <= GAIN && !signal.amplified());
      case GAIN -> !onChromosome() && any(probe, signal -> signal.low() >= GAIN) && !tetraploid();
      case NO_GAIN ->
          inNuclei() && any(probe, signal -> signal.high() >= 1 && signal.high() <= NORMAL);
    };
  }

  private boolean inNuclei() {
    return population.target() == FishPopulation.Target.NUCLEI;
  }

  private boolean onChromosome() {
    return population.target() == FishPopulation.Target.CHROMOSOME;
  }

  private interface Test {
    boolean holds(ProbeSignal signal);
  }

  private boolean any(String probe, Test test) {
    for (ProbeSignal signal : population.signals()) {
      if (!signal.constitutional() && signal.probe().equals(probe) && test.holds(signal)) {
        return true;
      }
    }
    return false;
  }

  private boolean linked(String one, String other, boolean joined) {
    for (ProbeLink link : population.links()) {
      if (link.joined() == joined && link.joins(one, other) && link.high() > 0) {
        return true;
      }
    }
    return false;
  }

  private boolean fused(String one, String other) {
    boolean together =
        onChromosome()
            && any(one, signal -> signal.low() > 0)
            && any(other, signal -> signal.low() > 0);
    return linked(one, other, true) || together;
  }

  private boolean apart(String one, String other) {
    boolean both = any(one, signal -> signal.low() >= 1) && any(other, signal -> signal.low() >= 1);
    return inNuclei() && both && !linked(one, other, true);
  }

  /** Split signals are written as such, or follow from fewer fusions than ends of the probe. */
  private boolean split(String probe) {
    int ends =
        Math.min(
            count(probe, ProbeSignal.Part.FIVE_PRIME), count(probe, ProbeSignal.Part.THREE_PRIME));
    int together = together(probe);
    return linked(probe, probe, false) || (together >= 0 && ends > together);
  }

  /** How many fusions of both ends of one probe are stated, or -1. */
  private int together(String probe) {
    int together = -1;
    for (ProbeLink link : population.links()) {
      if (link.joined() && link.joins(probe, probe)) {
        together = Math.max(together, link.high());
      }
    }
    return together;
  }

  private boolean unequal(String probe) {
    int five = count(probe, ProbeSignal.Part.FIVE_PRIME);
    int three = count(probe, ProbeSignal.Part.THREE_PRIME);
    boolean shown = five >= 0 || three >= 0;
    return shown && five != three && !split(probe);
  }

  private int count(String probe, ProbeSignal.Part part) {
    int count = -1;
    for (ProbeSignal signal : population.signals()) {
      if (signal.probe().equals(probe) && signal.part() == part) {
        count = Math.max(count, Math.max(0, signal.low()));
      }
    }
    return count;
  }

  private boolean intact(String probe, List<String> others) {
    for (String other : others) {
      if (population.shows(other)) {
        return false;
      }
    }
    boolean whole =
        any(probe, signal -> signal.part() == ProbeSignal.Part.WHOLE && signal.low() >= NORMAL);
    boolean bothEnds = together(probe) >= NORMAL;
    return inNuclei() && (whole || bothEnds) && !split(probe) && !unequal(probe);
  }

  private boolean lost(String probe) {
    return any(
        probe, signal -> inNuclei() ? signal.low() >= 0 && signal.high() <= 1 : signal.high() == 0);
  }

  private boolean amplified(ProbeSignal signal) {
    return signal.amplified() || (onChromosome() && signal.low() >= GAIN);
  }

  /** Every centromere probed has four signals: a doubled set, not single gains. */
  boolean tetraploid() {
    int centromeres = 0;
    for (ProbeSignal signal : population.signals()) {
      if (signal.probe().startsWith("CEP")) {
        if (signal.low() != 4) {
          return false;
        }
        centromeres++;
      }
    }
    return centromeres > 1;
  }
}
