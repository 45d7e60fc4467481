package org.karyon.iscn.features;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.karyon.iscn.model.ChromosomeChange;
import org.karyon.iscn.model.Clone;
import org.karyon.iscn.model.MarkerChange;
import org.karyon.iscn.model.Notation;
import org.karyon.iscn.model.Operation;
import org.karyon.iscn.model.Rearrangement;
import org.karyon.iscn.model.StructuralChange;
import org.karyon.iscn.report.AbnormalityCounts;

/** Counts acquired abnormalities (ISCN 2024, section 6.5) and listed entries. */
public final class AbnormalityCounter {

  private static final int TETRAPLOID = 4;
  private static final Set<Operation> WITHIN_ONE_CHROMOSOME =
      Set.of(
          Operation.DELETION,
          Operation.ADDITION,
          Operation.DUPLICATION,
          Operation.INVERSION,
          Operation.AMPLIFICATION);

  private final List<DistinctChanges.Entry> entries;
  private final BalancedRearrangements balanced;
  private final Set<String> unbalanced = new HashSet<>(2);
  private int points;

  private AbnormalityCounter(List<DistinctChanges.Entry> entries) {
    this.entries = entries;
    this.balanced = BalancedRearrangements.of(entries);
  }

  public static AbnormalityCounts count(List<Clone> clones) {
    if (clones.isEmpty()) {
      return AbnormalityCounts.NONE;
    }
    AbnormalityCounter counter = new AbnormalityCounter(DistinctChanges.of(clones));
    int listed = 0;
    for (DistinctChanges.Entry entry : counter.entries) {
      listed += entry.times();
      counter.score(entry);
    }
    counter.points += counter.balanced.byDerivativesOnly();
    counter.points += isMultiplied(clones) ? 1 : 0;
    return new AbnormalityCounts(OptionalInt.of(counter.points), OptionalInt.of(listed));
  }

  /** A doubled set is one abnormality, whether written idemx2 or 92,XXYY. */
  private static boolean isMultiplied(List<Clone> clones) {
    return clones.stream()
        .anyMatch(
            clone ->
                clone.isDoubled()
                    || (!clone.written().reference().refers() && clone.ploidy() >= TETRAPLOID));
  }

  private void score(DistinctChanges.Entry entry) {
    points +=
        switch (entry.change()) {
          case ChromosomeChange whole -> entry.times() - explainedByWholeArm(whole);
          case MarkerChange marker -> marker.kind().isChromosome() ? entry.times() : 1;
          case StructuralChange structure -> structural(structure, entry.times());
        };
  }

  /** The gain written beside der(1;7)(q10;p10) belongs to that abnormality. */
  private int explainedByWholeArm(ChromosomeChange whole) {
    if (!whole.notation().isGain()) {
      return 0;
    }
    for (DistinctChanges.Entry entry : entries) {
      if (entry.change() instanceof StructuralChange structure
          && structure.notation().sign() == Notation.Sign.REPLACEMENT
          && structure.operation() == Operation.DERIVATIVE
          && structure.head().chromosomes().size() == 2
          && structure.head().names(whole.chromosome())) {
        return 1;
      }
    }
    return 0;
  }

  private int structural(StructuralChange structure, int times) {
    if (structure.notation().isLoss()) {
      return times;
    }
    return switch (structure.operation()) {
      case DERIVATIVE, RECOMBINANT -> derivative(structure, times);
      case DICENTRIC, TRICENTRIC, ROBERTSONIAN, RING, COMPLEX, CHROMOTHRIPSIS ->
          structure.partners() > 1 ? 2 + times - 1 : times;
      case TRIPLICATION, QUADRUPLICATION, ISODERIVATIVE -> 2 + times - 1;
      case TRANSLOCATION, INSERTION, INVERSION, DELETION, ADDITION, DUPLICATION -> times;
      case ISOCHROMOSOME, ISODICENTRIC, TELOMERIC_ASSOCIATION, FRAGILE_SITE, FISSION -> times;
      case HOMOGENEOUSLY_STAINING_REGION, AMPLIFICATION, NEOCENTROMERE, UNCLEAR -> times;
    };
  }

  private int derivative(StructuralChange structure, int times) {
    if (structure.partners() < 2) {
      return times;
    }
    if (balanced.covers(structure)) {
      int extra = structure.notation().isGain() ? times : times - 1;
      return extra + furtherChanges(structure);
    }
    String signature = structure.signature();
    return unbalanced.add(signature) ? 2 + times - 1 : times;
  }

  /** Changes inside a derivative beyond the balanced rearrangement that made it. */
  private static int furtherChanges(StructuralChange structure) {
    int further = 0;
    for (Rearrangement rearrangement : structure.chain()) {
      further += WITHIN_ONE_CHROMOSOME.contains(rearrangement.operation()) ? 1 : 0;
    }
    return further;
  }
}
