package org.karyon.iscn.report;

/** What a text says about a feature. */
public enum FeatureState {
  /** Nothing can be said: the method does not see it, or too little was examined or read. */
  NOT_ASSESSABLE("not-assessable"),
  /** Excluded by a method that sees it. */
  ABSENT("absent"),
  /** Suggested, to be confirmed by a specific test; never to be taken as present. */
  POSSIBLE("possible"),
  /** Shown. */
  PRESENT("present");

  private final String code;

  FeatureState(String code) {
    this.code = code;
  }

  /** The state as it is written in JSON. */
  public String code() {
    return code;
  }
}
