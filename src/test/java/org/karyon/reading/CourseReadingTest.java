package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.reading.Records.ICD;
import static org.karyon.reading.Records.LEUKEMIA;
import static org.karyon.reading.Records.PATIENT;
import static org.karyon.reading.Records.SNOMED;
import static org.karyon.reading.Records.VINCRISTINE;
import static org.karyon.reading.Records.coded;
import static org.karyon.reading.Records.condition;
import static org.karyon.reading.Records.detected;
import static org.karyon.reading.Records.medication;
import static org.karyon.reading.Records.named;
import static org.karyon.reading.Records.notDetected;
import static org.karyon.reading.Records.quantity;
import static org.karyon.reading.Records.read;
import static org.karyon.reading.Records.words;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.PatientRecord;

/** Where the patient stands, residual disease and fitness. */
class CourseReadingTest {

  private static String state(Fact<?> fact, String... resources) {
    return PatientWith.LEUKEMIA.state(fact, resources);
  }

  private static String course(String... resources) {
    return state(Facts.COURSE, resources);
  }

  private static String courseByProblems(String... conditions) {
    return PatientWith.of().state(Facts.COURSE, conditions);
  }

  private static String mrd(String... results) {
    return PatientWith.REMISSION.state(Facts.MRD, results);
  }

  private static String vincristineSince(String date) {
    return medication("active", "11202", date);
  }

