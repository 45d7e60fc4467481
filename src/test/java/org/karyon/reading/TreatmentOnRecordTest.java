package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.reading.Records.B_LINEAGE;
import static org.karyon.reading.Records.LEUKEMIA;
import static org.karyon.reading.Records.PATIENT;
import static org.karyon.reading.Records.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.facts.Course;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.PatientRecord;
import org.karyon.facts.UnknownReason;

/** Unknown is not negative, also for treatment. */
class TreatmentOnRecordTest {

  private static String statement(String medication) {
    return "{'resourceType':'MedicationStatement','id':'m','status':'completed','subject':{'reference':'Patient/p'},'effectiveDateTime':'2026-11-10',%s}"
        .formatted(medication);
  }

  private static String coded(String system, String code, String more) {
    return "'medicationCodeableConcept':{'coding':[{'system':'%s','code':'%s'%s}]}"
        .formatted(system, code, more);
  }

  private static String procedure(String system, String code, String text) {
    return "{'resourceType':'Procedure','id':'q','status':'completed','subject':{'reference':'Patient/p'},'performedDateTime':'2026-11-10','code':{'coding':[{'system':'%s','code':'%s'}],'text':'%s'}}"
        .formatted(system, code, text);
  }

  private static void isUnknown(PatientRecord record) {
    assertThat(record.facts().get(Facts.COURSE)).isInstanceOf(Unknown.class);
    assertThat(((Unknown<Course>) record.facts().get(Facts.COURSE)).reason())
        .isEqualTo(UnknownReason.NOT_INTERPRETABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "http://hospital.example/drugs, 4711",
    "http://fhir.de/CodeSystem/bfarm/atc, L01BB05",
    "http://fhir.de/CodeSystem/ifa/pzn, 01234567",
    "http://www.nlm.nih.gov/research/umls/rxnorm, 999999999",
    "http://hl7.org/fhir/sid/ndc, 12345-678-90"
  })
  void aDrugThatCannotBeToldMakesTheCourseUnknown(String system, String code) {
    PatientRecord record = read(PATIENT, LEUKEMIA, statement(coded(system, code, "")));

    isUnknown(record);
    assertThat(record.gaps())
        .anySatisfy(
            gap -> {
              assertThat(gap.subject()).isEqualTo("MedicationStatement/m");
              assertThat(gap.message()).contains("could not be told").contains(code);
            });
  }

  @Test
  void aDrugWithoutAnythingMakesTheCourseUnknown() {
    isUnknown(read(PATIENT, LEUKEMIA, statement("'medicationCodeableConcept':{}")));
    isUnknown(
        read(
            PATIENT,
            LEUKEMIA,
            statement(
                "'medicationCodeableConcept':{'coding':[{'_code':{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/data-absent-reason','valueCode':'unknown'}]}}]}")));
  }

  @ParameterizedTest
  @CsvSource({
    "http://fhir.de/CodeSystem/bfarm/ops, 8-544.0, OPS",
    "http://fhir.de/CodeSystem/dimdi/ops, 8-542.11, OPS",
    "http://fhir.de/CodeSystem/bfarm/ops, 8-543, OPS",
    "http://snomed.info/sct, 69960004, SNOMED",
    "http://snomed.info/sct, 367336001, SNOMED",
    "http://snomed.info/sct/900000000000207008, 367336001, SNOMED",
    "http://www.ama-assn.org/go/cpt, 96413, CPT",
    "http://hospital.example/procedures, 17, Chemotherapie Block 1",
    "http://hospital.example/procedures, 17, Chemotherapy administration",
    "http://hospital.example/procedures, 17, Chimiothérapie",
    "http://hospital.example/procedures, 17, Administración de quimioterapia"
  })
  void aChemotherapyProcedureMakesTheCourseUnknown(String system, String code, String text) {
    isUnknown(read(PATIENT, LEUKEMIA, procedure(system, code, text)));
  }

