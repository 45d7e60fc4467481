package org.karyon.facts;

/** How far acute lymphoblastic leukemia is established (source lines 9-13). */
public enum Diagnosis implements Term {
  /** An active problem that nobody marked as provisional. */
  CONFIRMED("confirmed"),

  /** Recorded as provisional, unconfirmed or differential. */
  SUSPECTED("suspected"),

  /** No acute lymphoblastic leukemia in the record. */
  NONE("none");

  private final String id;

  Diagnosis(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}
