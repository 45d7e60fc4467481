package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.reading.Records.B_LINEAGE;
import static org.karyon.reading.Records.ICD;
import static org.karyon.reading.Records.LEUKEMIA;
import static org.karyon.reading.Records.PATIENT;
import static org.karyon.reading.Records.coded;
import static org.karyon.reading.Records.condition;
import static org.karyon.reading.Records.medication;
import static org.karyon.reading.Records.named;
import static org.karyon.reading.Records.quantity;
import static org.karyon.reading.Records.read;
import static org.karyon.reading.Records.textCondition;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;

/** Which remission it is, what was before, the other compartments, and the end of treatment. */
class RemissionReadingTest {

  private static String state(Fact<?> fact, String... resources) {
    return PatientWith.B_ALL.state(fact, resources);
  }

  private static String stage(String code, String date) {
    return condition("s" + date, ICD, code, "ALL", "active", "confirmed")
        .replace("'code':{", "'recordedDate':'" + date + "','code':{");
  }

  private static String marrow(String date, String percent) {
    return coded("11150-0", quantity("", percent, "%") + ",'effectiveDateTime':'" + date + "'")
        .replace("'id':'", "'id':'m" + date);
  }

  private static String fluid(String date, String value) {
    return named("CSF cytology", "'valueString':'" + value + "','effectiveDateTime':'" + date + "'")
        .replace("'id':'", "'id':'f" + date);
  }

  private static String mrd(String date, String value) {
    return named(
            "MRD by flow, marrow",
            "'valueString':'" + value + "','effectiveDateTime':'" + date + "'")
        .replace("'id':'", "'id':'r" + date);
  }

  private static final String TREATED = medication("completed", "11202", "2026-06-01");
  private static final String REMISSION = stage("C91.01", "2026-08-01");
  private static final String RELAPSE = stage("C91.02", "2026-03-01");

  @Test
  void aRemissionAfterARelapseIsALaterOne() {
    assertThat(state(Facts.REMISSION, TREATED, REMISSION)).isEqualTo("first");
    assertThat(state(Facts.REMISSION, TREATED, REMISSION, RELAPSE)).isEqualTo("later");
    assertThat(state(Facts.REMISSION, TREATED, textCondition("c2", "B-ALL in second remission")))
        .isEqualTo("later");
    assertThat(state(Facts.REMISSION, LEUKEMIA)).isEqualTo("not recorded");
  }

  @Test
  void anOlderPositiveResultOfThisRemissionIsKept() {
    String positive = mrd("2026-08-05", "Positive");
    String negative = mrd("2026-10-20", "Negative");

    assertThat(state(Facts.EARLIER_MRD, TREATED, REMISSION, positive, negative))
        .isEqualTo("positive");
    assertThat(state(Facts.MRD, TREATED, REMISSION, positive, negative)).isEqualTo("negative");
    assertThat(state(Facts.EARLIER_MRD, TREATED, REMISSION, negative)).isEqualTo("never-positive");
    assertThat(state(Facts.EARLIER_MRD, TREATED, REMISSION, mrd("2026-10-20", "Positive")))
        .isEqualTo("never-positive");
    assertThat(state(Facts.EARLIER_MRD, TREATED, REMISSION)).isEqualTo("never-positive");
  }

  @ParameterizedTest
  @CsvSource({
    "No blasts seen, absent",
    "Lymphoblasts present, present",
    "Negative for malignant cells, absent",
    "CNS 3, present",
    "Specimen clotted, not interpretable"
  })
  void theFluidTellsOfLeukemiaOutsideTheMarrow(String value, String expected) {
    assertThat(state(Facts.EXTRAMEDULLARY, fluid("2026-11-10", value))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Meningeal leukemia, present",
    "Testicular relapse of ALL, present",
    "No evidence of CNS leukemia, not recorded",
    "Family history of testicular leukemia, not recorded"
  })
  void aProblemTellsOfLeukemiaOutsideTheMarrow(String problem, String expected) {
    assertThat(state(Facts.EXTRAMEDULLARY, textCondition("e", problem))).isEqualTo(expected);
    assertThat(state(Facts.COMORBIDITY, textCondition("e", problem))).isEqualTo("none");
  }

  @Test
  void aRelapseInTheFluidBesideACleanMarrowIsARelapse() {
    String clean = marrow("2026-11-10", "1");
    String cells = fluid("2026-11-10", "Lymphoblasts present");

    assertThat(state(Facts.COURSE, TREATED, REMISSION, cells, clean)).isEqualTo("relapsed");
    assertThat(state(Facts.COURSE, TREATED, REMISSION, cells, marrow("2026-11-15", "1")))
        .isEqualTo("relapsed");
    assertThat(
            state(
                Facts.COURSE,
                TREATED,
                REMISSION,
                cells,
                marrow("2026-11-20", "1"),
                fluid("2026-11-20", "No blasts seen")))
        .isEqualTo("complete-remission");
    assertThat(state(Facts.COURSE, TREATED, REMISSION, clean)).isEqualTo("complete-remission");
  }

