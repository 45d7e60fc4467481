package org.karyon.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.assessment.OptionAdvice.Status;
import org.karyon.facts.Facts;

/** Which facts are asked for next, by which rules an option stands, and why one does not. */
class AskedFactsTest {

  private static final String T = "diagnosis=confirmed lineage=t ageGroup=adult ";
  private static final String PH_NEGATIVE =
      "diagnosis=confirmed lineage=b bcrAbl1=absent phLike=absent ageGroup=adult comorbidity=none"
          + " frail=absent ";

  private static TreatmentAdvice advice(String patient) {
    return new AdviseTreatment(OrderScreens.GUIDELINE, new DerivedFacts(OrderScreens.GUIDELINE))
        .advise(Patients.of(patient));
  }

  private static OptionAdvice option(String patient, String id) {
    return advice(patient).options().stream()
        .filter(option -> option.option().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** With a poor feature the step is the same whatever MRD is, and MRD is wanted all the same. */
  @Test
  void mrdIsAskedForInRemissionThoughItNoLongerDecides() {
    assertThat(advice(T + "course=complete-remission poorFeature=present").asked())
        .contains(Facts.MRD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        T + "course=complete-remission poorFeature=present mrd=positive",
        T + "course=complete-remission poorFeature=present mrd=negative",
        T + "course=newly-diagnosed comorbidity=none frail=absent",
        T + "course=relapsed kmt2a-rearranged=absent",
        "diagnosis=confirmed ageGroup=adult course=complete-remission poorFeature=present"
      })
  void mrdIsNotAskedForWhereItIsKnownOrNoStepLooksAtItOrTheBranchIsOpen(String patient) {
    assertThat(advice(patient).asked()).doesNotContain(Facts.MRD);
  }

  @Test
  void aFactThatChoosesTheBranchIsAskedForBeforeThoseInsideIt() {
    assertThat(advice("diagnosis=confirmed ageGroup=adult course=complete-remission").asked())
        .containsExactly(Facts.LINEAGE, Facts.BCR_ABL1);
    assertThat(
            advice("diagnosis=confirmed lineage=b ageGroup=adult course=complete-remission")
                .asked())
        .containsExactly(Facts.BCR_ABL1);
  }

  @ParameterizedTest
  @CsvSource({"positive, ph-pos-cr-mrd-pos", "negative, ph-pos-cr-mrd-neg"})
  void anOptionOfTwoStepsStandsByTheStepOfThePatientAlone(String mrd, String rule) {
    assertThat(
            option(
                    "diagnosis=confirmed lineage=b bcrAbl1=present ageGroup=adult"
                        + " course=complete-remission mrd="
                        + mrd,
                    "tki")
                .rules())
        .isEqualTo(List.of(rule));
  }

  @Test
  void whyAnOptionIsNotOfferedIsSaidByTheStepOfThePatientAlone() {
    OptionAdvice relapsed =
        option(PH_NEGATIVE + "course=relapsed kmt2a-rearranged=absent", "revumenib");
    OptionAdvice newly =
        option(PH_NEGATIVE + "course=newly-diagnosed kmt2a-rearranged=absent", "revumenib");

    assertThat(relapsed.status()).isEqualTo(Status.EXCLUDED);
    assertThat(relapsed.restriction()).contains("when KMT2A is rearranged");
    assertThat(newly.status()).isEqualTo(Status.EXCLUDED);
    assertThat(newly.restriction()).isEmpty();
  }

  /**
   * What is remembered of one patient answers for another only where the tables see no difference.
   */
  @Test
  void patientsOnTheTwoSidesOfALimitAreNotTakenForOneAnother() {
    AdviseTreatment advise =
        new AdviseTreatment(OrderScreens.GUIDELINE, new DerivedFacts(OrderScreens.GUIDELINE));
    String patient = PH_NEGATIVE + "course=newly-diagnosed cd20Percent=";

    assertThat(rituximab(advise, patient + "19")).isEqualTo(Status.EXCLUDED);
    assertThat(rituximab(advise, patient + "20")).isEqualTo(Status.APPLIES);
    assertThat(rituximab(advise, patient + "21")).isEqualTo(Status.APPLIES);
    assertThat(rituximab(advise, patient + "5")).isEqualTo(Status.EXCLUDED);
  }

  private static Status rituximab(AdviseTreatment advise, String patient) {
    return advise.advise(Patients.of(patient)).options().stream()
        .filter(option -> option.option().id().equals("rituximab"))
        .findFirst()
        .orElseThrow()
        .status();
  }
}
