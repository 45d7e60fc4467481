package org.karyon.reading.genetics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.karyon.facts.Facts;
import org.karyon.reading.genetics.LesionEvidence.Says;

/** The classes of Ph-like lesions answer for Ph-like as well: either shows it, both exclude it. */
final class PhiladelphiaLike {

  private PhiladelphiaLike() {}

  static List<LesionEvidence> of(List<LesionEvidence> told) {
    List<LesionEvidence> own = new ArrayList<>();
    boolean both =
        List.of(Facts.JAK_STAT, Facts.ABL_CLASS).stream()
            .allMatch(
                lesionClass ->
                    told.stream()
                        .anyMatch(
                            said ->
                                said.lesion().equals(lesionClass) && said.says() == Says.ABSENT));
    for (LesionEvidence said : told) {
      if (said.lesion().equals(Facts.PH_LIKE)) {
        own.add(said);
      } else if (said.lesion().equals(Facts.JAK_STAT) || said.lesion().equals(Facts.ABL_CLASS)) {
        boolean excludes = said.says() == Says.ABSENT;
        own.add(
            new LesionEvidence(
                Facts.PH_LIKE,
                excludes && !both ? Says.NOT_SEEN : said.says(),
                Optional.empty(),
                said.evidence()));
      }
    }
    boolean shown = own.stream().anyMatch(said -> said.says() == Says.PRESENT);
    own.removeIf(said -> shown && (said.says() == Says.ABSENT || said.says() == Says.NOT_SEEN));
    return own;
  }
}
