package org.karyon.iscn.features;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.karyon.iscn.model.Clone;
import org.karyon.iscn.model.Karyotype;
import org.karyon.iscn.report.CountRange;
import org.karyon.iscn.report.KaryotypeThresholds;
import org.karyon.iscn.report.Ploidy;

/**
 * Modal number and ploidy class of the leukemic cells, and whether a doubling hides a hypodiploid
 * clone.
 *
 * @param modal the commonest number of chromosomes in the abnormal cells, a range when tied
 * @param acquired the same without constitutional gains and losses
 * @param ploidy the class, decided on the stem where doubling is shown
 * @param doublingShown whether a clone so small that only hypodiploidy has it, or a doubled
 *     hypodiploid clone, is described
 * @param doublingSuspected whether the pattern of gains fits a doubled hypodiploid clone
 * @param modalClones the clones with the modal number
 */
public record PloidyAssessment(
    Optional<CountRange> modal,
    Optional<CountRange> acquired,
    Ploidy ploidy,
    boolean doublingShown,
    boolean doublingSuspected,
    List<Clone> modalClones) {

  public static PloidyAssessment of(Karyotype karyotype, KaryotypeThresholds thresholds) {
    List<Clone> counted = counted(karyotype);
    if (counted.isEmpty()) {
      return new PloidyAssessment(
          Optional.empty(), Optional.empty(), Ploidy.UNKNOWN, false, false, List.of());
    }
    List<Clone> modalClones = modalClones(counted);
    CountRange modal = joined(modalClones, false);
    CountRange acquired = joined(modalClones, true);
    Optional<CountRange> stem = lowestDoubledStem(counted, thresholds);
    boolean stemSeen =
        counted.stream()
            .anyMatch(c -> c.number().high() < thresholds.patterns().hypodiploidStemBelow());
    Ploidy ploidy =
        stem.map(number -> Ploidy.of(number, true, thresholds))
            .orElseGet(() -> Ploidy.of(acquired, false, thresholds));
    boolean suspected =
        modalClones.stream().anyMatch(new MaskedHypodiploidy(thresholds.patterns())::fits);
    return new PloidyAssessment(
        Optional.of(modal),
        Optional.of(acquired),
        ploidy,
        stem.isPresent() || stemSeen,
        suspected,
        modalClones);
  }

  /** The abnormal clones, or the normal ones where nothing else was found. */
  private static List<Clone> counted(Karyotype karyotype) {
    List<Clone> all = karyotype.clones().isEmpty() ? karyotype.donor() : karyotype.clones();
    List<Clone> counted = new ArrayList<>(all.size());
    for (Clone clone : all) {
      if (clone.written().count().isPresent() && !clone.isNormal()) {
        counted.add(clone);
      }
    }
    if (counted.isEmpty()) {
      all.stream().filter(clone -> clone.written().count().isPresent()).forEach(counted::add);
    }
    return counted;
  }

  private static List<Clone> modalClones(List<Clone> clones) {
    Map<CountRange, Integer> cells = new HashMap<>();
    for (Clone clone : clones) {
      cells.merge(clone.number(), clone.metaphases(), Integer::sum);
    }
    int most = cells.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (most == 0) {
      return List.of(clones.getFirst());
    }
    return clones.stream().filter(clone -> cells.getOrDefault(clone.number(), 0) == most).toList();
  }

  private static CountRange joined(List<Clone> clones, boolean acquired) {
    CountRange joined = number(clones.getFirst(), acquired);
    for (Clone clone : clones) {
      joined = joined.join(number(clone, acquired));
    }
    return joined;
  }

  private static CountRange number(Clone clone, boolean acquired) {
    return acquired ? clone.acquiredNumber() : clone.number();
  }

  private static Optional<CountRange> lowestDoubledStem(
      List<Clone> clones, KaryotypeThresholds thresholds) {
    Optional<CountRange> lowest = Optional.empty();
    for (Clone clone : clones) {
      if (clone.isDoubled()) {
        CountRange stem = clone.stem().orElseThrow().acquiredNumber();
        boolean lower = lowest.isEmpty() || stem.low() < lowest.get().low();
        if (stem.high() < thresholds.hypodiploidyBelow() && lower) {
          lowest = Optional.of(stem);
        }
      }
    }
    return lowest;
  }
}
