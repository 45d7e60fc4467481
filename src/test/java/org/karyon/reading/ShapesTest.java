package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.reading.Records.B_LINEAGE;
import static org.karyon.reading.Records.LEUKEMIA;
import static org.karyon.reading.Records.PATIENT;
import static org.karyon.reading.Records.coded;
import static org.karyon.reading.Records.named;
import static org.karyon.reading.Records.read;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.PatientRecord;

/** Results in the shapes, units and words in which records hold them. */
class ShapesTest {

  @ParameterizedTest
  @CsvSource({
    "G/L, 1.5, 1500",
    "Gpt/l, 1.5, 1500",
    "x10E9/L, 1.5, 1500",
    "10E9/L, 1.5, 1500",
    "10^9/l, 1.5, 1500",
    "10*9/L, 1.5, 1500",
    "x10⁹/L, 1.5, 1500",
    "10⁹/l, 1.5, 1500",
    "/nl, 1.5, 1500",
    "K/uL, 1.5, 1500",
    "K/µL, 1.5, 1500",
    "Tsd./µl, 1.5, 1500",
    "10³/µL, 1.5, 1500",
    "x10(3)/mcL, 1.5, 1500",
    "10*3/mm3, 1.5, 1500",
    "milliers/mm3, 1.5, 1500",
    "Zellen/µl, 1500, 1500",
    "Zellen/ul, 1500, 1500",
    "cellules/µL, 1500, 1500",
    "células/µL, 1500, 1500",
    "/uL, 1500, 1500",
    "/mm3, 1500, 1500",
    "{cells}/uL, 1500, 1500",
    "10*6/L, 1500, 1500",
    "10*12/L, 0.0015, 1500"
  })
  void aCountIsReadInEveryUnitOfANumberInAVolume(String unit, String value, String perMicrolitre) {
    PatientRecord record =
        read(PATIENT, LEUKEMIA, coded("35050-4", Records.quantity("", value, unit)));

    assertThat(
            record
                .facts()
                .get(Facts.PERIPHERAL_BLASTS_PER_MICROLITRE)
                .value()
                .orElseThrow()
                .number())
        .isEqualByComparingTo(new BigDecimal(perMicrolitre));
  }

