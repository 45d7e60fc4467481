package org.karyon.reading.genetics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.Presence;
import org.karyon.reading.genetics.LesionEvidence.Says;

/** Either class of lesions shows a Ph-like leukemia, and only both together exclude it (L75). */
class PhiladelphiaLikeTest {

  private static LesionEvidence said(Fact<Presence> lesion, Says says) {
    return new LesionEvidence(
        lesion,
        says,
        Optional.of("a part"),
        new Evidence("Observation/" + lesion.id(), "panel", says.name(), Optional.empty()));
  }

  private static List<Says> ofPhLike(LesionEvidence... told) {
    List<LesionEvidence> own = PhiladelphiaLike.of(List.of(told));
    assertThat(own).extracting(LesionEvidence::lesion).containsOnly(Facts.PH_LIKE);
    return own.stream().map(LesionEvidence::says).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "PRESENT,       ABSENT,        PRESENT",
    "ABSENT,        PRESENT,       PRESENT",
    "PRESENT,       NOT_SEEN,      PRESENT",
    "ABSENT,        ABSENT,        ABSENT ABSENT",
    "ABSENT,        NOT_SEEN,      NOT_SEEN NOT_SEEN",
    "NOT_SEEN,      ABSENT,        NOT_SEEN NOT_SEEN",
    "ABSENT,        INDETERMINATE, NOT_SEEN INDETERMINATE",
    "POSSIBLE,      ABSENT,        POSSIBLE NOT_SEEN",
    "PENDING,       PRESENT,       PENDING PRESENT"
  })
  void whatTheTwoClassesSayTogether(Says jakStat, Says ablClass, String phLike) {
    assertThat(ofPhLike(said(Facts.JAK_STAT, jakStat), said(Facts.ABL_CLASS, ablClass)))
        .extracting(Says::name)
        .containsExactly(phLike.split(" ", -1));
  }

  @Test
  void oneClassThatIsExcludedOnlyFindsNothing() {
    assertThat(ofPhLike(said(Facts.JAK_STAT, Says.ABSENT))).containsExactly(Says.NOT_SEEN);
    assertThat(ofPhLike(said(Facts.ABL_CLASS, Says.ABSENT))).containsExactly(Says.NOT_SEEN);
  }

  @Test
  void aStatementOnPhLikeItselfStandsAsItIs() {
    LesionEvidence own = said(Facts.PH_LIKE, Says.ABSENT);

    assertThat(PhiladelphiaLike.of(List.of(own))).containsExactly(own);
  }

  @Test
  void aShownClassOutweighsThatPhLikeWasExcluded() {
    assertThat(ofPhLike(said(Facts.PH_LIKE, Says.ABSENT), said(Facts.ABL_CLASS, Says.PRESENT)))
        .containsExactly(Says.PRESENT);
  }

  @Test
  void otherLesionsSayNothingOfPhLike() {
    assertThat(PhiladelphiaLike.of(List.of(said(Facts.BCR_ABL1, Says.ABSENT)))).isEmpty();
  }

  @Test
  void theEvidenceOfAClassIsThatOfTheWhole() {
    LesionEvidence shown = said(Facts.JAK_STAT, Says.PRESENT);

    assertThat(PhiladelphiaLike.of(List.of(shown)))
        .containsExactly(
            new LesionEvidence(Facts.PH_LIKE, Says.PRESENT, Optional.empty(), shown.evidence()));
  }
}
