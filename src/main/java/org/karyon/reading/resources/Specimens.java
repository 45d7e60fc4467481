package org.karyon.reading.resources;

import java.util.List;
import java.util.Set;
import org.karyon.reading.words.Words;

/** Where a specimen was taken, by code or by the words around it. */
public final class Specimens {

  private Specimens() {}

  public static Result.Specimen read(Set<String> concepts, String text) {
    return read(concepts, Words.of(text));
  }

  static Result.Specimen read(Set<String> concepts, Words words) {
    if (concepts.contains("specimen-csf")
        || words.containAny(List.of("csf", "cerebrospinal fluid", "cerebral spinal fluid"))) {
      return Result.Specimen.CEREBROSPINAL_FLUID;
    }
    if (concepts.contains("specimen-marrow")
        || words.containAny(List.of("marrow", "bone marrow"))) {
      return Result.Specimen.MARROW;
    }
    if (concepts.contains("specimen-blood")
        || words.containAny(List.of("blood", "peripheral blood"))) {
      return words.containAny(List.of("blood or tissue", "blood or marrow"))
          ? Result.Specimen.NOT_STATED
          : Result.Specimen.BLOOD;
    }
    return Result.Specimen.NOT_STATED;
  }
}