  @ParameterizedTest
  @CsvSource({"mg/L", "%", "K", "fL", "days", "''"})
  void aUnitOfSomethingElseIsNoCount(String unit) {
    PatientRecord record =
        read(PATIENT, LEUKEMIA, coded("35050-4", Records.quantity("", "1500", unit)));

    assertThat(record.facts().get(Facts.PERIPHERAL_BLASTS_PER_MICROLITRE).value()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "full remission, complete-remission",
    "Complete remission, complete-remission",
    "Complete response with incomplete recovery, complete-remission",
    "Complete remission with incomplete hematologic recovery (CRi), complete-remission",
    "Complete remission without evidence of residual disease, complete-remission",
    "Vollremission, complete-remission",
    "Komplette Remission, complete-remission",
    "komplette hämatologische Remission, complete-remission",
    "Rémission complète, complete-remission",
    "Réponse complète, complete-remission",
    "Remisión completa, complete-remission",
    "Respuesta completa, complete-remission",
    "Teilremission, not-in-remission",
    "keine Remission, not-in-remission",
    "Refraktär, not-in-remission",
    "Rémission partielle, not-in-remission",
    "sin respuesta, not-in-remission",
    "not in complete remission, not-in-remission",
    "Rezidiv, relapsed",
    "Rechute, relapsed",
    "Recaída, relapsed",
    "kein Rezidiv, ''",
    "keine Progression, ''"
  })
  void diseaseStatusIsReadInWordsOfFourLanguages(String words, String expected) {
    PatientRecord record =
        read(PATIENT, LEUKEMIA, coded("97509-4", "'valueString':'" + words + "'"));

    assertThat(record.facts().get(Facts.COURSE).value().map(FactValue::id))
        .isEqualTo(
            expected.isEmpty()
                ? java.util.Optional.of("newly-diagnosed")
                : java.util.Optional.of(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "V, complete-remission",
    "R, complete-remission",
    "T, not-in-remission",
    "P, not-in-remission",
    "Y, relapsed"
  })
  void diseaseStatusIsReadInNationalValueSets(String code, String expected) {
    PatientRecord record =
        read(
            PATIENT,
            LEUKEMIA,
            named(
                "Gesamtbeurteilung Tumorstatus",
                "'valueCodeableConcept':{'coding':[{'system':'http://dktk.dkfz.de/fhir/onco/core/CodeSystem/GesamtbeurteilungTumorstatusCS','code':'%s'}]}"
                    .formatted(code)));

    assertThat(record.facts().get(Facts.COURSE).value().map(FactValue::id)).contains(expected);
  }

  @Test
  void ecogAsAComponentIsAResult() {
    PatientRecord record =
        read(
            PATIENT,
            LEUKEMIA,
            "{'resourceType':'Observation','id':'e','status':'final','subject':{'reference':'Patient/p'},'effectiveDateTime':'2026-11-20','code':{'coding':[{'system':'http://snomed.info/sct','code':'423690003'}]},'component':[{'code':{'coding':[{'system':'http://snomed.info/sct','code':'423740007'}]},'valueCodeableConcept':{'coding':[{'system':'http://snomed.info/sct','code':'423053003'}]}}]}");

    assertThat(record.facts().get(Facts.FRAIL).value().map(FactValue::id)).contains("present");
  }

  @Test
  void ecogAsANumberInAComponentIsAResult() {
    PatientRecord record =
        read(
            PATIENT,
            LEUKEMIA,
            "{'resourceType':'Observation','id':'e','status':'final','subject':{'reference':'Patient/p'},'effectiveDateTime':'2026-11-20','code':{'coding':[{'system':'http://snomed.info/sct','code':'423690003'}]},'component':[{'code':{'text':'ECOG"
                + " performance status'},'valueInteger':1}]}");

    assertThat(record.facts().get(Facts.FRAIL).value().map(FactValue::id)).contains("absent");
  }

  @Test
  void aFishPanelAnswersByItsComponents() {
    PatientRecord record =
        read(
            PATIENT,
            B_LINEAGE,
            "{'resourceType':'Observation','id':'f','status':'final','subject':{'reference':'Patient/p'},'effectiveDateTime':'2026-11-10','code':{'text':'FISH"
                + " panel ALL'},'component':[{'code':{'text':'BCR::ABL1 fusion by"
                + " FISH'},'valueString':'Not detected'},{'code':{'text':'KMT2A rearrangement by"
                + " FISH'},'valueCodeableConcept':{'text':'Detected'}}]}");

    assertThat(record.facts().get(Facts.BCR_ABL1).value().map(FactValue::id)).contains("absent");
    assertThat(record.facts().get(Facts.KMT2A_REARRANGED).value().map(FactValue::id))
        .contains("present");
  }

  @Test
  void anMrdPanelAnswersByItsComponents() {
    PatientRecord record =
        read(
            PATIENT,
            B_LINEAGE,
            Records.medication("completed", "11202", "2026-08-10"),
            coded("97509-4", "'effectiveDateTime':'2026-10-10','valueString':'complete remission'"),
            "{'resourceType':'Observation','id':'m','status':'final','subject':{'reference':'Patient/p'},'effectiveDateTime':'2026-11-10','code':{'text':'Flow"
                + " cytometry, bone marrow'},'component':[{'code':{'text':'MRD by flow cytometry,"
                + " B-ALL'},'valueQuantity':{'value':0.2,'unit':'%'}},{'code':{'text':'Events"
                + " analysed'},'valueInteger':1000000}]}");

    assertThat(record.facts().get(Facts.MRD).value().map(FactValue::id)).contains("positive");
  }
}
