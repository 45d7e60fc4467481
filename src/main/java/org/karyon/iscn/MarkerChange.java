package org.karyon.iscn;

/** Unidentified material such as {@code +mar1}, {@code +2~4mar}, {@code +r} or {@code dmin}. */
record MarkerChange(Notation notation, Kind kind, String name) implements Abnormality {

  /** The kinds of unidentified material. */
  enum Kind {
    MARKER("mar"),
    RING("r"),
    DOUBLE_MINUTES("dmin"),
    HOMOGENEOUSLY_STAINING_REGION("hsr");

    private final String keyword;

    Kind(String keyword) {
      this.keyword = keyword;
    }

    String keyword() {
      return keyword;
    }

    /** Whether one counts as a chromosome; double minutes and stained regions do not. */
    boolean isChromosome() {
      return this == MARKER || this == RING;
    }
  }
}
