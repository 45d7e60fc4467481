package org.karyon.iscn.model;

/**
 * The sex chromosome field of a clone: the normal sex chromosomes that are left.
 *
 * @param x number of X
 * @param y number of Y
 * @param open number of question marks
 * @param constitutional whether the field is marked constitutional (47,XXYc)
 */
public record SexChromosomes(int x, int y, int open, boolean constitutional) {

  public static final SexChromosomes UNSTATED = new SexChromosomes(0, 0, 0, false);

  public int number() {
    return x + y + open;
  }

  public boolean isStated() {
    return number() > 0;
  }

  /** Chromosomes beyond two that were there before the disease. */
  int constitutionalGain() {
    return constitutional ? number() - 2 : 0;
  }
}
