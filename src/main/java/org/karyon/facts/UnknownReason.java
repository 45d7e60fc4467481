package org.karyon.facts;

/** Why a fact is not known; none of these is ever read as a negative result. */
public enum UnknownReason {
  /** Nothing in the record speaks of it. */
  NOT_RECORDED("not recorded"),
  /** A result is expected: ordered, registered or preliminary. */
  PENDING("pending"),
  /** There is a result, and it cannot be read or the assay failed. */
  NOT_INTERPRETABLE("not interpretable"),
  /** Results contradict each other and none outranks the others. */
  CONTRADICTORY("contradictory"),
  /** The newest result is too old to decide on. */
  OUTDATED("outdated"),
  /** A finding suggests it and another test must confirm it (I-10). */
  POSSIBLE("possible but unconfirmed"),
  /** A negative result of an assay that cannot see it well enough. */
  NOT_EXCLUDED("not excluded by this method"),
  /** The part of the record that would tell could not be read. */
  NOT_READABLE("record could not be read");

  private final String words;

  UnknownReason(String words) {
    this.words = words;
  }

  /**
   * The reason as a card says it.
   *
   * @return a few plain words
   */
  public String words() {
    return words;
  }
}
