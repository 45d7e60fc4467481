package org.karyon.assessment;

import java.util.List;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Orderable;
import org.karyon.guideline.TreatmentOption;

/** Which orders of an option are still to be drafted, whoever drafts them. */
public final class OrdersToDraft {

  private final Guideline guideline;

  /**
   * Prepares the choice by one guideline.
   *
   * @param guideline the knowledge
   */
  public OrdersToDraft(Guideline guideline) {
    this.guideline = guideline;
  }

  /**
   * The orders of an option that are neither on the screen nor active.
   *
   * @param assessment what the guideline makes of the patient
   * @param option one of its options
   * @return the orders, in the source's order; none when to complete a second regimen beside the
   *     one on the screen would mix the two, or when the option stands in words for this patient
   */
  public List<Orderable> of(Assessment assessment, TreatmentOption option) {
    if (wouldMix(assessment, option) || !isDraftable(assessment, option)) {
      return List.of();
    }
    return option.orders().stream()
        .filter(id -> !assessment.orders().inPlace().contains(id))
        .map(guideline::orderable)
        .toList();
  }

  private static boolean isDraftable(Assessment assessment, TreatmentOption option) {
    return assessment.treatment().stream()
        .flatMap(advice -> advice.options().stream())
        .filter(advice -> advice.option().id().equals(option.id()))
        .allMatch(OptionAdvice::draftable);
  }

  private boolean wouldMix(Assessment assessment, TreatmentOption option) {
    long drugs =
        option.orders().stream()
            .map(guideline::orderable)
            .filter(order -> order.kind() == Orderable.Kind.MEDICATION)
            .count();
    return drugs > 1
        && assessment
            .orders()
            .regimen()
            .filter(regimen -> !regimen.option().id().equals(option.id()))
            .isPresent();
  }
}
