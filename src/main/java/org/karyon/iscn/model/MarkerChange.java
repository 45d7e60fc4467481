package org.karyon.iscn.model;

/** Unidentified material such as {@code +mar1}, {@code +2~4mar}, {@code +r} or {@code dmin}. */
public record MarkerChange(Notation notation, Kind kind, String name) implements Abnormality {

  /** The kinds of unidentified material. */
  public enum Kind {
    MARKER("mar"),
    RING("r"),
    DOUBLE_MINUTES("dmin"),
    HOMOGENEOUSLY_STAINING_REGION("hsr");

    private final String keyword;

    Kind(String keyword) {
      this.keyword = keyword;
    }

    public String keyword() {
      return keyword;
    }

    /** Whether one counts as a chromosome; double minutes and stained regions do not. */
    public boolean isChromosome() {
      return this == MARKER || this == RING;
    }
  }
}