  @ParameterizedTest
  @CsvSource({
    "http://hl7.org/fhir/sid/icd-10-cm, Z51.11",
    "http://fhir.de/CodeSystem/bfarm/icd-10-gm, Z51.1",
    "http://hl7.org/fhir/sid/icd-10-cm, Z92.21"
  })
  void anEntryOfTheProblemListThatSpeaksOfChemotherapyMakesTheCourseUnknown(
      String system, String code) {
    isUnknown(
        read(
            PATIENT,
            LEUKEMIA,
            Records.condition("z", system, code, "Chemotherapy", "active", "confirmed")));
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.nlm.nih.gov/research/umls/rxnorm, 999999999, ondansetron 8 MG",
    "http://fhir.de/CodeSystem/bfarm/atc, A04AA01, ''",
    "http://www.whocc.no/atc, J01CR05, ''",
    "http://www.whocc.no/atc, L01XX05, ''",
    "http://hospital.example/drugs, 4711, Pantoprazol"
  })
  void aDrugThatIsKnownToBeAnotherLeavesTheCourseNew(String system, String code, String display) {
    String more = display.isEmpty() ? "" : ",'display':'" + display + "'";

    PatientRecord record = read(PATIENT, LEUKEMIA, statement(coded(system, code, more)));

    assertThat(record.facts().get(Facts.COURSE).is(Course.NEWLY_DIAGNOSED)).isTrue();
    assertThat(record.gaps()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Port placement for chemotherapy",
    "Education on chemotherapy",
    "Aufklärung Chemotherapie"
  })
  void whatStandsBesideChemotherapyIsNone(String text) {
    PatientRecord record = read(PATIENT, LEUKEMIA, procedure("http://h.example", "17", text));

    assertThat(record.facts().get(Facts.COURSE).is(Course.NEWLY_DIAGNOSED)).isTrue();
  }

  @Test
  void whatWasGivenLongBeforeTheDiagnosisIsNotOfThisLeukemia() {
    String leukemia =
        LEUKEMIA.replace("'clinicalStatus'", "'onsetDateTime':'2026-11-01','clinicalStatus'");
    String old =
        procedure("http://snomed.info/sct", "367336001", "x").replace("2026-11-10", "2019");

    PatientRecord record = read(PATIENT, leukemia, old);

    assertThat(record.facts().get(Facts.COURSE).is(Course.NEWLY_DIAGNOSED)).isTrue();
  }

  @Test
  void treatmentThatIsUnderstoodDecidesAlsoBesideOneThatIsNot() {
    PatientRecord record =
        read(
            PATIENT,
            LEUKEMIA,
            Records.medication("active", "11202", "2026-11-10"),
            procedure("http://snomed.info/sct", "367336001", "x"));

    assertThat(record.facts().get(Facts.COURSE).is(Course.IN_INDUCTION)).isTrue();
  }

  @Test
  void aMixtureNamesEveryIngredient() {
    String mixture =
        "'contained':[{'resourceType':'Medication','id':'mix','ingredient':[{'itemCodeableConcept':{'coding':[{'system':'http://www.whocc.no/atc','code':'L01CA02'}]}},{'itemCodeableConcept':{'text':'Doxorubicin'}},{'itemReference':{'reference':'#nacl'}}]},{'resourceType':'Substance','id':'nacl','code':{'text':'sodium"
            + " chloride'}}],'medicationReference':{'reference':'#mix'}";

    PatientRecord record = read(PATIENT, LEUKEMIA, statement(mixture));

    assertThat(record.therapies()).hasSize(1);
    assertThat(record.therapies().getFirst().concepts())
        .containsExactlyInAnyOrder("drug-vincristine", "drug-doxorubicin");
    assertThat(record.facts().get(Facts.COURSE).is(Course.IN_INDUCTION)).isTrue();
  }

  @Test
  void aMedicationWithIngredientsThatNobodyKnowsIsTreatmentThatIsNotUnderstood() {
    isUnknown(
        read(
            PATIENT,
            LEUKEMIA,
            statement(
                "'contained':[{'resourceType':'Medication','id':'mix','ingredient':[{'itemCodeableConcept':{'coding':[{'system':'http://h.example','code':'7'}]}}]}],'medicationReference':{'reference':'#mix'}")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'coding':[{'system':'http://standardterms.edqm.eu','code':'20042000'}]",
        "'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v3-RouteOfAdministration','code':'ITINJ'}]",
        "'coding':[{'system':'http://snomed.info/sct','code':'72607000'}]",
        "'coding':[{'system':'http://snomed.info/sct/900000000000207008','code':'72607000'}]",
        "'text':'intrathekal'",
        "'text':'i.th.'",
        "'text':'voie intrathécale'",
        "'text':'vía intratecal'",
        "'text':'intrathecal'"
      })
  void whatGoesIntoTheCerebrospinalFluidIsToldByCodeAndWord(String route) {
    String given =
        "{'resourceType':'MedicationAdministration','id':'a','status':'completed','subject':{'reference':'Patient/p'},'effectiveDateTime':'2026-11-10','medicationCodeableConcept':{'coding':[{'system':'http://www.whocc.no/atc','code':'L01BA01'}]},'dosage':{'route':{"
            + route
            + "}}}";

    PatientRecord record = read(PATIENT, B_LINEAGE, given);

    assertThat(record.therapies()).hasSize(1);
    assertThat(record.therapies().getFirst().intrathecal()).isTrue();
  }
}
