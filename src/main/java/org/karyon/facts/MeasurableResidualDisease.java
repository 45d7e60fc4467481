package org.karyon.facts;

/**
 * The result of measurable residual disease testing in remission (source lines 112-138, 196-208,
 * 240-252).
 */
public enum MeasurableResidualDisease implements Term {
  /** Residual disease at or above the threshold, or called so by the laboratory. */
  POSITIVE("positive"),

  /** No residual disease by an assay that is sensitive enough. */
  NEGATIVE("negative");

  private final String id;

  MeasurableResidualDisease(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}
