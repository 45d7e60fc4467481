package org.karyon.iscn.model;

/**
 * How signals of two probes lie to each other: together (con) or split (sep).
 *
 * @param joined whether they lie together
 * @param first the first probe
 * @param second the second probe, the same gene for a break-apart probe
 * @param low smallest number of such signals
 * @param high largest number of such signals
 */
public record ProbeLink(boolean joined, String first, String second, int low, int high) {

  boolean ofOneGene() {
    return first.equals(second);
  }

  public boolean joins(String one, String other) {
    return (first.equals(one) && second.equals(other))
        || (first.equals(other) && second.equals(one));
  }

  public ProbeLink times(int least, int most) {
    return new ProbeLink(joined, first, second, least, most);
  }
}
