package org.karyon.iscn.model;

import java.util.List;

/**
 * One structural change inside a derivative or on its own, such as {@code t(9;22)(q34;q11.2)}.
 *
 * @param operation what happened
 * @param chromosomes the chromosomes named, in the order of the text
 * @param breakpoints the breakpoints, empty where the text drops them
 * @param detailed whether the detailed system with arrows was used
 */
public record Rearrangement(
    Operation operation,
    List<Chromosome> chromosomes,
    List<Breakpoint> breakpoints,
    boolean detailed) {

  public Chromosome first() {
    return chromosomes.isEmpty() ? Chromosome.UNKNOWN : chromosomes.getFirst();
  }

  /** How many different known chromosomes take part. */
  public int partners() {
    int seen = 0;
    for (Chromosome chromosome : chromosomes) {
      if (chromosome.isKnown()) {
        seen |= 1 << chromosome.index();
      }
    }
    for (Breakpoint breakpoint : breakpoints) {
      if (breakpoint.chromosome().isKnown()) {
        seen |= 1 << breakpoint.chromosome().index();
      }
    }
    return Integer.bitCount(seen);
  }

  public boolean names(Chromosome chromosome) {
    return chromosomes.contains(chromosome);
  }

  /** Whether both name the same operation on the same chromosomes, whatever their bands. */
  public boolean isAlike(Rearrangement other) {
    return operation == other.operation && chromosomes.equals(other.chromosomes);
  }

  public Rearrangement withBreakpoints(List<Breakpoint> found) {
    return new Rearrangement(operation, chromosomes, found, detailed);
  }

  /** Operation and chromosomes without the bands, which later mentions may drop. */
  public String signature() {
    StringBuilder signature = new StringBuilder(operation.keyword());
    for (Chromosome chromosome : chromosomes) {
      signature.append(' ').append(chromosome.label());
    }
    return signature.toString();
  }
}
