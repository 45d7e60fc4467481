package org.karyon.guideline;

/**
 * The work-up items that code asks for by name: both done, without a poor feature, exclude one
 * (I-11). A folder that lacks one of them is refused when it is loaded.
 */
public enum WorkUpItemId {
  CYTOGENETICS("cytogenetics"),
  MOLECULAR("molecular");

  private final String id;

  WorkUpItemId(String id) {
    this.id = id;
  }

  /** The name in {@code work-up.yaml}. */
  public String id() {
    return id;
  }
}
