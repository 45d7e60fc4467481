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
}
