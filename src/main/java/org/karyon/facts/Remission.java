package org.karyon.facts;

/** Which remission of the leukemia it is (I-13). */
public enum Remission implements Term {
  /** No relapse before it. */
  FIRST("first"),

  /** A remission after a relapse. */
  LATER("later");

  private final String id;

  Remission(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}
