package org.karyon.iscn.features;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.karyon.iscn.model.Abnormality;
import org.karyon.iscn.model.Band;
import org.karyon.iscn.model.Breakpoint;
import org.karyon.iscn.model.ChromosomeChange;
import org.karyon.iscn.model.Clone;
import org.karyon.iscn.model.MarkerChange;
import org.karyon.iscn.model.Rearrangement;
import org.karyon.iscn.model.StructuralChange;

/** The acquired changes of all clones, each with the largest number of times one clone has it. */
final class DistinctChanges {

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** A change and how often the clone that has it most often lists it. */
  record Entry(Abnormality change, int times) {}

  static List<Entry> of(List<Clone> clones) {
    DistinctChanges distinct = new DistinctChanges();
    for (Clone clone : clones) {
      distinct.add(clone);
    }
    return List.copyOf(distinct.entries.values());
  }

  private void add(Clone clone) {
    Map<String, Integer> times = new HashMap<>();
    for (Abnormality change : clone.changes()) {
      if (!change.acquired()) {
        continue;
      }
      String key = key(change);
      int sum = times.merge(key, change.notation().lowCopies(), Integer::sum);
      entries.merge(
          key,
          new Entry(change, sum),
          (before, now) -> now.times() > before.times() ? new Entry(before.change(), sum) : before);
    }
  }

  private static String key(Abnormality change) {
    String sign = change.notation().sign().name();
    return switch (change) {
      case ChromosomeChange whole -> sign + whole.chromosome().label();
      case MarkerChange marker -> sign + marker.kind().keyword() + marker.name();
      case StructuralChange structure -> sign + bands(structure);
    };
  }

  private static String bands(StructuralChange structure) {
    StringBuilder key = new StringBuilder(structure.signature());
    for (Rearrangement rearrangement : structure.chain()) {
      for (Breakpoint breakpoint : rearrangement.breakpoints()) {
        Band band = breakpoint.band();
        key.append(breakpoint.chromosome().label()).append(band.arm()).append(band.from());
      }
    }
    return key.toString();
  }
}
