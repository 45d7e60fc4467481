package org.karyon.iscn.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything read from one cytogenetic text.
 *
 * @param clones the clones of the patient, in the order of the text
 * @param donor the clones of a transplant's donor
 * @param fish the FISH populations, interphase and metaphase
 * @param arrays the segments of an array result
 * @param nonClonalCells metaphases that belong to no clone
 * @param fullyRead whether every part of the banding result was understood
 * @param outcome whether there is a result at all
 */
public record Karyotype(
    List<Clone> clones,
    List<Clone> donor,
    List<FishPopulation> fish,
    List<ArraySegment> arrays,
    int nonClonalCells,
    boolean fullyRead,
    Outcome outcome) {

  /** What kind of text it was. */
  public enum Outcome {
    READ(""),
    EMPTY("the text is empty"),
    TOO_LONG("the text is too long to be a karyotype"),
    NO_RESULT("the text says that there is no result"),
    ABSURD("more clones, changes, metaphases or nested changes than a karyotype can have"),
    NOT_UNDERSTOOD("no clone, FISH or array result was recognised"),
    DONOR_ONLY("only donor cells were described");

    private final String reason;

    Outcome(String reason) {
      this.reason = reason;
    }

    public String reason() {
      return reason;
    }
  }

  public static Karyotype without(Outcome outcome) {
    return new Karyotype(List.of(), List.of(), List.of(), List.of(), 0, false, outcome);
  }

  /** The metaphases of the patient that the text counts, 0 where it counts none. */
  public int metaphases() {
    int sum = nonClonalCells;
    for (Clone clone : clones) {
      sum += clone.metaphases();
    }
    return sum;
  }

  /** The metaphases of the abnormal clones, or all where none is abnormal. */
  public int metaphasesOfClones() {
    List<Clone> abnormal = abnormalClones();
    return abnormal.isEmpty() ? metaphases() : abnormal.stream().mapToInt(Clone::metaphases).sum();
  }

  /** Markers, rings and unidentified chromosomes, any of which may hold what seems missing. */
  public boolean hasUnidentifiedMaterial() {
    return clones.stream()
        .flatMap(clone -> clone.changes().stream())
        .anyMatch(
            change ->
                !change.notation().isLoss()
                    && switch (change) {
                      case MarkerChange marker -> marker.kind().isChromosome();
                      case StructuralChange structure -> structure.isUnidentified();
                      case ChromosomeChange whole -> !whole.chromosome().isKnown();
                    });
  }

  public boolean hasMetaphaseCounts() {
    for (Clone clone : clones) {
      if (clone.written().cells().isStated()) {
        return true;
      }
    }
    return false;
  }

  /** The clones that carry the disease. */
  public List<Clone> abnormalClones() {
    List<Clone> abnormal = new ArrayList<>(clones.size());
    for (Clone clone : clones) {
      if (!clone.isNormal()) {
        abnormal.add(clone);
      }
    }
    return abnormal;
  }

  public boolean isIncomplete() {
    for (Clone clone : clones) {
      if (clone.written().incomplete()) {
        return true;
      }
    }
    return false;
  }
}
