package org.karyon.iscn.report;

/** What a piece of a cytogenetic text is. */
public enum TokenKind {
  /** The number of chromosomes of a clone, with its ploidy tag. */
  CHROMOSOME_COUNT,
  /** The sex chromosomes of a clone. */
  SEX_CHROMOSOMES,
  /** A reference to another clone: idem, sl, sdl, with its multiplier. */
  CLONE_REFERENCE,
  /** A change of the karyotype. */
  ABNORMALITY,
  /** A change marked as constitutional. */
  CONSTITUTIONAL_ABNORMALITY,
  /** The number of metaphases in square brackets. */
  CELL_COUNT,
  /** The mark of an incomplete karyotype (inc). */
  INCOMPLETE,
  /** Metaphases outside every clone ("nonclonal[2]"). */
  NON_CLONAL,
  /** mos, chi and the like. */
  PREFIX,
  /** The name of a technique: ish, nuc ish, arr, ogm. */
  TECHNIQUE,
  /** The signals of FISH probes. */
  FISH_SIGNAL,
  /** The nuclei counted by FISH. */
  FISH_CELL_COUNT,
  /** The result of an array, or of a technique that is not read here. */
  OTHER_TECHNIQUE,
  /** A statement that there is no result. */
  NO_RESULT,
  /** Free text. */
  PROSE,
  /** Commas, slashes, points and brackets between the other pieces. */
  SEPARATOR,
  /** A piece that was not understood. */
  UNKNOWN
}
