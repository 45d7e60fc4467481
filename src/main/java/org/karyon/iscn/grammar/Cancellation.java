package org.karyon.iscn.grammar;

import java.util.ArrayList;
import java.util.List;
import org.karyon.iscn.model.Abnormality;
import org.karyon.iscn.model.ChromosomeChange;
import org.karyon.iscn.model.MarkerChange;
import org.karyon.iscn.model.Notation;
import org.karyon.iscn.model.StructuralChange;

/**
 * Joins inherited changes with new ones: losing what was gained, or gaining what was lost, restores
 * the normal state, and losing a rearranged chromosome takes the rearrangement away.
 */
final class Cancellation {

  private Cancellation() {}

  static List<Abnormality> merged(List<Abnormality> inherited, List<Abnormality> own) {
    List<Abnormality> merged = new ArrayList<>(inherited);
    for (Abnormality change : own) {
      int cancelled = lastCancelledBy(change, merged);
      if (cancelled >= 0) {
        merged.remove(cancelled);
      } else if (merged.size() < CloneExpansion.MOST_CHANGES) {
        merged.add(change);
      }
    }
    return List.copyOf(merged);
  }

  private static int lastCancelledBy(Abnormality change, List<Abnormality> earlier) {
    for (int i = earlier.size() - 1; i >= 0; i--) {
      if (cancels(change, earlier.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean cancels(Abnormality change, Abnormality earlier) {
    return switch (change) {
      case ChromosomeChange now ->
          earlier instanceof ChromosomeChange before
              && before.chromosome() == now.chromosome()
              && opposite(now.notation(), before.notation());
      case StructuralChange now ->
          now.notation().isLoss()
              && earlier instanceof StructuralChange before
              && !before.notation().isLoss()
              && sameChromosome(now, before);
      case MarkerChange now ->
          now.notation().isLoss()
              && earlier instanceof MarkerChange before
              && before.kind() == now.kind()
              && (now.name().isEmpty() || now.name().equals(before.name()));
    };
  }

  private static boolean opposite(Notation now, Notation before) {
    return (now.isLoss() && before.isGain()) || (now.isGain() && before.isLoss());
  }

  /** A later mention may shorten der(9)t(9;22)(q34;q11) to der(9). */
  private static boolean sameChromosome(StructuralChange now, StructuralChange before) {
    return now.begins(before);
  }
}
