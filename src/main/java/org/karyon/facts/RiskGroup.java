package org.karyon.facts;

/** The genetic risk group (source lines 43-79). */
public enum RiskGroup implements Term {
  /** A favorable feature and no poor one. */
  FAVORABLE("favorable"),

  /** No favorable or poor feature found (I-01). */
  STANDARD("standard"),

  /** Any poor feature, even beside a favorable one (I-02). */
  POOR("poor");

  private final String id;

  RiskGroup(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}
