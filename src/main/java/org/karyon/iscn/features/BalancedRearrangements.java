package org.karyon.iscn.features;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karyon.iscn.model.Abnormality;
import org.karyon.iscn.model.Chromosome;
import org.karyon.iscn.model.Clone;
import org.karyon.iscn.model.Operation;
import org.karyon.iscn.model.Rearrangement;
import org.karyon.iscn.model.StructuralChange;

/**
 * Finds which rearrangements are balanced: written as t(9;22), or as the derivatives of all
 * chromosomes that take part.
 */
final class BalancedRearrangements {

  private final Map<Integer, Integer> derivatives = new HashMap<>();
  private final Set<Integer> written = new HashSet<>(2);
  private int detailedDerivatives;
  private int detailedChromosomes;

  static BalancedRearrangements of(List<DistinctChanges.Entry> entries) {
    BalancedRearrangements balanced = new BalancedRearrangements();
    entries.forEach(entry -> balanced.add(entry.change()));
    return balanced;
  }

  static BalancedRearrangements within(Clone clone) {
    BalancedRearrangements balanced = new BalancedRearrangements();
    clone.changes().forEach(balanced::add);
    return balanced;
  }

  private void add(Abnormality change) {
    if (change instanceof StructuralChange structure && !structure.notation().isLoss()) {
      add(structure);
    }
  }

  private void add(StructuralChange structure) {
    boolean derivative = structure.operation() == Operation.DERIVATIVE;
    if (derivative && structure.head().detailed()) {
      detailedDerivatives |= bit(structure.head().first());
      structure.head().breakpoints().forEach(p -> detailedChromosomes |= bit(p.chromosome()));
    }
    for (Rearrangement rearrangement : structure.chain()) {
      boolean exchange =
          rearrangement.operation() == Operation.TRANSLOCATION
              || rearrangement.operation() == Operation.INSERTION;
      if (exchange && rearrangement.partners() > 1) {
        int partners = partners(rearrangement);
        if (derivative) {
          derivatives.merge(partners, bit(structure.head().first()), (a, b) -> a | b);
        } else {
          written.add(partners);
        }
      }
    }
  }

  /** Whether all exchanges of a derivative are balanced by what else is listed. */
  boolean covers(StructuralChange derivative) {
    if (derivative.head().detailed()) {
      return detailedBalanced();
    }
    boolean any = false;
    for (Rearrangement rearrangement : derivative.chain()) {
      boolean exchange =
          rearrangement.operation() == Operation.TRANSLOCATION
              || rearrangement.operation() == Operation.INSERTION;
      if (exchange && rearrangement.partners() > 1) {
        any = true;
        if (!covers(rearrangement)) {
          return false;
        }
      }
    }
    return any;
  }

  /** Whether an exchange is written as such or by the derivatives of all who take part. */
  boolean covers(Rearrangement exchange) {
    int partners = partners(exchange);
    return written.contains(partners) || complete(partners);
  }

  /** Balanced rearrangements that are given by their derivatives only; each scores one. */
  int byDerivativesOnly() {
    int count = detailedBalanced() ? 1 : 0;
    for (int partners : derivatives.keySet()) {
      count += complete(partners) && !written.contains(partners) ? 1 : 0;
    }
    return count;
  }

  private boolean complete(int partners) {
    return derivatives.getOrDefault(partners, 0) == partners;
  }

  private boolean detailedBalanced() {
    return detailedDerivatives != 0
        && detailedDerivatives == detailedChromosomes
        && Integer.bitCount(detailedDerivatives) > 1;
  }

  private static int partners(Rearrangement rearrangement) {
    int partners = 0;
    for (Chromosome chromosome : rearrangement.chromosomes()) {
      partners |= bit(chromosome);
    }
    return partners;
  }

  private static int bit(Chromosome chromosome) {
    return 1 << chromosome.index();
  }
}
