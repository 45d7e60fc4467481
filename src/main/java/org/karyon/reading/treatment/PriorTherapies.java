package org.karyon.reading.treatment;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.Presence;
import org.karyon.facts.RecordedTherapy;

/**
 * Treatment of the past that is a caution beside an option. A record that names none proves none,
 * so such a fact is present or not recorded. A transplant whose donor is not named is no proof of
 * an allogeneic one.
 */
public final class PriorTherapies {

  private static final Map<Fact<Presence>, Set<String>> SHOWN_BY =
      Map.of(
          Facts.PRIOR_ALLO_HSCT, Set.of("allo-hsct", "prior-allo-hsct"),
          Facts.PRIOR_BLINATUMOMAB, Set.of("drug-blinatumomab"),
          Facts.PRIOR_INOTUZUMAB, Set.of("drug-inotuzumab"),
          Facts.PRIOR_CAR_T,
              Set.of(
                  "car-t",
                  "prior-cart",
                  "drug-tisagenlecleucel",
                  "drug-brexucabtagene",
                  "drug-obecabtagene"));

  private PriorTherapies() {}

  public static PatientFacts read(PatientFacts facts, List<RecordedTherapy> therapies) {
    PatientFacts more = facts;
    for (Fact<Presence> fact :
        List.of(
            Facts.PRIOR_ALLO_HSCT,
            Facts.PRIOR_BLINATUMOMAB,
            Facts.PRIOR_INOTUZUMAB,
            Facts.PRIOR_CAR_T)) {
      List<Evidence> given = given(therapies, SHOWN_BY.getOrDefault(fact, Set.of()));
      if (!given.isEmpty()) {
        more = more.with(fact, new Known<>(Presence.PRESENT, given, List.of()));
      }
    }
    return more;
  }

  private static List<Evidence> given(List<RecordedTherapy> therapies, Set<String> concepts) {
    return therapies.stream()
        .filter(therapy -> !Collections.disjoint(therapy.concepts(), concepts))
        .map(RecordedTherapy::evidence)
        .sorted(Evidence.NEWEST_FIRST)
        .toList();
  }
}
