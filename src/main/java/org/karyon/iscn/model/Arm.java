package org.karyon.iscn.model;

/** The short or the long arm of a chromosome; {@code UNSTATED} where the text leaves it open. */
public enum Arm {
  SHORT,
  LONG,
  UNSTATED;

  public Arm opposite() {
    return switch (this) {
      case SHORT -> LONG;
      case LONG -> SHORT;
      case UNSTATED -> UNSTATED;
    };
  }
}
