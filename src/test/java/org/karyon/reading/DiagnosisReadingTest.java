package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.reading.Records.B_LINEAGE;
import static org.karyon.reading.Records.LEUKEMIA;
import static org.karyon.reading.Records.PATIENT;
import static org.karyon.reading.Records.T_LINEAGE;
import static org.karyon.reading.Records.condition;
import static org.karyon.reading.Records.read;
import static org.karyon.reading.Records.textCondition;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.facts.Diagnosis;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.Lineage;
import org.karyon.facts.PatientRecord;
import org.karyon.facts.UnknownReason;

/**
 * Who has the leukemia, which lineage, and how old: by code first, by words only where no code is
 * known.
 */
class DiagnosisReadingTest {

  @ParameterizedTest
  @CsvSource({
    "http://hl7.org/fhir/sid/icd-10-cm, C91.00, active, confirmed, confirmed",
    "http://hl7.org/fhir/sid/icd-10-cm, C9100, active, confirmed, confirmed",
    "urn:oid:2.16.840.1.113883.6.90, C91.00, active, confirmed, confirmed",
    "http://hl7.org/fhir/sid/icd-10-cm, C91.01, remission, confirmed, confirmed",
    "http://hl7.org/fhir/sid/icd-10-cm, C91.02, relapse, confirmed, confirmed",
    "http://snomed.info/sct, 91857003, active, confirmed, confirmed",
    "http://snomed.info/sct, 277575008, active, confirmed, confirmed",
    "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl, C3167, active, confirmed, confirmed",
    "http://snomed.info/sct, 91857003, active, provisional, suspected",
    "http://snomed.info/sct, 91857003, active, differential, suspected",
    "http://snomed.info/sct, 91857003, active, unconfirmed, suspected",
    "http://snomed.info/sct, 91857003, active, refuted, none",
    "http://snomed.info/sct, 91857003, active, entered-in-error, none",
    "http://snomed.info/sct, 91857003, inactive, confirmed, none",
    "http://snomed.info/sct, 91857003, resolved, confirmed, none",
    "http://snomed.info/sct, 92818009, active, confirmed, none",
    "http://snomed.info/sct, 449108003, active, confirmed, none",
    "http://hl7.org/fhir/sid/icd-10-cm, C92.10, active, confirmed, none",
    "http://hl7.org/fhir/sid/icd-10-cm, C91.A0, active, confirmed, none",
    "http://hl7.org/fhir/sid/icd-10-cm, C91.10, active, confirmed, none",
    "http://hl7.org/fhir/sid/icd-10-cm, C83.50, active, confirmed, none",
    "http://snomed.info/sct, 91855006, active, confirmed, none",
    "http://snomed.info/sct, 161436008, active, confirmed, none",
    "http://snomed.info/sct, 38341003, active, confirmed, none"
  })
  void theDiagnosisFollowsCodeAndStatus(
      String system, String code, String clinical, String verification, String expected) {
    PatientRecord record =
        read(PATIENT, condition("c", system, code, "as coded", clinical, verification));

    assertThat(record.facts().get(Facts.DIAGNOSIS).value().map(FactValue::id)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "B-cell acute lymphoblastic leukemia, confirmed",
    "Acute lymphoblastic leukaemia, confirmed",
    "T-ALL, confirmed",
    "History of acute lymphoblastic leukemia, none",
    "Family history of acute lymphoblastic leukemia, none",
    "Acute myeloid leukemia, none",
    "Allergy to penicillin, none"
  })
  void wordsAreReadOnlyWhereNoCodeIsKnown(String text, String expected) {
    PatientRecord record = read(PATIENT, textCondition("c", text));

    assertThat(record.facts().get(Facts.DIAGNOSIS).value().map(FactValue::id)).contains(expected);
  }

  @Test
  void theLineageIsUnknownUntilSomethingStatesIt() {
    assertThat(read(PATIENT, LEUKEMIA).facts().get(Facts.LINEAGE).value()).isEmpty();
    assertThat(read(PATIENT, LEUKEMIA, B_LINEAGE).facts().get(Facts.LINEAGE).is(Lineage.B))
        .isTrue();
    assertThat(read(PATIENT, LEUKEMIA, T_LINEAGE).facts().get(Facts.LINEAGE).is(Lineage.T))
        .isTrue();
  }

