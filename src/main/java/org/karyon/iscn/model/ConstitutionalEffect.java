package org.karyon.iscn.model;

/** How a constitutional change shifts the number of chromosomes a person has. */
final class ConstitutionalEffect {

  private ConstitutionalEffect() {}

  static int of(Abnormality change) {
    int copies = change.notation().lowCopies();
    return switch (change.notation().sign()) {
      case GAIN -> copies;
      case LOSS -> -copies;
      case REPLACEMENT ->
          switch (change) {
            case StructuralChange structure -> joined(structure.head()) * copies;
            case ChromosomeChange whole -> 0;
            case MarkerChange marker -> copies;
          };
    };
  }

  /** A Robertsonian translocation carried from birth makes two chromosomes one. */
  private static int joined(Rearrangement head) {
    boolean one = head.operation().replacesAllNamedByOne();
    return one ? Math.min(0, 1 - head.chromosomes().size()) : 0;
  }
}
