package org.karyon.iscn.model;

import java.util.List;

/**
 * A rearranged chromosome or rearrangement, with the probe signals written beside it.
 *
 * @param notation sign, copies and place
 * @param chain the rearrangements in the order written; a derivative comes first
 * @param probes FISH signals in parentheses after it, such as {@code (AML1x4)}, one list for each
 *     chromosome
 */
public record StructuralChange(
    Notation notation, List<Rearrangement> chain, List<List<ProbeSignal>> probes)
    implements Abnormality {

  public Rearrangement head() {
    return chain.getFirst();
  }

  public Operation operation() {
    return head().operation();
  }

  /** Whether it is a chromosome of which not even the centromere is known. */
  boolean isUnidentified() {
    return head().chromosomes().stream().noneMatch(Chromosome::isKnown)
        && operation() != Operation.AMPLIFICATION;
  }

  /** Whether a keyword had to be guessed. */
  public boolean isUnclear() {
    return operation() == Operation.UNCLEAR;
  }

  /** How many different chromosomes the whole chain involves. */
  public int partners() {
    int most = 0;
    for (Rearrangement rearrangement : chain) {
      most = Math.max(most, rearrangement.partners());
    }
    return most;
  }

  /** Whether the whole chains are alike, whatever their bands. */
  public boolean isAlike(StructuralChange other) {
    return chain.size() == other.chain.size() && begins(other);
  }

  /** Whether the other chain begins like this one. */
  public boolean begins(StructuralChange other) {
    if (chain.size() > other.chain.size()) {
      return false;
    }
    for (int i = 0; i < chain.size(); i++) {
      if (!chain.get(i).isAlike(other.chain.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Operations and chromosomes of the chain without bands. */
  public String signature() {
    if (chain.size() == 1) {
      return head().signature();
    }
    StringBuilder signature = new StringBuilder();
    for (Rearrangement rearrangement : chain) {
      signature.append(rearrangement.signature()).append('/');
    }
    return signature.toString();
  }
}
