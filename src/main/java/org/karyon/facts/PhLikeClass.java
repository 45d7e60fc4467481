package org.karyon.facts;

/**
 * The class of a Philadelphia-like leukemia, as far as the record names it (source line 75, I-14).
 */
public enum PhLikeClass implements Term {
  /** An ABL-class lesion is shown. */
  ABL_CLASS("abl-class-lesion"),

  /** A JAK-STAT lesion is shown and no ABL-class one. */
  JAK_STAT("jak-stat-lesion"),

  /** Neither is shown. */
  UNNAMED("unnamed");

  private final String id;

  PhLikeClass(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}
