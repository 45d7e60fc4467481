package org.karyon.facts;

/** The lineage of the blasts; about three of four leukemias are of B lineage (source line 11). */
public enum Lineage implements Term {
  /** B-cell acute lymphoblastic leukemia. */
  B("b"),

  /** T-cell acute lymphoblastic leukemia. */
  T("t");

  private final String id;

  Lineage(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}
