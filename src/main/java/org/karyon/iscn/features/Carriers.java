package org.karyon.iscn.features;

import org.karyon.iscn.model.Abnormality;
import org.karyon.iscn.model.Clone;
import org.karyon.iscn.model.Karyotype;
import org.karyon.iscn.model.StructuralChange;

/** In how many metaphases a change was seen. */
final class Carriers {

  private Carriers() {}

  /** Words such as ", in 18 of 20 metaphases"; empty where the text counts none. */
  static String describe(Karyotype karyotype, Abnormality change) {
    if (!karyotype.hasMetaphaseCounts()) {
      return "";
    }
    int cells = cells(karyotype, change);
    String only = cells == 1 ? " (a single metaphase)" : "";
    return cells == 0
        ? ""
        : ", in " + cells + " of " + karyotype.metaphases() + " metaphases" + only;
  }

  /** The metaphases of all clones that carry the change, by inheritance or written again. */
  static int cells(Karyotype karyotype, Abnormality change) {
    int cells = 0;
    for (Clone clone : karyotype.clones()) {
      if (carries(clone, change)) {
        cells += clone.metaphases();
      }
    }
    return cells;
  }

  private static boolean carries(Clone clone, Abnormality change) {
    for (Abnormality own : clone.changes()) {
      if (same(own, change)) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(Abnormality one, Abnormality other) {
    boolean structures =
        one instanceof StructuralChange a && other instanceof StructuralChange b && a.isAlike(b);
    return structures || one.equals(other);
  }
}
