package org.karyon.iscn;

/**
 * The sex chromosome field of a clone: the normal sex chromosomes that are left.
 *
 * @param x number of X
 * @param y number of Y
 * @param open number of question marks
 * @param constitutional whether the field is marked constitutional (47,XXYc)
 */
record SexChromosomes(int x, int y, int open, boolean constitutional) {

  static final SexChromosomes UNSTATED = new SexChromosomes(0, 0, 0, false);

  int number() {
    return x + y + open;
  }

  boolean isStated() {
    return number() > 0;
  }

  /** Chromosomes beyond two that were there before the disease. */
  int constitutionalGain() {
    return constitutional ? number() - 2 : 0;
  }
}
