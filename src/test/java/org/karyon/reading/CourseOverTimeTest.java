package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.reading.Records.ICD;
import static org.karyon.reading.Records.LEUKEMIA;
import static org.karyon.reading.Records.PATIENT;
import static org.karyon.reading.Records.coded;
import static org.karyon.reading.Records.condition;
import static org.karyon.reading.Records.medication;
import static org.karyon.reading.Records.named;
import static org.karyon.reading.Records.notDetected;
import static org.karyon.reading.Records.quantity;
import static org.karyon.reading.Records.read;
import static org.karyon.reading.Records.words;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.facts.Course;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Milestone;
import org.karyon.facts.PatientRecord;
import org.karyon.facts.RecordedDate;

/** The course as dated events tell it, each limit the day before, on the day and the day after. */
class CourseOverTimeTest {

  private static final String START = "2026-08-01";
  private static final String VINCRISTINE = medication("completed", "11202", START);

  private static String course(String... resources) {
    return words(read(resources).facts().get(Facts.COURSE));
  }

  private static String courseOn(LocalDate asOf, String... resources) {
    return words(read(asOf, resources).facts().get(Facts.COURSE));
  }

  private static String marrow(String date, String percent) {
    return coded("11150-0", quantity("", percent, "%") + ",'effectiveDateTime':'" + date + "'");
  }

  private static String stage(String id, String code, String dates) {
    return condition(id, ICD, code, "ALL", "active", "confirmed")
        .replace("'code':{", dates + ",'code':{");
  }

  /** Treated from 2026-08-01: induction is assumed for 90 days without a response. */
  @ParameterizedTest
  @CsvSource({
    "2026-08-01, in-induction",
    "2026-08-02, in-induction",
    "2026-10-29, in-induction",
    "2026-10-30, in-induction",
    "2026-10-31, not recorded"
  })
  void inductionIsAssumedAsLongAsItLasts(String asOf, String expected) {
    assertThat(courseOn(LocalDate.parse(asOf), PATIENT, LEUKEMIA, VINCRISTINE)).isEqualTo(expected);
  }

