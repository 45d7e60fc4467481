package org.karyon.iscn.features;

import java.util.Optional;
import org.karyon.iscn.model.Karyotype;
import org.karyon.iscn.report.KaryotypeThresholds;

/** Whether a karyotype examined enough to exclude what banding can see. */
public final class Adequacy {

  private Adequacy() {}

  /** Why the karyotype excludes nothing; empty where it may exclude what banding sees. */
  public static Optional<String> shortcoming(Karyotype karyotype, KaryotypeThresholds thresholds) {
    if (karyotype.outcome() != Karyotype.Outcome.READ) {
      return Optional.of(karyotype.outcome().reason());
    }
    if (karyotype.clones().isEmpty()) {
      return Optional.of("no banding result in the text");
    }
    if (!karyotype.hasMetaphaseCounts()) {
      return Optional.of("the number of metaphases is not stated");
    }
    int metaphases = karyotype.metaphases();
    if (metaphases < thresholds.metaphasesToExclude()) {
      return Optional.of(
          "only " + metaphases + " metaphases, fewer than " + thresholds.metaphasesToExclude());
    }
    if (karyotype.isIncomplete()) {
      return Optional.of("the karyotype is incomplete (inc)");
    }
    return karyotype.fullyRead()
        ? Optional.empty()
        : Optional.of("part of the karyotype was not understood");
  }

  /**
   * Why nothing of a clone is excluded: the examination falls short, or the abnormal metaphases
   * among those examined are too few.
   */
  static Optional<String> shortcomingOfClone(Karyotype karyotype, KaryotypeThresholds thresholds) {
    int metaphases = karyotype.metaphasesOfClones();
    return shortcoming(karyotype, thresholds)
        .or(
            () ->
                metaphases < thresholds.metaphasesToExclude()
                    ? Optional.of(
                        "only "
                            + metaphases
                            + " metaphases of the clone, fewer than "
                            + thresholds.metaphasesToExclude())
                    : Optional.empty());
  }

  /** The same for what unidentified chromosomes may hold: copies, losses and ploidy. */
  static Optional<String> shortcomingOfCopies(Karyotype karyotype, KaryotypeThresholds thresholds) {
    return shortcomingOfClone(karyotype, thresholds)
        .or(
            () ->
                karyotype.hasUnidentifiedMaterial()
                    ? Optional.of("markers, rings or unidentified chromosomes may hold it")
                    : Optional.empty());
  }
}