  @ParameterizedTest
  @CsvSource({
    "http://hl7.org/fhir/sid/icd-10-cm, C91.01, active, complete-remission",
    "http://hl7.org/fhir/sid/icd-10-cm, C91.02, active, relapsed",
    "http://snomed.info/sct, 91856007, active, complete-remission",
    "http://snomed.info/sct, 427642009, active, complete-remission",
    "http://snomed.info/sct, 12301000132103, active, relapsed",
    "http://snomed.info/sct, 12311000132101, active, not-in-remission",
    "http://snomed.info/sct, 91857003, remission, complete-remission",
    "http://snomed.info/sct, 91857003, relapse, relapsed",
    "http://snomed.info/sct, 91857003, recurrence, relapsed",
    "http://snomed.info/sct, 91857003, active, newly-diagnosed"
  })
  void aConditionStatesTheCourse(String system, String code, String clinical, String expected) {
    assertThat(courseByProblems(condition("c", system, code, "as coded", clinical, "confirmed")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "103338009, complete-remission", "103337004, not-in-remission",
    "91856007, complete-remission", "12301000132103, relapsed"
  })
  void aDiseaseStatusStatesTheCourse(String snomed, String expected) {
    String status = coded("97509-4", Records.answer("http://snomed.info/sct", snomed, "as coded"));

    assertThat(course(VINCRISTINE, status)).isEqualTo(expected);
  }

  @Test
  void treatmentWithoutAResponseIsInduction() {
    assertThat(course(vincristineSince("2026-11-01"))).isEqualTo("in-induction");
  }

  @Test
  void treatmentLongAgoWithoutAResponseLeavesTheCourseOpen() {
    assertThat(course(medication("completed", "11202", "2026-02-01"))).isEqualTo("not recorded");
  }

  @Test
  void aSteroidAloneIsNotTreatmentOfTheLeukemia() {
    assertThat(course(medication("active", "8640", "2026-11-01"))).isEqualTo("newly-diagnosed");
  }

  @Test
  void aMarrowAfterTreatmentTellsTheResponse() {
    String remission = coded("11150-0", quantity("", "2", "%"));
    String persistent = coded("11150-0", quantity("", "31", "%"));

    assertThat(course(VINCRISTINE, remission)).isEqualTo("complete-remission");
    assertThat(course(VINCRISTINE, persistent)).isEqualTo("not-in-remission");
  }

  @Test
  void blastsAfterARemissionAreARelapse() {
    String remission =
        coded("11150-0", quantity("", "2", "%") + ",'effectiveDateTime':'2026-09-10'");
    String blasts = coded("11150-0", quantity("", "40", "%"));

    assertThat(course(VINCRISTINE, blasts, remission)).isEqualTo("relapsed");
  }

  @Test
  void theDiagnosticMarrowIsNotAResponse() {
    String diagnostic =
        coded("11150-0", quantity("", "85", "%") + ",'effectiveDateTime':'2026-07-30'");

    assertThat(course(diagnostic, vincristineSince("2026-11-01"))).isEqualTo("in-induction");
  }

  @ParameterizedTest
  @CsvSource({
    "0.05, %, , positive",
    "0.01, %, , positive",
    "0.009, %, , negative",
    "0, %, , negative",
    "0.01, %, <, negative",
    "0.1, %, <, not excluded by this method",
    "0.0002, 1, , positive",
    "0.00005, 1, , negative",
    "250, /10*6, , positive",
    "20, /10*6, , negative",
    "3, 10*-4, , positive",
    "5, cells, , not interpretable"
  })
  void aNumberIsComparedWithTheThresholdInItsOwnUnit(
      String value, String unit, String comparator, String expected) {
    String mrd =
        named(
            "MRD by flow cytometry, bone marrow",
            quantity(comparator == null ? "" : comparator, value, unit));

    assertThat(mrd(mrd)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "MRD negative, negative",
    "Positive (0.03%), positive",
    "<0.01%, negative",
    "'0,02 %', positive",
    "3x10^-3, positive",
    "not detected, negative",
    "no immunophenotypic evidence of residual B-ALL, negative",
    "indeterminate, not interpretable",
    "hemodilute sample, not interpretable"
  })
  void aTextIsReadOnlyWhereItIsPlain(String text, String expected) {
    String mrd = named("Measurable residual disease, bone marrow", "'valueString':'" + text + "'");

    assertThat(mrd(mrd)).isEqualTo(expected);
  }

  @Test
  void aResultFromBeforeTreatmentIsNoResponse() {
    String baseline =
        named("MRD by flow cytometry", detected() + ",'effectiveDateTime':'2026-07-31'");

    assertThat(mrd(baseline)).isEqualTo("not recorded");
  }

  @Test
  void theNewestValidResultDecides() {
    String older = named("MRD by flow", detected() + ",'effectiveDateTime':'2026-10-01'");
    String newer = named("MRD by NGS", notDetected());

    assertThat(mrd(older, newer)).isEqualTo("negative");
  }

  @Test
  void cerebrospinalFluidIsNotResidualDiseaseAndBloodDoesNotClearTheMarrow() {
    assertThat(mrd(named("MRD in CSF", notDetected()))).isEqualTo("not recorded");
    assertThat(mrd(named("MRD, peripheral blood", notDetected())))
        .isEqualTo("not excluded by this method");
  }

  @Test
  void aTranscriptTakenInRemissionIsAnMrdResult() {
    assertThat(mrd(coded("69380-4", quantity("", "0.005", "%")))).isEqualTo("negative");
  }

  @ParameterizedTest
  @CsvSource({
    "89247-1, 0, absent",
    "89247-1, 1, absent",
    "89247-1, 2, absent",
    "89247-1, 3, present",
    "89243-0, 90, absent",
    "89243-0, 70, absent",
    "89243-0, 60, absent",
    "89243-0, 50, present"
  })
  void performanceStatusTellsFrailty(String loinc, String score, String expected) {
    assertThat(state(Facts.FRAIL, coded(loinc, "'valueInteger':" + score))).isEqualTo(expected);
  }

  @Test
  void performanceStatusMayBeCodedOrWritten() {
    assertThat(
            state(
                Facts.FRAIL,
                coded("89247-1", Records.answer("http://loinc.org", "LA9622-7", "Fully active"))))
        .isEqualTo("absent");
    assertThat(
            state(
                Facts.FRAIL, coded("89247-1", Records.answer(SNOMED, "423053003", "ECOG grade 3"))))
        .isEqualTo("present");
    assertThat(state(Facts.FRAIL, named("ECOG", "'valueString':'ECOG 1'"))).isEqualTo("absent");
    assertThat(state(Facts.FRAIL)).isEqualTo("not recorded");
  }

  @Test
  void cd20IsReadAsAPercentageOfBlasts() {
    assertThat(state(Facts.CD20_PERCENT, coded("51115-4", quantity("", "35", "%"))))
        .isEqualTo("35");
    assertThat(state(Facts.CD20_PERCENT, coded("8119-0", quantity("", "35", "%"))))
        .as("CD20 on all cells is not expression on blasts")
        .isEqualTo("not recorded");
    assertThat(state(Facts.CD20_PERCENT, coded("10438-0", detected())))
        .isEqualTo("not interpretable");
  }

  @ParameterizedTest
  @CsvSource({
    "35050-4, 1.2, 10*3/uL, 1200",
    "35050-4, 1.2, 10*9/L, 1200",
    "35050-4, 1200, /uL, 1200",
    "30376-8, 2, K/uL, 2000"
  })
  void circulatingBlastsAreCountedPerMicrolitre(
      String loinc, String value, String unit, String expected) {
    assertThat(
            state(Facts.PERIPHERAL_BLASTS_PER_MICROLITRE, coded(loinc, quantity("", value, unit))))
        .isEqualTo(expected);
  }

  @Test
  void circulatingBlastsMayFollowFromWhiteCellsAndTheirShare() {
    assertThat(
            state(
                Facts.PERIPHERAL_BLASTS_PER_MICROLITRE,
                coded("6690-2", quantity("", "20", "10*3/uL")),
                coded("26446-5", quantity("", "40", "%"))))
        .isEqualTo("8000");
    assertThat(
            state(
                Facts.PERIPHERAL_BLASTS_PER_MICROLITRE,
                coded("35050-4", quantity("", "1200", "blasts"))))
        .as("a unit that is not known is not guessed")
        .isEqualTo("not recorded");
  }

  @Test
  void resultsFromTheFutureAreNotUsed() {
    String future = coded("51867-0", detected() + ",'effectiveDateTime':'2027-01-01'");

    assertThat(state(Facts.BCR_ABL1, future)).isEqualTo("not recorded");
  }

  @Test
  void oneBrokenResourceCostsItselfAndIsNamed() {
    String broken = coded("51867-0", detected() + ",'effectiveDateTime':'yesterday'");
    String sound = coded("78219-3", detected());
    PatientRecord record = read(PATIENT, LEUKEMIA, broken, sound);

    assertThat(words(record.facts().get(Facts.KMT2A_REARRANGED))).isEqualTo("present");
    assertThat(words(record.facts().get(Facts.BCR_ABL1))).isEqualTo("not recorded");
    assertThat(record.gaps()).anyMatch(gap -> gap.message().contains("not valid FHIR"));
  }

  @Test
  void anotherPatientsResourceIsLeftOutAndNamed() {
    String foreign = coded("51867-0", detected()).replace("Patient/p", "Patient/other");
    PatientRecord record = read(PATIENT, LEUKEMIA, foreign);

    assertThat(words(record.facts().get(Facts.BCR_ABL1))).isEqualTo("not recorded");
    assertThat(record.gaps()).anyMatch(gap -> gap.message().contains("another patient"));
  }

  private static String stage(String id, String code, String onset) {
    return condition(id, ICD, code, "ALL", "active", "confirmed")
        .replace("'code':{", "'onsetDateTime':'" + onset + "','code':{");
  }

  @Test
  void theNewestStageDecidesWhateverTheIdsAre() {
    for (String ids : List.of("a b", "b a")) {
      String first = ids.split(" ")[0];
      String second = ids.split(" ")[1];

      assertThat(
              courseByProblems(
                  stage(first, "C91.01", "2026-05-01"), stage(second, "C91.02", "2026-09-01")))
          .isEqualTo("relapsed");
      assertThat(
              courseByProblems(
                  stage(first, "C91.02", "2026-05-01"), stage(second, "C91.01", "2026-09-01")))
          .isEqualTo("complete-remission");
    }
  }

  @Test
  void stagesThatCannotBePutInOrderAreContradictory() {
    assertThat(
            courseByProblems(
                stage("a", "C91.01", "2026-05-01"), stage("b", "C91.02", "2026-05-01")))
        .isEqualTo("contradictory");
  }

  @Test
  void resultsOfTheSameDayThatDisagreeDecideNothing() {
    assertThat(
            state(
                Facts.FRAIL,
                coded("89247-1", "'valueInteger':0"),
                coded("89247-1", "'valueInteger':3")))
        .isEqualTo("contradictory");
    assertThat(
            state(
                Facts.CD20_PERCENT,
                coded("51115-4", quantity("", "10", "%")),
                coded("51115-4", quantity("", "50", "%"))))
        .isEqualTo("contradictory");
  }

  @ParameterizedTest
  @CsvSource({
    "<, 5, complete-remission",
    "<, 10, in-induction",
    ">, 4, in-induction",
    ">, 30, not-in-remission"
  })
  void aComparatorIsOnlyReadWhereItDecides(String comparator, String value, String expected) {
    assertThat(
            course(
                vincristineSince("2026-10-01"), coded("11150-0", quantity(comparator, value, "%"))))
        .isEqualTo(expected);
  }

  @Test
  void aMarrowDuringInductionIsNotTheResponse() {
    assertThat(
            course(
                vincristineSince("2026-11-01"),
                coded("11150-0", quantity("", "40", "%") + ",'effectiveDateTime':'2026-11-15'")))
        .isEqualTo("in-induction");
  }

  @ParameterizedTest
  @CsvSource({
    "No complete remission, not-in-remission", "CR not achieved, not-in-remission",
    "No evidence of relapse, in-induction", "Complete remission, complete-remission",
    "AML in complete remission, in-induction"
  })
  void aDeniedStatusIsNotTheStatus(String text, String expected) {
    assertThat(
            course(
                vincristineSince("2026-10-15"), coded("97509-4", "'valueString':'" + text + "'")))
        .isEqualTo(expected);
  }

  @Test
  void aStatusOfAnotherTumourIsNotOurs() {
    assertThat(
            course(
                vincristineSince("2026-10-15"),
                coded(
                    "97509-4",
                    "'valueString':'Complete"
                        + " remission','focus':[{'reference':'Condition/breast'}]")))
        .isEqualTo("in-induction");
  }

  @ParameterizedTest
  @CsvSource({
    "Relapsed B-ALL, relapsed", "Refractory B-ALL, not-in-remission",
    "B-ALL in remission, complete-remission", "B-ALL not in remission, newly-diagnosed"
  })
  void aDiagnosisInWordsMayNameItsStage(String text, String expected) {
    assertThat(courseByProblems(Records.textCondition("c", text))).isEqualTo(expected);
  }

  @Test
  void residualDiseaseFromBeforeARelapseIsOutdated() {
    String mrd = named("MRD by flow", notDetected() + ",'effectiveDateTime':'2026-03-01'");

    assertThat(
            PatientWith.of()
                .state(
                    Facts.MRD,
                    stage("a", "C91.02", "2026-05-01"),
                    stage("b", "C91.01", "2026-09-01"),
                    medication("completed", "11202", "2025-07-01"),
                    mrd))
        .isEqualTo("outdated");
  }

  @ParameterizedTest
  @CsvSource({
    "'CD19-negative population present, significance uncertain', not interpretable",
    "'Not negative; low-level disease persists', not interpretable",
    "'Not detected (sensitivity 0.1%)', not excluded by this method",
    "'Not detected (sensitivity 0.001%)', negative"
  })
  void wordsAboutResidualDiseaseAreReadWithTheirLimits(String text, String expected) {
    String mrd = named("MRD, bone marrow", "'valueString':'" + text + "'");

    assertThat(mrd(mrd)).isEqualTo(expected);
  }

  @Test
  void aTransplantAloneIsNotInduction() {
    String transplant =
        "{'resourceType':'Procedure','id':'t','status':'completed','subject':{'reference':'Patient/p'},'performedDateTime':'2026-09-20','code':{'coding':[{'system':'http://snomed.info/sct','code':'58390007'}]}}";

    assertThat(course(transplant)).isEqualTo("not recorded");
  }
}