  @Test
  void atDiagnosisAndInAnUnreadableFluidTheCourseStays() {
    assertThat(state(Facts.COURSE, fluid("2026-11-10", "Lymphoblasts present")))
        .isEqualTo("newly-diagnosed");
    assertThat(state(Facts.COURSE, TREATED, REMISSION, fluid("2026-11-10", "Specimen clotted")))
        .isEqualTo("complete-remission");
    assertThat(state(Facts.COURSE, TREATED, REMISSION, fluid("2026-05-20", "Lymphoblasts present")))
        .isEqualTo("complete-remission");
  }

  /** Off treatment from the 366th day after the last treatment ended. */
  @ParameterizedTest
  @CsvSource({
    "2021-05-01, off-treatment",
    "2025-11-22, off-treatment",
    "2025-11-23, complete-remission",
    "2025-11-24, complete-remission"
  })
  void aRemissionIsOffTreatmentAYearAfterItsEnd(String end, String expected) {
    assertThat(
            state(
                Facts.COURSE,
                stage("C91.01", "2019-02-01"),
                medication("completed", "11202", "2018-10-01"),
                medication("completed", "103", end).replace("'id':'", "'id':'last")))
        .isEqualTo(expected);
  }

  @Test
  void whatIsActivePlannedOrFoundAfterTheEndKeepsTheCourse() {
    String remission = stage("C91.01", "2019-02-01");
    String ended = medication("completed", "11202", "2021-05-01");

    assertThat(state(Facts.COURSE, remission, ended)).isEqualTo("off-treatment");
    assertThat(
            state(
                Facts.COURSE,
                remission,
                ended,
                medication("active", "103", "2021-06-01").replace("'id':'", "'id':'a")))
        .isEqualTo("complete-remission");
    assertThat(state(Facts.COURSE, remission, ended, mrd("2026-11-10", "Positive")))
        .isEqualTo("complete-remission");
    assertThat(state(Facts.COURSE, remission, ended, mrd("2026-11-10", "Negative")))
        .isEqualTo("off-treatment");
    assertThat(state(Facts.COURSE, remission, ended, marrow("2026-11-10", "12")))
        .isEqualTo("relapsed");
    assertThat(state(Facts.COURSE, remission)).isEqualTo("not recorded");
  }

  private static final String PH_POSITIVE =
      coded("51867-0", Records.answer("http://loinc.org", "LA11882-0", "Positive"))
          .replace("'status':'final',", "'status':'final','effectiveDateTime':'2026-05-20',")
          .replace("'effectiveDateTime':'2026-11-10',", "");

  private static String transcript(String value, String unit) {
    return coded("69380-4", quantity("", value, unit) + ",'effectiveDateTime':'2026-11-10'")
        .replace("'id':'", "'id':'t");
  }

  /** In remission of a Philadelphia-positive leukemia the transcript is its residual disease. */
  @ParameterizedTest
  @CsvSource({
    "0.5, %, positive",
    "0.01, %, positive",
    "0.009, %, negative",
    "0.2, % IS, positive",
    "0.002, % IS, negative"
  })
  void aTranscriptInRemissionOfAPhiladelphiaPositiveLeukemiaIsMrd(
      String value, String unit, String expected) {
    assertThat(state(Facts.MRD, TREATED, REMISSION, PH_POSITIVE, transcript(value, unit)))
        .isEqualTo(expected);
  }

  @Test
  void flowAndPcrOfOneDayThatDisagreeArePositiveAndTheContradictionIsShown() {
    String flow = named("MRD by flow cytometry, marrow", "'valueString':'Negative'");
    String pcr = named("MRD by RQ-PCR, marrow", "'valueString':'Positive'");
    Finding<?> finding =
        read(PATIENT, B_LINEAGE, TREATED, REMISSION, flow, pcr).facts().get(Facts.MRD);

    assertThat(finding)
        .isInstanceOfSatisfying(
            Known.class,
            known -> {
              assertThat(known.known().id()).isEqualTo("positive");
              assertThat(known.contradictedBy()).hasSize(1);
            });
  }

  @Test
  void mrdThatOnlyTheInterpretationTellsIsShownInItsWords() {
    String interpreted =
        named(
            "MRD by flow, marrow",
            "'interpretation':[{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation','code':'NEG'}]}]");

    assertThat(
            read(PATIENT, B_LINEAGE, TREATED, REMISSION, interpreted)
                .facts()
                .get(Facts.MRD)
                .evidence())
        .extracting(evidence -> evidence.shows())
        .containsExactly("absent");
  }
}
