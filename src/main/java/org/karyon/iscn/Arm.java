package org.karyon.iscn;

/** The short or the long arm of a chromosome; {@code UNSTATED} where the text leaves it open. */
enum Arm {
  SHORT,
  LONG,
  UNSTATED;

  Arm opposite() {
    return switch (this) {
      case SHORT -> LONG;
      case LONG -> SHORT;
      case UNSTATED -> UNSTATED;
    };
  }
}
