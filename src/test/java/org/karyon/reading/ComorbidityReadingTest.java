package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.reading.Records.ICD;
import static org.karyon.reading.Records.SNOMED;
import static org.karyon.reading.Records.condition;
import static org.karyon.reading.Records.textCondition;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.facts.Evidence;
import org.karyon.facts.Facts;
import org.karyon.facts.PatientRecord;

/** How the other diseases on the problem list weigh: by code, by words, by whose they are. */
class ComorbidityReadingTest {

  private static PatientRecord record(String... conditions) {
    return PatientWith.LEUKEMIA.record(conditions);
  }

  private static String grade(String... conditions) {
    return PatientWith.LEUKEMIA.state(Facts.COMORBIDITY, conditions);
  }

  private static List<String> notGraded(String... conditions) {
    return record(conditions).notGraded().stream().map(Evidence::shows).toList();
  }

  private static String icd(String code, String words) {
    return condition("x" + code.replace(".", "-"), ICD, code, words, "active", "confirmed");
  }

  @ParameterizedTest
  @CsvSource({
    "I50.22, significant",
    "I5022, significant",
    "I42.0, significant",
    "K74.60, significant",
    "N18.4, significant",
    "N18.6, significant",
    "Z99.2, significant",
    "J96.11, significant",
    "Z99.81, significant",
    "I27.20, significant",
    "C34.90, significant",
    "C79.51, significant",
    "C83.30, significant",
    "F03.90, significant",
    "Z94.0, significant",
    "E11.65, possible",
    "E11.9, possible",
    "N18.30, possible",
    "N18.9, possible",
    "I25.10, possible",
    "I48.91, possible",
    "J44.1, possible",
    "I69.351, possible",
    "B18.2, possible",
    "N17.9, possible",
    "M05.79, possible",
    "G40.909, possible",
    "I73.9, possible",
    "D05.10, possible",
    "C44.91, possible",
    "N18.2, none",
    "I10, none",
    "J45.909, none",
    "F32.9, none",
    "E03.9, none",
    "E66.9, none",
    "K21.9, none",
    "E78.5, none",
    "E80.4, none",
    "K76.0, none",
    "E05.00, none",
    "E06.3, none",
    "D50.9, none",
    "D69.6, none",
    "D70.9, none",
    "D65, none",
    "E87.6, none",
    "R63.4, none",
    "R50.9, none",
    "Z79.4, none"
  })
  void aDiseaseIsGradedByItsCode(String code, String expected) {
    assertThat(grade(icd(code, "As named"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Congestive heart failure | significant",
        "Lung cancer with metastases | significant",
        "Metastatic colon cancer | significant",
        "Chronic kidney disease, stage 4 (severe) | significant",
        "Chronic kidney disease stage 3a | possible",
        "Chronic kidney disease stage 2 | none",
        "Pulmonary hypertension | significant",
        "Portal hypertension | significant",
        "Hypertension, well controlled | none",
        "Kidney transplant in 2019 | significant",
        "Type 2 diabetes mellitus without complications | possible",
        "Type 2 diabetes mellitus on metformin | possible",
        "Acute kidney failure | possible",
        "Ductal carcinoma in situ of breast | possible",
        "Fatty liver | none",
        "Hyperthyroidism | none",
        "Hypothyroidism | none",
        "Gilbert syndrome | none",
        "Asthma | none",
        "Hyperlipidemia | none",
        "Febrile neutropenia | none",
        "Lymphoblastic lymphoma | none"
      })
  void aDiseaseIsGradedByItsNameWhereItsCodeIsNotKnown(String words, String expected) {
    assertThat(grade(textCondition("x", words))).isEqualTo(expected);
    if (!words.startsWith("Lymphoblastic")) {
      assertThat(grade(condition("x", SNOMED, "999999999", words, "active", "confirmed")))
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Family history of heart failure",
        "Mother has dementia",
        "Wife with metastatic breast cancer",
        "Caregiver of husband with dementia",
        "Screening for lung cancer",
        "At risk for heart failure",
        "Increased risk of coronary artery disease",
        "No heart failure",
        "Denies diabetes",
        "Heart failure ruled out: no evidence of heart failure",
        "History of breast cancer, treated 2009",
        "Personal history of malignant neoplasm of breast",
        "FH: diabetes mellitus",
        "Counseling for diabetes prevention"
      })
  void whatIsNotThePatientsOwnPresentDiseaseIsNone(String words) {
    assertThat(grade(textCondition("x", words))).isEqualTo("none");
    assertThat(notGraded(textCondition("x", words))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Z80.3, Family history of malignant neoplasm of breast",
    "Z82.49, Family history of ischemic heart disease",
    "Z85.3, Personal history of malignant neoplasm of breast",
    "Z12.11, Encounter for screening for malignant neoplasm of colon",
    "Z13.1, Encounter for screening for diabetes mellitus"
  })
  void codesOfHistoryAndScreeningAreNone(String code, String words) {
    assertThat(grade(icd(code, words))).isEqualTo("none");
  }

  @Test
  void ofSeveralGradesTheHighestCounts() {
    assertThat(grade(icd("I10", "Hypertension"), icd("E11.9", "Diabetes"))).isEqualTo("possible");
    assertThat(grade(icd("E11.9", "Diabetes"), icd("I50.9", "Heart failure")))
        .isEqualTo("significant");
    assertThat(grade()).isEqualTo("none");
  }

  @Test
  void whatHasNoGradeIsListedForAClinicianToJudge() {
    assertThat(
            notGraded(
                textCondition("a", "Sarcoidosis of the lung"),
                icd("I10", "Essential hypertension"),
                icd("D70.9", "Neutropenia"),
                icd("E11.9", "Type 2 diabetes")))
        .extracting(shows -> shows.replace(" (active)", ""))
        .containsExactlyInAnyOrder("Sarcoidosis of the lung", "Essential hypertension");
  }

  @Test
  void theGradeKeepsTheNamesOfItsDiseases() {
    assertThat(record(icd("I50.22", "As named")).facts().get(Facts.COMORBIDITY).evidence())
        .extracting(Evidence::shows)
        .containsExactly("As named (active)");
  }

  @ParameterizedTest
  @CsvSource({
    "active, confirmed, significant",
    "recurrence, confirmed, significant",
    "remission, confirmed, significant",
    "inactive, confirmed, none",
    "resolved, confirmed, none",
    "active, refuted, none",
    "active, entered-in-error, none",
    "active, provisional, possible but unconfirmed",
    "active, differential, possible but unconfirmed",
    "active, unconfirmed, possible but unconfirmed"
  })
  void theStatusOfAComorbidityDecidesWhetherItCounts(
      String clinical, String verification, String expected) {
    assertThat(grade(condition("x", ICD, "I50.9", "Heart failure", clinical, verification)))
        .isEqualTo(expected);
  }
}
