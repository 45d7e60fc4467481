package org.karyon.facts;

/** What residual disease was before the result that counts, within the same remission (I-13). */
public enum EarlierMrd implements Term {
  /** At least one older result of this remission is positive. */
  POSITIVE("positive"),

  /** No older result of this remission is positive, or there is none. */
  NEVER_POSITIVE("never-positive");

  private final String id;

  EarlierMrd(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}
