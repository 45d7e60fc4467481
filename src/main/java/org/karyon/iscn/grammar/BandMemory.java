package org.karyon.iscn.grammar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.karyon.iscn.model.Breakpoint;
import org.karyon.iscn.model.Operation;
import org.karyon.iscn.model.Rearrangement;

/**
 * Remembers the bands of each rearrangement, because a karyotype gives them once and may drop them
 * in every later mention.
 */
final class BandMemory {

  private final Map<String, List<Breakpoint>> bands = new HashMap<>();

  /** The rearrangement with its bands, taken from an earlier mention where it has none. */
  Rearrangement completed(Rearrangement rearrangement) {
    if (rearrangement.detailed() || rearrangement.operation() == Operation.DERIVATIVE) {
      return rearrangement;
    }
    String signature = rearrangement.signature();
    if (rearrangement.breakpoints().isEmpty()) {
      return rearrangement.withBreakpoints(bands.getOrDefault(signature, List.of()));
    }
    bands.putIfAbsent(signature, rearrangement.breakpoints());
    return rearrangement;
  }
}
