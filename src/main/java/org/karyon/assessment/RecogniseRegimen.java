package org.karyon.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.karyon.facts.DraftedOrder;
import org.karyon.facts.PatientRecord;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Orderable;
import org.karyon.guideline.ParameterId;

/**
 * Finds the regimen that the drafts most resemble: the one that shares the largest part of the
 * drugs that either the drafts or the regimen hold, and at least a few. An option that leaves its
 * chemotherapy open, such as a TKI with chemotherapy, is compared with each regimen that can stand
 * for it (L102).
 */
final class RecogniseRegimen {

  private final Regimens regimens;
  private final int fewest;
  private final List<DraftedOrder> drafts;
  private final OrdersInPlace inPlace;
  private final Map<String, Boolean> drafted = new HashMap<>();

  RecogniseRegimen(
      Guideline guideline, Regimens regimens, PatientRecord record, OrdersInPlace inPlace) {
    this.regimens = regimens;
    this.fewest = guideline.whole(ParameterId.REGIMEN_FEWEST_DRUGS);
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
    if (drafts.isEmpty()) {
      return Optional.empty();
    }
    return regimens.all().stream()
        .filter(this::isLike)
        .map(regimen -> match(regimen, offered.contains(regimen.option().id())))
        .max(Comparator.comparing(this::resemblance).thenComparing(RegimenMatch::offered));
  }

  private boolean isLike(Regimens.Regimen regimen) {
    for (Orderable drug : regimen.first()) {
      if (!inPlace.holds(drug)) {
        return false;
      }
    }
    int shared = 0;
    for (Orderable drug : regimen.drugs()) {
      shared += isDrafted(drug) ? 1 : 0;
    }
    return shared >= fewest;
  }

  private RegimenMatch match(Regimens.Regimen regimen, boolean offered) {
    return new RegimenMatch(
        regimen.option(),
        offered,
        regimen.drugs().stream().filter(this::isDrafted).toList(),
        regimen.drugs().stream().filter(drug -> !inPlace.holds(drug)).toList());
  }

  private boolean isDrafted(Orderable drug) {
    return drafted.computeIfAbsent(
        drug.id(), unused -> drafts.stream().anyMatch(order -> inPlace.isOrderOf(order, drug)));
  }

  /** Shared drugs by all drugs of either, so that neither a long regimen nor a long list wins. */
  private BigDecimal resemblance(RegimenMatch match) {
    long foreign =
        drafts.stream()
            .filter(order -> match.present().stream().noneMatch(d -> inPlace.isOrderOf(order, d)))
            .count();
    long drugs = (long) match.present().size() + match.missing().size();
    return BigDecimal.valueOf(match.present().size())
        .divide(BigDecimal.valueOf(drugs + foreign), 6, RoundingMode.HALF_UP);
  }
}
