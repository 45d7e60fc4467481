package org.karyon.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.karyon.facts.DraftedOrder;
import org.karyon.facts.PatientRecord;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Orderable;
import org.karyon.guideline.ParameterId;
import org.karyon.guideline.TreatmentOption;

/**
 * Finds the regimen that the drafts most resemble: the one that shares the largest part of the
 * drugs that either the drafts or the regimen hold, and at least a few. An option that leaves its
 * chemotherapy open, such as a TKI with chemotherapy, is compared with each regimen that can stand
 * for it (L102).
 */
final class RecogniseRegimen {

  private final Guideline guideline;
  private final List<DraftedOrder> drafts;
  private final OrdersInPlace inPlace;
  private final Map<String, Boolean> drafted = new HashMap<>();

  /** An option with the drugs that are looked for. */
  private record Candidate(TreatmentOption option, List<Orderable> drugs) {}

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
    if (drafts.isEmpty()) {
      return Optional.empty();
    }
    int fewest = guideline.whole(ParameterId.REGIMEN_FEWEST_DRUGS);
    return guideline.options().values().stream()
        .flatMap(this::candidates)
        .filter(candidate -> candidate.drugs().stream().filter(this::isDrafted).count() >= fewest)
        .map(candidate -> match(candidate, offered.contains(candidate.option().id())))
        .max(Comparator.comparing(this::resemblance).thenComparing(RegimenMatch::offered));
  }

  private Stream<Candidate> candidates(TreatmentOption option) {
    if (!option.recognisedBy().isEmpty()) {
      List<Orderable> all = medications(option.recognisedBy());
      return all.stream().allMatch(inPlace::holds)
          ? Stream.of(new Candidate(option, all))
          : Stream.empty();
    }
    List<Orderable> own = medications(option.orders());
    return Stream.concat(
        Stream.of(new Candidate(option, own)),
        option.recognisedWith().stream()
            .map(guideline::option)
            .map(
                regimen ->
                    new Candidate(
                        option,
                        Stream.concat(own.stream(), medications(regimen.orders()).stream())
                            .distinct()
                            .toList()))
            .filter(candidate -> own.stream().allMatch(inPlace::holds)));
  }

  private List<Orderable> medications(List<String> orders) {
    return orders.stream()
        .map(guideline::orderable)
        .filter(order -> order.kind() == Orderable.Kind.MEDICATION)
        .toList();
  }

  private RegimenMatch match(Candidate candidate, boolean offered) {
    return new RegimenMatch(
        candidate.option(),
        offered,
        candidate.drugs().stream().filter(this::isDrafted).toList(),
        candidate.drugs().stream().filter(drug -> !inPlace.holds(drug)).toList());
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
