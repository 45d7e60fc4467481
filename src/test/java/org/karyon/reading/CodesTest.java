package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.reading.Records.GUIDELINE;
import static org.karyon.reading.Records.PATIENT;
import static org.karyon.reading.Records.condition;
import static org.karyon.reading.Records.read;
import static org.karyon.reading.Records.textCondition;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.PatientRecord;
import org.karyon.terminology.CodeBinding;
import org.karyon.terminology.CodeForm;
import org.karyon.terminology.Concept;

/** One code system under all its addresses, and what the disease and its drugs are called. */
class CodesTest {

  @ParameterizedTest
  @CsvSource({
    "http://snomed.info/sct/900000000000207008, 91857003, all",
    "http://snomed.info/sct/731000124108/version/20260301, 91857003, all",
    "http://snomed.info/xsct/11000172109, 91857003, all",
    "https://snomed.info/sct/, 91857003, all",
    "urn:oid:2.16.840.1.113883.6.96, 91857003, all",
    "2.16.840.1.113883.6.96, 91857003, all",
    "http://fhir.de/CodeSystem/bfarm/icd-10-gm, C91.00, all",
    "http://fhir.de/CodeSystem/dimdi/icd-10-gm, C91.0-, all",
    "urn:oid:1.2.276.0.76.5.409, C91.00, all",
    "http://hl7.org/fhir/sid/icd-10-gm, C91.01, all-remission",
    "http://hl7.org/fhir/sid/icd-10-am, C91.00, all",
    "http://hl7.org/fhir/sid/icd-10-ca, C910, all",
    "https://fhir.infoway-inforoute.ca/CodeSystem/icd-10-ca, C91.0, all",
    "http://hl7.org/fhir/sid/icd-10, C91.0, all",
    "http://id.who.int/icd/release/10, C91.0, all",
    "http://id.who.int/icd/release/10/2019, C91.0, all",
    "urn:oid:2.16.840.1.113883.6.3, C91.0, all",
    "URN:OID:2.16.840.1.113883.6.90, c91.00, all",
    "http://hl7.org/fhir/sid/icd-10-cm|2026, C91.00, all",
    "http://hl7.org/fhir/sid/icd-10-gm, C91.00+, all",
    "urn:oid:2.16.840.1.113883.6.43.1, 9811/3, b-all",
    "http://fhir.de/CodeSystem/bfarm/atc, L01EA02, drug-dasatinib",
    "http://fhir.de/CodeSystem/dimdi/atc, L01FX07, drug-blinatumomab",
    "urn:oid:2.16.840.1.113883.6.73, L01CA02, drug-vincristine",
    "http://www.whocc.no/atc/, L01BB02, drug-mercaptopurine",
    "urn:oid:2.16.578.1.12.4.1.1.7180, L01DB02, drug-daunorubicin",
    "http://www.whocc.no/atc, L01XC19, drug-blinatumomab",
    "http://www.whocc.no/atc, L01XC26, drug-inotuzumab",
    "http://www.whocc.no/atc, L01XC02, drug-rituximab",
    "http://fhir.de/CodeSystem/dimdi/atc, L01XE01, drug-imatinib",
    "http://www.whocc.no/atc, L01XE06, drug-dasatinib",
    "http://www.whocc.no/atc, L01XE08, drug-nilotinib",
    "http://www.whocc.no/atc, L01XE14, drug-bosutinib",
    "http://www.whocc.no/atc, L01XE24, drug-ponatinib",
    "http://www.whocc.no/atc, L01XX71, drug-tisagenlecleucel",
    "urn:oid:2.16.840.1.113883.6.88, 475342, drug-dasatinib",
    "2.16.840.1.113883.6.1, 62356-1, karyotype",
    "urn:oid:2.16.840.1.113883.6.1, 62356-1, karyotype",
    "http://standardterms.edqm.eu, 20042000, intrathecal-route",
    "http://terminology.hl7.org/CodeSystem/v3-RouteOfAdministration, ITINJ, intrathecal-route",
    "http://hl7.org/fhir/sid/ndc, 55513-160-01, drug-blinatumomab",
    "http://hl7.org/fhir/sid/ndc, 55513016001, drug-blinatumomab",
    "urn:oid:2.16.840.1.113883.6.69, 55513-0160-21, drug-blinatumomab",
    "http://fhir.de/CodeSystem/bfarm/ops, 8-544.0, chemotherapy",
    "http://fhir.de/CodeSystem/dimdi/ops, 8-543.32, chemotherapy",
    "http://fhir.de/CodeSystem/bfarm/ops, 8-541.0, intrathecal-chemo",
    "http://snomed.info/sct, 69960004, chemotherapy"
  })
  void aSystemUnderItsNationalAndOldAddressesIsOneSystem(
      String system, String code, String concept) {
    assertThat(GUIDELINE.terminology().conceptsOf(system, code)).contains(concept);
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.org/local, C91.00",
    "http://hl7.org/fhir/sid/icd-9-cm, C91.00",
    "http://snomed.info, 91857003",
    "http://hl7.org/fhir/sid/icd-11, C91.00",
    "urn:oid:2.16.840.1.113883.6.9, 91857003"
  })
  void aSystemThatIsNotOursIsNoneOfThem(String system, String code) {
    assertThat(GUIDELINE.terminology().conceptsOf(system, code)).isEmpty();
  }

  /** An error in one digit, or two digits that changed places, is found in every code of ours. */
  @Test
  void aCodeWithAWrongCheckDigitIsNoCode() {
    int checked = 0;
    for (Concept concept : GUIDELINE.terminology().concepts()) {
      for (CodeBinding code : concept.codes()) {
        CodeForm form = GUIDELINE.terminology().system(code.system()).orElseThrow().form();
        boolean digits = code.code().matches("\\d{6,18}|\\d{1,7}-\\d");
        if (digits && Set.of(CodeForm.LOINC, CodeForm.SNOMED_CT).contains(form)) {
          assertThat(form.isPossible(code.code())).as(code.code()).isTrue();
          String wrong = withAnotherFirstDigit(code.code());
          assertThat(form.isPossible(wrong)).as(wrong).isFalse();
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThan(250);
  }

  private static String withAnotherFirstDigit(String code) {
    return (code.charAt(0) == '9' ? '1' : (char) (code.charAt(0) + 1)) + code.substring(1);
  }

  @ParameterizedTest
  @CsvSource({
    "Akute lymphatische Leukämie, confirmed, ''",
    "Akute lymphoblastische Leukaemie vom B-Zell-Typ, confirmed, b",
    "'T-lymphoblastische Leukämie: T-Zell-ALL', confirmed, t",
    "'Akute lymphatische Leukämie (ALL), Z.n. Induktion', confirmed, ''",
    "c-ALL, confirmed, b",
    "Leucémie aiguë lymphoblastique B, confirmed, b",
    "leucemie aigue lymphoblastique, confirmed, ''",
    "Leucémie lymphoblastique aiguë à cellules T, confirmed, t",
    "LAL-T, confirmed, t",
    "LAL, confirmed, ''",
    "Leucemia linfoblástica aguda de células B, confirmed, b",
    "LLA-B, confirmed, b",
    "Leucemia linfoide aguda, confirmed, ''",
    "V.a. akute lymphatische Leukämie, suspected, ''",
    "Verdacht auf akute lymphoblastische Leukämie, suspected, ''",
    "Suspicion de leucémie aiguë lymphoblastique, suspected, ''",
    "Sospecha de leucemia linfoblástica aguda, suspected, ''",
    "Zustand nach akuter lymphatischer Leukämie, none, ''",
    "Z.n. akute lymphatische Leukämie, none, ''",
    "Antécédent de leucémie aiguë lymphoblastique, none, ''",
    "Antecedentes de leucemia linfoblástica aguda, none, ''",
    "Mutter mit akuter lymphatische Leukämie, none, ''",
    "Akute myeloische Leukämie, none, ''",
    "Leucémie lymphoïde chronique, none, ''",
    "LAL deficiency, none, ''",
    "Chronische myeloische Leukämie, none, ''"
  })
  void theDiseaseIsNamedInEnglishGermanFrenchAndSpanish(
      String text, String diagnosis, String lineage) {
    PatientRecord record = read(PATIENT, textCondition("c", text));

    assertThat(record.facts().get(Facts.DIAGNOSIS).value().map(FactValue::id)).contains(diagnosis);
    assertThat(record.facts().get(Facts.LINEAGE).value().map(FactValue::id).orElse(""))
        .isEqualTo(lineage);
  }

  @ParameterizedTest
  @CsvSource({"G, confirmed", "V, suspected", "A, none", "Z, none"})
  void theGermanCertaintyOfADiagnosisCounts(String certainty, String expected) {
    String coded =
        condition("c", "http://fhir.de/CodeSystem/bfarm/icd-10-gm", "C91.00", "ALL", "active", "")
            .replace(
                "'code':'C91.00'",
                "'code':'C91.00','extension':[{'url':'http://fhir.de/StructureDefinition/icd-10-gm-diagnosesicherheit','valueCoding':{'system':'https://fhir.kbv.de/CodeSystem/KBV_CS_SFHIR_ICD_DIAGNOSESICHERHEIT','code':'"
                    + certainty
                    + "'}}]")
            .replaceAll(",'verificationStatus'.*", "}");

    PatientRecord record = read(PATIENT, coded);

    assertThat(record.facts().get(Facts.DIAGNOSIS).value().map(FactValue::id)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Vincristin 2 mg i.v., drug-vincristine",
    "vincristina, drug-vincristine",
    "Cyclophosphamid, drug-cyclophosphamide",
    "ciclofosfamida, drug-cyclophosphamide",
    "Méthotrexate, drug-methotrexate",
    "Methotrexat, drug-methotrexate",
    "Cytarabin, drug-cytarabine",
    "citarabina, drug-cytarabine",
    "Dexaméthasone, drug-dexamethasone",
    "Dexamethason, drug-dexamethasone",
    "Mercaptopurin, drug-mercaptopurine",
    "Daunorubicine, drug-daunorubicin",
    "doxorubicina, drug-doxorubicin",
    "Prednison, drug-prednisone",
    "prednisona, drug-prednisone",
    "pegaspargasa, drug-pegaspargase",
    "Nelarabin, drug-nelarabine",
    "Chemotherapie, chemotherapy",
    "chimiothérapie, chemotherapy",
    "quimioterapia, chemotherapy",
    "intrathekale Chemotherapie, intrathecal-chemo"
  })
  void drugsAreNamedInEnglishGermanFrenchAndSpanish(String words, String concept) {
    PatientRecord record =
        read(
            PATIENT,
            Records.LEUKEMIA,
            "{'resourceType':'MedicationStatement','id':'m','status':'active','subject':{'reference':'Patient/p'},'effectiveDateTime':'2026-11-10','medicationCodeableConcept':{'text':'"
                + words
                + "'}}");

    assertThat(record.therapies()).hasSize(1);
    assertThat(record.therapies().getFirst().concepts()).contains(concept);
  }
}
