package org.karyon.reading.resources;

import java.util.List;
import java.util.Set;
import org.karyon.reading.words.Words;
import org.karyon.terminology.ConceptGroup;

/** Where a specimen was taken, by code or by the words around it. */
public final class Specimens {

  private Specimens() {}

  /** By words alone. */
  public static Result.Specimen read(String text) {
    return read(Set.of(), Words.of(text));
  }

  static Result.Specimen read(Set<ConceptGroup> groups, String text) {
    return read(groups, Words.of(text));
  }

  static Result.Specimen read(Set<ConceptGroup> groups, Words words) {
    if (groups.contains(ConceptGroup.CEREBROSPINAL_FLUID)
        || words.containAny(List.of("csf", "cerebrospinal fluid", "cerebral spinal fluid"))) {
      return Result.Specimen.CEREBROSPINAL_FLUID;
    }
    if (groups.contains(ConceptGroup.MARROW)
        || words.containAny(List.of("marrow", "bone marrow"))) {
      return Result.Specimen.MARROW;
    }
    if (groups.contains(ConceptGroup.BLOOD)
        || words.containAny(List.of("blood", "peripheral blood"))) {
      return words.containAny(List.of("blood or tissue", "blood or marrow"))
          ? Result.Specimen.NOT_STATED
          : Result.Specimen.BLOOD;
    }
    return Result.Specimen.NOT_STATED;
  }
}
