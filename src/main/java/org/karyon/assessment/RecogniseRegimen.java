package org.karyon.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.karyon.facts.DraftedOrder;
import org.karyon.facts.PatientRecord;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Orderable;
import org.karyon.guideline.TreatmentOption;

/**
 * Finds the regimen that the drafts most resemble: the one that shares the largest part of the
 * drugs that either the drafts or the regimen hold, and at least two.
 */
final class RecogniseRegimen {

  private static final int FEWEST_SHARED = 2;

  private final Guideline guideline;
  private final List<DraftedOrder> drafts;
  private final OrdersInPlace inPlace;

  RecogniseRegimen(Guideline guideline, PatientRecord record, OrdersInPlace inPlace) {
    this.guideline = guideline;
    this.drafts =
        record.orders().all().stream()
            .filter(order -> order.kind() == DraftedOrder.Kind.MEDICATION)
            .filter(order -> !order.intrathecal() && !order.concepts().isEmpty())
            .toList();
    this.inPlace = inPlace;
  }

  /** Of equally good regimens one that is offered at this step comes first. */
  Optional<RegimenMatch> among(TreatmentAdvice advice) {
    List<String> offered =
        advice.options(OptionAdvice.Status.APPLIES).stream().map(o -> o.option().id()).toList();
    return guideline.options().values().stream()
        .map(option -> match(option, offered.contains(option.id())))
        .filter(match -> match.present().size() >= FEWEST_SHARED)
        .max(Comparator.comparing(this::resemblance).thenComparing(RegimenMatch::offered));
  }

  private RegimenMatch match(TreatmentOption option, boolean offered) {
    List<Orderable> drugs =
        option.orders().stream()
            .map(guideline::orderable)
            .filter(order -> order.kind() == Orderable.Kind.MEDICATION)
            .toList();
    return new RegimenMatch(
        option,
        offered,
        drugs.stream().filter(this::isDrafted).toList(),
        drugs.stream().filter(drug -> !inPlace.holds(drug)).toList());
  }

  private boolean isDrafted(Orderable drug) {
    return drafts.stream().anyMatch(order -> inPlace.isOrderOf(order, drug));
  }

  /** Shared drugs by all drugs of either, so that neither a long regimen nor a long list wins. */
  private BigDecimal resemblance(RegimenMatch match) {
    long foreign =
        drafts.stream()
            .filter(order -> match.present().stream().noneMatch(d -> inPlace.isOrderOf(order, d)))
            .count();
    long drugs =
        match.option().orders().stream()
            .map(guideline::orderable)
            .filter(order -> order.kind() == Orderable.Kind.MEDICATION)
            .count();
    return BigDecimal.valueOf(match.present().size())
        .divide(BigDecimal.valueOf(drugs + foreign), 6, RoundingMode.HALF_UP);
  }
}
