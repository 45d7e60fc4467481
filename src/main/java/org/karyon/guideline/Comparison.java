package org.karyon.guideline;

/** The comparisons that a table may make; the list is closed. */
public enum Comparison {
  /** The amount is the limit or more. */
  AT_LEAST("at-least", "at least"),
  /** The amount is less than the limit. */
  BELOW("below", "below");

  private final String id;
  private final String words;

  Comparison(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /**
   * The comparison as tables write it.
   *
   * @return its id
   */
  public String id() {
    return id;
  }

  /**
   * The comparison as cards say it.
   *
   * @return plain words
   */
  public String words() {
    return words;
  }

  boolean holds(int comparedWithLimit) {
    return switch (this) {
      case AT_LEAST -> comparedWithLimit >= 0;
      case BELOW -> comparedWithLimit < 0;
    };
  }
}