  /** An order of tomorrow may be a time zone; one of the day after is a plan. */
  @ParameterizedTest
  @CsvSource({
    "2026-07-30, newly-diagnosed",
    "2026-07-31, in-induction",
    "2026-08-01, in-induction"
  })
  void treatmentThatLiesAheadIsNone(String asOf, String expected) {
    assertThat(courseOn(LocalDate.parse(asOf), PATIENT, LEUKEMIA, VINCRISTINE)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-21, in-induction",
    "2026-08-22, complete-remission",
    "2026-08-23, complete-remission"
  })
  void aMarrowIsAResponseFromTheTwentyFirstDayOn(String date, String expected) {
    assertThat(
            courseOn(LocalDate.of(2026, 8, 25), PATIENT, LEUKEMIA, VINCRISTINE, marrow(date, "1")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"4.9, complete-remission", "5, not-in-remission", "5.1, not-in-remission"})
  void fivePercentBlastsAreNoRemission(String percent, String expected) {
    assertThat(course(PATIENT, LEUKEMIA, VINCRISTINE, marrow("2026-09-10", percent)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'Blasts, bone marrow', complete-remission",
    "'Bone marrow lymphoblasts', complete-remission",
    "'Blasts', not recorded",
    "'CD20 on bone marrow blasts', not recorded",
    "'Bone marrow residual blasts by flow', not recorded"
  })
  void marrowBlastsMayBeNamedWithoutACode(String name, String expected) {
    assertThat(course(PATIENT, LEUKEMIA, VINCRISTINE, named(name, quantity("", "2", "%"))))
        .isEqualTo(expected);
  }

  /** A treatment counts from 60 days before the recorded diagnosis on. */
  @ParameterizedTest
  @CsvSource({
    "2026-09-29, newly-diagnosed",
    "2026-09-30, in-induction",
    "2026-10-01, in-induction"
  })
  void anEarlierTreatmentOfSomethingElseIsNotOurs(String given, String expected) {
    assertThat(
            courseOn(
                LocalDate.of(2026, 12, 1),
                PATIENT,
                stage("c", "C91.00", "'onsetDateTime':'2026-11-29'"),
                medication("completed", "11202", given)))
        .isEqualTo(expected);
  }

  @Test
  void theCodeForNoRemissionAloneDoesNotTellNewFromRefractory() {
    assertThat(course(PATIENT, LEUKEMIA)).isEqualTo("newly-diagnosed");
    assertThat(course(PATIENT, LEUKEMIA, medication("active", "11202", "2026-11-10")))
        .isEqualTo("in-induction");
    assertThat(course(PATIENT, LEUKEMIA, medication("completed", "11202", "2026-01-10")))
        .isEqualTo("not recorded");
    assertThat(course(PATIENT, LEUKEMIA, VINCRISTINE, marrow("2026-10-10", "31")))
        .isEqualTo("not-in-remission");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MedicationRequest | active | in-induction",
        "MedicationRequest | completed | in-induction",
        "MedicationRequest | cancelled | newly-diagnosed",
        "MedicationRequest | draft | newly-diagnosed",
        "MedicationAdministration | completed | in-induction",
        "MedicationAdministration | in-progress | in-induction",
        "MedicationAdministration | not-done | newly-diagnosed",
        "MedicationStatement | active | in-induction",
        "MedicationStatement | completed | in-induction",
        "MedicationStatement | intended | newly-diagnosed",
        "MedicationStatement | not-taken | newly-diagnosed"
      })
  void everyKindOfRecordOfADrugCounts(String type, String status, String expected) {
    String date =
        type.equals("MedicationRequest")
            ? "'intent':'order','authoredOn':'2026-11-10'"
            : "'effectiveDateTime':'2026-11-10'";
    String drug =
        "{'resourceType':'%s','id':'d','status':'%s',%s,'subject':{'reference':'Patient/p'},'medicationCodeableConcept':{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'11202'}]}}"
            .formatted(type, status, date);

    assertThat(course(PATIENT, LEUKEMIA, drug)).isEqualTo(expected);
  }

  /** An element may hold nothing but an extension that says why it has no value. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'resourceType':'MedicationRequest','status':X,'intent':'order'",
        "'resourceType':'MedicationRequest','status':'active','intent':X,'doNotPerform':X",
        "'resourceType':'MedicationAdministration','status':X",
        "'resourceType':'MedicationStatement','status':X",
        "'resourceType':'Procedure','status':X",
        "'resourceType':'ServiceRequest','status':X,'intent':'order'",
        "'resourceType':'ServiceRequest','status':'active','intent':'order','doNotPerform':X",
        "'resourceType':'Observation','status':X",
        "'resourceType':'DiagnosticReport','status':X"
      })
  void anElementWithoutAValueCostsNoMoreThanItsResource(String resource) {
    String absent =
        "{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/data-absent-reason','valueCode':'unknown'}]}";
    String drug =
        "'medicationCodeableConcept':{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'11202'}]}";

    PatientRecord record =
        read(
            PATIENT,
            LEUKEMIA,
            "{"
                + resource.replace("X", absent)
                + ",'id':'odd','subject':{'reference':'Patient/p'},'code':{'text':'MRD'},"
                + drug
                + "}");

    // A drug whose status nobody knows may have been given.
    boolean unclear =
        resource.startsWith("'resourceType':'Medication") && resource.contains("'status':X");
    assertThat(record.facts().get(Facts.COURSE).value().isPresent()).isNotEqualTo(unclear);
  }

  @ParameterizedTest
  @CsvSource({
    "171765004, in-induction",
    "367336001, not interpretable",
    "80146002, newly-diagnosed"
  })
  void aProcedureAgainstTheLeukemiaIsTreatment(String snomed, String expected) {
    String procedure =
        "{'resourceType':'Procedure','id':'x','status':'completed','subject':{'reference':'Patient/p'},'performedDateTime':'2026-11-10','code':{'coding':[{'system':'http://snomed.info/sct','code':'%s'}]}}"
            .formatted(snomed);

    assertThat(course(PATIENT, LEUKEMIA, procedure)).isEqualTo(expected);
  }

  /** The marrow of 2026-09-10 is a remission; what comes before, with and after it. */
  @ParameterizedTest
  @CsvSource({
    "2026-09-09, complete-remission",
    "2026-09-10, contradictory",
    "2026-09-11, relapsed"
  })
  void theOrderOfRemissionAndBlastsDecides(String blasts, String expected) {
    assertThat(
            course(PATIENT, LEUKEMIA, VINCRISTINE, marrow("2026-09-10", "1"), marrow(blasts, "40")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026, contradictory", "2026-05, contradictory", "2026-04, complete-remission",
    "2026-06, relapsed", "2026-05-01, contradictory", "2026-04-30, complete-remission",
    "2026-05-02, relapsed"
  })
  void aDateWithoutADayIsOnlyPutInOrderWhereItsEveryDayIs(String relapse, String expected) {
    assertThat(
            course(
                PATIENT,
                stage("a", "C91.01", "'recordedDate':'2026-05-01'"),
                stage("b", "C91.02", "'onsetDateTime':'" + relapse + "'")))
        .isEqualTo(expected);
  }

  @Test
  void aStageHeldWhenItBeganAndStillWhenItWasRecorded() {
    String remission = stage("a", "C91.01", "'recordedDate':'2026-05-01'");

    assertThat(
            course(
                PATIENT,
                remission,
                stage("b", "C91.02", "'onsetDateTime':'2026-04-01','recordedDate':'2026-06-01'")))
        .isEqualTo("relapsed");
    assertThat(
            course(
                PATIENT,
                remission,
                stage("b", "C91.02", "'onsetDateTime':'2026-06-01','recordedDate':'2026-01-01'")))
        .isEqualTo("relapsed");
  }

  @Test
  void anUndatedStageContradictsADatedOneAndIsShown() {
    Finding<Course> course =
        read(
                PATIENT,
                stage("a", "C91.01", "'recordedDate':'2026-05-01'"),
                condition("b", ICD, "C91.02", "ALL", "active", "confirmed"))
            .facts()
            .get(Facts.COURSE);

    assertThat(words(course)).isEqualTo("complete-remission");
    assertThat(course)
        .isInstanceOfSatisfying(
            Known.class, known -> assertThat(known.contradictedBy()).hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Complete remission",
        "CR",
        "CRi",
        "CRh",
        "CR2",
        "complete response",
        "Morphologic remission",
        "in first remission"
      })
  void aRemissionHasManyNames(String text) {
    assertThat(
            course(
                PATIENT, LEUKEMIA, VINCRISTINE, coded("97509-4", "'valueString':'" + text + "'")))
        .isEqualTo("complete-remission");
  }

  @ParameterizedTest
  @ValueSource(strings = {"268910001", "359746009", "709137006", "399409002"})
  void betterStableOrUndeterminedIsNoStage(String snomed) {
    String status = coded("97509-4", Records.answer("http://snomed.info/sct", snomed, "as coded"));

    assertThat(course(PATIENT, LEUKEMIA, medication("active", "11202", "2026-11-01"), status))
        .isEqualTo("in-induction");
  }

  @Test
  void theTimelineTellsTheWayInItsOrder() {
    PatientRecord record =
        read(
            PATIENT,
            stage("c", "C91.00", "'onsetDateTime':'2026-07-28'"),
            coded("51867-0", notDetected() + ",'effectiveDateTime':'2026-07-29'"),
            VINCRISTINE,
            marrow("2026-09-10", "1"),
            named("MRD by flow", notDetected() + ",'effectiveDateTime':'2026-09-10'"),
            marrow("2026-11-10", "40"));

    assertThat(record.timeline())
        .extracting(event -> event.date().text() + " " + event.kind())
        .containsExactly(
            "2026-07-28 DIAGNOSIS",
            "2026-07-29 GENETICS",
            "2026-08-01 TREATMENT",
            "2026-09-10 RESPONSE",
            "2026-09-10 RESIDUAL_DISEASE",
            "2026-11-10 RESPONSE");
    assertThat(record.timeline())
        .extracting(event -> event.value().map(value -> value.id()).orElse(""))
        .containsExactly("", "", "", "complete-remission", "negative", "relapsed");
    assertThat(record.timeline())
        .allMatch(event -> event.evidence().resource().matches("[A-Za-z]+/.+"));
  }

  @Test
  void whatHasNoDateIsNotPlacedOnTheTimeline() {
    PatientRecord record =
        read(
            PATIENT,
            LEUKEMIA,
            VINCRISTINE.replace("'authoredOn':'2026-08-01',", ""),
            coded("51867-0", notDetected()).replace("'effectiveDateTime':'2026-11-10',", ""));

    assertThat(record.timeline()).isEmpty();
  }

  @Test
  void aLaterStageOnTheListStandsForTheDiagnosisWhereItBeganBeforeTreatment() {
    List<Milestone> timeline =
        read(
                PATIENT,
                stage("c", "C91.01", "'onsetDateTime':'2026-07-28','recordedDate':'2026-10-01'"),
                VINCRISTINE)
            .timeline();

    assertThat(timeline.get(0).kind()).isEqualTo(Milestone.Kind.DIAGNOSIS);
    assertThat(timeline.get(0).date()).isEqualTo(RecordedDate.of(LocalDate.of(2026, 7, 28)));
  }
}
