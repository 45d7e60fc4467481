package org.karyon.assessment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Orderable;
import org.karyon.guideline.TreatmentOption;

/**
 * The drugs by which each option of a guideline is recognised among drafts.
 *
 * @param all an option comes once for each list of drugs that can stand for it
 */
record Regimens(List<Regimen> all) {

  /**
   * An option with the drugs that are looked for.
   *
   * @param option the option
   * @param drugs what is compared with the drafts
   * @param first drugs that have to be there before the others are compared at all
   */
  record Regimen(TreatmentOption option, List<Orderable> drugs, List<Orderable> first) {}

  Regimens {
    all = List.copyOf(all);
  }

  static Regimens of(Guideline guideline) {
    List<Regimen> all = new ArrayList<>();
    for (TreatmentOption option : guideline.options().values()) {
      if (!option.recognisedBy().isEmpty()) {
        List<Orderable> drugs = medications(guideline, option.recognisedBy());
        all.add(new Regimen(option, drugs, drugs));
        continue;
      }
      List<Orderable> own = medications(guideline, option.orders());
      all.add(new Regimen(option, own, List.of()));
      for (String regimen : option.recognisedWith()) {
        Set<Orderable> drugs = new LinkedHashSet<>(own);
        drugs.addAll(medications(guideline, guideline.option(regimen).orders()));
        all.add(new Regimen(option, List.copyOf(drugs), own));
      }
    }
    return new Regimens(all);
  }

  private static List<Orderable> medications(Guideline guideline, List<String> orders) {
    return orders.stream()
        .map(guideline::orderable)
        .filter(order -> order.kind() == Orderable.Kind.MEDICATION)
        .toList();
  }
}
