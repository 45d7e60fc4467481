package org.karyon.reading.genetics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.Facts;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Lesion;
import org.karyon.reading.genetics.LesionEvidence.Says;
import org.karyon.reading.patient.DiagnosisReader.LeukemiaCondition;
import org.karyon.reading.resources.Codings;
import org.karyon.reading.words.Words;
import org.karyon.terminology.PhraseList;

/** What a diagnosis says of lesions, by the code of its subtype or in its words. */
public final class DiagnosedLesions {

  private final List<Lesion> lesions;
  private final List<String> denials;

  public DiagnosedLesions(Guideline guideline) {
    this.lesions = guideline.lesions();
    this.denials = guideline.terminology().phrases(PhraseList.DENIAL_IN_A_DIAGNOSIS);
  }

  /** What the diagnosis itself says of a lesion: weaker than a test, and still evidence. */
  public List<LesionEvidence> of(List<LeukemiaCondition> leukemia) {
    List<LesionEvidence> evidence = new ArrayList<>();
    for (LeukemiaCondition condition : leukemia) {
      Words words = Words.of(Codings.allWords(condition.condition().code()));
      for (Lesion lesion : lesions) {
        says(lesion, condition, words)
            .ifPresent(
                says ->
                    evidence.add(
                        new LesionEvidence(
                            lesion.fact(), says, Optional.empty(), condition.evidence())));
      }
    }
    return evidence;
  }

  private Optional<Says> says(Lesion lesion, LeukemiaCondition condition, Words words) {
    Set<String> concepts = condition.concepts();
    if (condition.suspected()) {
      return Optional.empty();
    }
    return byCode(lesion, concepts).or(() -> inWords(lesion, words));
  }

  /** What the code of a subtype says of a lesion, on the problem list or in a report. */
  public static Optional<Says> byCode(Lesion lesion, Set<String> concepts) {
    if (concepts.isEmpty()) {
      return Optional.empty();
    }
    if (lesion.diagnoses().stream().anyMatch(concepts::contains)) {
      return Optional.of(Says.PRESENT);
    }
    if (lesion.excludedByDiagnoses().stream().anyMatch(concepts::contains)) {
      return Optional.of(Says.ABSENT);
    }
    return lesion.suggestedBy().stream().anyMatch(concepts::contains)
        ? Optional.of(Says.POSSIBLE)
        : Optional.empty();
  }

  /**
   * Only a sign beside the name itself counts: "BCR::ABL1 positive", "Ph-negative"; a name alone is
   * what the patient has.
   */
  private Optional<Says> inWords(Lesion lesion, Words words) {
    boolean other = words.contain("like") && !lesion.fact().equals(Facts.PH_LIKE);
    if (other || !words.containAny(lesion.names())) {
      return Optional.empty();
    }
    for (String name : lesion.names()) {
      if (words.contain(name + " negative")) {
        return Optional.of(Says.ABSENT);
      }
      if (words.contain(name + " positive")) {
        return Optional.of(Says.PRESENT);
      }
    }
    return words.containAny(denials) || words.contain("negative")
        ? Optional.empty()
        : Optional.of(Says.PRESENT);
  }
}
