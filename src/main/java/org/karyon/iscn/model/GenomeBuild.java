package org.karyon.iscn.model;

import java.util.Locale;
import java.util.Optional;

/** The reference genome that the bases of an array result count from. */
public enum GenomeBuild {
  GRCH37,
  GRCH38,
  /** Not stated, or another one. */
  UNSTATED;

  /**
   * The build that brackets such as [GRCh38] or [hg19] name; empty where they say another thing.
   */
  public static Optional<GenomeBuild> named(String brackets) {
    String lower = brackets.toLowerCase(Locale.ROOT);
    if (lower.contains("grch38") || lower.contains("hg38")) {
      return Optional.of(GRCH38);
    }
    if (lower.contains("grch37") || lower.contains("hg19")) {
      return Optional.of(GRCH37);
    }
    boolean other = lower.contains("hg1") || lower.contains("ncbi") || lower.contains("t2t");
    return other ? Optional.of(UNSTATED) : Optional.empty();
  }
}