  @Test
  void bothLineagesOnTheProblemListContradictEachOther() {
    var lineage = read(PATIENT, B_LINEAGE, T_LINEAGE).facts().get(Facts.LINEAGE);

    assertThat(lineage)
        .isInstanceOfSatisfying(
            Unknown.class,
            unknown -> assertThat(unknown.reason()).isEqualTo(UnknownReason.CONTRADICTORY));
  }

  @Test
  void anImmunophenotypeStatesTheLineageWhereTheProblemListDoesNot() {
    PatientRecord record =
        read(
            PATIENT,
            LEUKEMIA,
            Records.coded("101119-6", "'valueString':'T-lymphoblastic leukemia'"));

    assertThat(record.facts().get(Facts.LINEAGE).is(Lineage.T)).isTrue();
  }

  @Test
  void immunophenotypesOfOneDayThatNameTwoLineagesNameNone() {
    String b = Records.coded("101119-6", "'valueString':'B-lymphoblastic leukemia'");
    String t = Records.coded("101119-6", "'valueString':'T-lymphoblastic leukemia'");
    for (List<String> order : List.of(List.of(b, t), List.of(t, b))) {
      assertThat(read(PATIENT, LEUKEMIA, order.get(0), order.get(1)).facts().get(Facts.LINEAGE))
          .isInstanceOfSatisfying(
              Unknown.class,
              unknown -> assertThat(unknown.reason()).isEqualTo(UnknownReason.CONTRADICTORY));
    }
  }

  @Test
  void aDiagnosisCodeStatesItsGenetics() {
    PatientRecord record =
        read(
            PATIENT,
            condition("c", "http://snomed.info/sct", "425688002", "Ph+", "active", "confirmed"));

    assertThat(record.facts().get(Facts.BCR_ABL1).value().map(FactValue::id)).contains("present");
    assertThat(record.facts().get(Facts.LINEAGE).is(Lineage.B)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1985-06-15, 41",
    "2011-11-23, 15",
    "2011-11-24, 14",
    "1986-11-23, 40",
    "1986-11-24, 39",
    "1961-11-23, 65",
    "1961-11-24, 64",
    "1990-05, 36",
    "1990, 35"
  })
  void theAgeIsThatOfTheEvaluationDate(String birthDate, String expected) {
    PatientRecord record = read(PATIENT.replace("1985-06-15", birthDate), LEUKEMIA);

    assertThat(record.facts().get(Facts.AGE_YEARS).value().map(FactValue::id)).contains(expected);
  }

  @Test
  void aBirthYearOnTheBorderOfAnAgeGroupLeavesTheAgeOpen() {
    PatientRecord record = read(PATIENT.replace("1985-06-15", "1986"), LEUKEMIA);

    assertThat(record.facts().get(Facts.AGE_YEARS).value()).isEmpty();
  }

  @Test
  void whoHasDiedGetsNothing() {
    PatientRecord record =
        read(PATIENT.replace("'gender'", "'deceasedBoolean':true,'gender'"), LEUKEMIA);

    assertThat(record.facts().get(Facts.DIAGNOSIS).is(Diagnosis.NONE)).isTrue();
  }

  @Test
  void aMarrowUnderTwentyPercentBesideAConfirmedCodeIsShown() {
    PatientRecord record =
        read(PATIENT, LEUKEMIA, Records.coded("11150-0", Records.quantity("", "12", "%")));

    assertThat(record.facts().get(Facts.DIAGNOSIS)).isInstanceOf(Known.class);
    assertThat(record.gaps()).anyMatch(gap -> gap.message().contains("fewer than 20 %"));
  }

  @Test
  void anEvaluationOnAnotherDayGivesAnotherAge() {
    assertThat(
            read(LocalDate.of(2030, 1, 1), PATIENT, LEUKEMIA)
                .facts()
                .get(Facts.AGE_YEARS)
                .value()
                .map(FactValue::id))
        .contains("44");
  }
}
