package org.karyon.assessment;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is said of the orders on the screen.
 *
 * @param findings the checks that have something to say, in the source's order
 * @param choosingTreatment whether the treatment options help the choice being made
 * @param choosingTests whether the missing work-up helps the choice being made
 * @param inPlace ids of the orders of the guideline that are drafted, active or ordered already
 * @param regimen the regimen that the drafts most resemble; empty for none
 */
public record OrderAdvice(
    List<OrderFinding> findings,
    boolean choosingTreatment,
    boolean choosingTests,
    Set<String> inPlace,
    Optional<RegimenMatch> regimen) {

  /** Copies the collections, so that advice never changes. */
  public OrderAdvice {
    findings = List.copyOf(findings);
    inPlace = Set.copyOf(inPlace);
  }

  static OrderAdvice none() {
    return new OrderAdvice(List.of(), false, false, Set.of(), Optional.empty());
  }
}
