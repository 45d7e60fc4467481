package org.karyon.facts;

/**
 * How much the problem list weighs against intensive treatment (source lines 168, 186, 226, 234).
 */
public enum Comorbidity implements Term {
  /** At least one disease that the field counts as significant, such as heart failure. */
  SIGNIFICANT("significant"),

  /**
   * None of those, and at least one that may be significant in its degree, such as diabetes (I-07).
   */
  POSSIBLE("possible"),

  /** The problem list was read as a whole and names neither. */
  NONE("none");

  private final String id;

  Comorbidity(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}
