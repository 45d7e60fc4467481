package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.Prepared;
import org.karyon.chart.resource.CodeableConcept;
import org.karyon.chart.resource.Coding;
import org.karyon.chart.resource.Dosage;
import org.karyon.chart.resource.MedicationElement;
import org.karyon.chart.resource.Reference;
import org.karyon.reading.resources.Codings;
import org.karyon.reading.treatment.MedicationReader;
import org.karyon.reading.treatment.MedicationReader.Drug;
import org.karyon.reading.treatment.Route;
import org.karyon.terminology.Concept;

/** Which drug an order names: by ingredient, product, brand, class, name or abbreviation. */
class DrugRecognitionTest {

  private static final Prepared<Codings> CODINGS =
      Prepared.by(() -> new Codings(Records.GUIDELINE.terminology()));
  private static final Prepared<MedicationReader> READER =
      Prepared.by(() -> new MedicationReader(Records.GUIDELINE, CODINGS.get(), List.of()));

  private static Drug read(CodeableConcept code, Route route) {
    return READER.get().read(MedicationElement.of(code), route).orElseThrow();
  }

  private static Drug named(String text) {
    return read(CodeableConcept.named(text), new Route(false, ""));
  }

  private static Drug dosed(String name, String dosage) {
    return read(
        CodeableConcept.named(name), Route.of(CODINGS.get(), List.of(Dosage.inWords(dosage))));
  }

  private static Stream<Concept> drugs() {
    return Records.GUIDELINE.terminology().concepts().stream()
        .filter(concept -> concept.id().startsWith("drug-") || concept.id().equals("tki"))
        .filter(concept -> !concept.id().endsWith("-exclude"));
  }

  @TestFactory
  Stream<DynamicTest> everyCodeOfADrugIsRecognisedWithoutItsName() {
    return drugs()
        .flatMap(
            drug ->
                drug.codes().stream()
                    .filter(code -> !isSharedWithAnotherDisease(code.system(), code.code()))
                    .map(
                        code ->
                            DynamicTest.dynamicTest(
                                drug.id() + " " + code.code(),
                                () -> {
                                  Drug read =
                                      read(
                                          CodeableConcept.coded(
                                              new Coding(code.system(), code.code(), "")),
                                          new Route(false, ""));
                                  assertThat(read.concepts()).contains(drug.id());
                                  assertThat(read.fromText()).isFalse();
                                })));
  }

  private static boolean isSharedWithAnotherDisease(String system, String code) {
    return Records.GUIDELINE.terminology().conceptsOf(system, code).stream()
        .anyMatch(concept -> concept.endsWith("-exclude"));
  }

  @TestFactory
  Stream<DynamicTest> everyNameAndAbbreviationIsRecognisedAndMarkedAsText() {
    return drugs()
        .flatMap(
            drug ->
                Stream.concat(drug.names().stream(), drug.abbreviations().stream())
                    .map(
                        name ->
                            DynamicTest.dynamicTest(
                                name,
                                () -> {
                                  assertThat(named(name).concepts()).contains(drug.id());
                                  assertThat(named(name).fromText()).isTrue();
                                })));
  }

  @ParameterizedTest
  @CsvSource({
    "predniSONE 50 mg tablet, drug-prednisone",
    "prednisoLONE 15 mg/5 mL, drug-prednisolone",
    "DAUNOrubicin 50 mg IV, drug-daunorubicin",
    "DOXOrubicin 50 mg/m2, drug-doxorubicin",
    "imatinib mesylate 400 MG, drug-imatinib",
    "VCR 1.5 mg/m2 IV push, drug-vincristine",
    "PEG 2500 IU/m2 IV, drug-pegaspargase",
    "6-MP 50 mg PO daily, drug-mercaptopurine",
    "Ara-C 75 mg/m2, drug-cytarabine",
    "Blincyto, drug-blinatumomab",
    "Besponsa, drug-inotuzumab",
    "HyperCVAD 1A, intensive-regimen",
  })
  void namesAreReadAsTheyAreWritten(String text, String concept) {
    assertThat(named(text).concepts()).contains(concept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PEG 3350 17 g powder",
        "pegfilgrastim 6 mg",
        "peg-filgrastim",
        "idarubicin 12 mg/m2",
        "vinblastine 6 mg/m2",
        "gemtuzumab ozogamicin",
        "ondansetron 8 mg",
        "allopurinol 300 MG Oral Tablet",
        "cytarabine / daunorubicin liposome",
        "DNR order on file",
      })
  void lookAlikesAndOtherDrugsAreNot(String text) {
    assertThat(named(text).concepts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "methotrexate 12 mg, intrathecally on day 1, true",
    "methotrexate, 12 mg IT, true",
    "cytarabine, by lumbar puncture i.t., true",
    "IT MTX 12 mg, , true",
    "methotrexate, take it weekly, false",
    "methotrexate, TAKE IT WEEKLY, false",
    "methotrexate, 5 g/m2 over 24 h; NOT FOR INTRATHECAL USE, false",
    "vincristine, fatal if given intrathecally, false",
    "blinatumomab, with intrathecal chemotherapy per protocol, false",
  })
  void onlyWhatGoesIntoTheCerebrospinalFluidIsIntrathecal(
      String name, String dosage, boolean intrathecal) {
    assertThat(dosed(name, Optional.ofNullable(dosage).orElse("")).intrathecal())
        .isEqualTo(intrathecal);
  }

  @Test
  void aReferenceWithoutItsMedicationIsUnknownRatherThanNothing() {
    assertThat(
            READER
                .get()
                .read(
                    MedicationElement.of(new Reference("Medication/elsewhere", "")),
                    new Route(false, "")))
        .isEmpty();
  }
}
