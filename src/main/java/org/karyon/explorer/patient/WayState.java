package org.karyon.explorer.patient;

/** Where a branch of the guideline lies for one patient. */
public enum WayState {
  /** The patient's facts lead here. */
  TAKEN("taken"),
  /** A fact that is not known could still lead here. */
  OPEN("open"),
  /** A fact leads elsewhere. */
  EXCLUDED("excluded");

  private final String word;

  WayState(String word) {
    this.word = word;
  }

  /** The state in a word, which is its style as well. */
  public String word() {
    return word;
  }
}
