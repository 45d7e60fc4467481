package org.karyon.facts;

/** Whether intensive treatment is open to the patient (source lines 168, 186, 226, 234). */
public enum Fitness implements Term {
  /** No significant comorbidity and not frail. */
  FIT("fit"),

  /** A significant comorbidity, or frail. */
  UNFIT("unfit");

  private final String id;

  Fitness(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}
