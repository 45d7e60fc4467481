package org.karyon.facts;

/** The age groups that the guideline forks on (I-04). */
public enum AgeGroup implements Term {
  /** Under 15 years: outside the guideline. */
  CHILD("child"),

  /** Adolescent or young adult, 15 to 39 years. */
  AYA("aya"),

  /** 40 to 64 years. */
  ADULT("adult"),

  /** 65 years and over. */
  OLDER("older");

  private final String id;

  AgeGroup(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}
