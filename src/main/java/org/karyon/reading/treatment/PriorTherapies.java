package org.karyon.reading.treatment;

import java.util.List;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.Presence;
import org.karyon.facts.RecordedTherapy;
import org.karyon.terminology.ConceptGroup;
import org.karyon.terminology.Terminology;

/**
 * Treatment of the past that is a caution beside an option. A record that names none proves none,
 * so such a fact is present or not recorded. A transplant whose donor is not named is no proof of
 * an allogeneic one.
 */
public final class PriorTherapies {

  /** What in the past is a caution, and what shows it. */
  private record Prior(Fact<Presence> fact, ConceptGroup shownBy) {}

  private static final List<Prior> PRIOR =
      List.of(
          new Prior(Facts.PRIOR_ALLO_HSCT, ConceptGroup.PRIOR_ALLO_HSCT),
          new Prior(Facts.PRIOR_BLINATUMOMAB, ConceptGroup.PRIOR_BLINATUMOMAB),
          new Prior(Facts.PRIOR_INOTUZUMAB, ConceptGroup.PRIOR_INOTUZUMAB),
          new Prior(Facts.PRIOR_CAR_T, ConceptGroup.PRIOR_CAR_T));

  private PriorTherapies() {}

  /** The facts with those that the therapies show. */
  public static PatientFacts read(
      PatientFacts facts, Terminology terminology, List<RecordedTherapy> therapies) {
    PatientFacts more = facts;
    for (Prior prior : PRIOR) {
      List<Evidence> given =
          therapies.stream()
              .filter(therapy -> terminology.isAny(therapy.concepts(), prior.shownBy()))
              .map(RecordedTherapy::evidence)
              .sorted(Evidence.NEWEST_FIRST)
              .toList();
      if (!given.isEmpty()) {
        more = more.with(prior.fact(), new Known<>(Presence.PRESENT, given, List.of()));
      }
    }
    return more;
  }
}
