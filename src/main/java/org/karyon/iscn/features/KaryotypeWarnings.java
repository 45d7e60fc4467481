package org.karyon.iscn.features;

import org.karyon.iscn.model.Clone;
import org.karyon.iscn.model.Karyotype;
import org.karyon.iscn.model.SexChromosomes;
import org.karyon.iscn.report.CountRange;
import org.karyon.iscn.report.KaryotypeThresholds;
import org.karyon.iscn.text.ReadingLog;

/** Warnings about a karyotype as a whole. */
public final class KaryotypeWarnings {

  private KaryotypeWarnings() {}

  public static void add(
      Karyotype karyotype,
      PloidyAssessment ploidy,
      KaryotypeThresholds thresholds,
      ReadingLog log) {
    for (Clone clone : karyotype.clones()) {
      clone(clone, log);
    }
    if (ploidy.doublingSuspected() && !ploidy.doublingShown()) {
      log.warn("masked hypodiploidy possible: SNP array or DNA index needed");
    }
    // A rearrangement alone, as a variant is named, has no metaphases.
    if (karyotype.clones().stream().anyMatch(clone -> clone.written().count().isPresent())) {
      metaphases(karyotype, thresholds, log);
    }
    switch (karyotype.outcome()) {
      case READ -> {}
      case DONOR_ONLY -> log.warn("only donor cells: nothing is said about the leukemia");
      case EMPTY, TOO_LONG, NO_RESULT, ABSURD, NOT_UNDERSTOOD ->
          log.warn(karyotype.outcome().reason());
    }
    sexes(karyotype, log);
  }

  private static void clone(Clone clone, ReadingLog log) {
    if (clone.arithmetic() == Clone.Arithmetic.DIFFERS) {
      CountRange sum = clone.copies().total();
      log.warn("the changes add up to " + sum.low() + " chromosomes", clone.written().head());
    }
    if (clone.isSingleCell() && clone.hasAcquiredChange()) {
      log.warn("a single metaphase is not a clone unless confirmed", clone.written().head());
    }
  }

  private static void metaphases(
      Karyotype karyotype, KaryotypeThresholds thresholds, ReadingLog log) {
    if (!karyotype.hasMetaphaseCounts()) {
      log.warn("the number of metaphases is not stated");
    } else if (karyotype.metaphases() < thresholds.metaphasesToExclude()) {
      log.warn(
          "only "
              + karyotype.metaphases()
              + " metaphases: nothing is excluded below "
              + thresholds.metaphasesToExclude());
    }
    if (karyotype.abnormalClones().isEmpty()
        && karyotype.metaphases() < thresholds.metaphasesToExclude()) {
      log.warn("too few metaphases for a normal result");
    }
  }

  /** XX and XY in one sample: donor or maternal cells, a lost Y, or a slip. */
  private static void sexes(Karyotype karyotype, ReadingLog log) {
    boolean female = false;
    boolean male = false;
    for (Clone clone : karyotype.clones()) {
      SexChromosomes sex = clone.written().sex();
      female |= sex.y() == 0 && sex.x() == 2 && sex.open() == 0;
      male |= sex.y() > 0;
    }
    if (female && male) {
      log.warn("clones with different sex chromosomes: donor cells, maternal cells or a slip");
    }
  }
}
