package org.karyon.facts;

/**
 * Whether something is there; there is no third constant because not knowing is {@link
 * Finding.Unknown}.
 */
public enum Presence implements Term {
  /** Shown by a method that can see it. */
  PRESENT("present"),

  /** Excluded by a method that can see it. */
  ABSENT("absent");

  private final String id;

  Presence(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }
}
