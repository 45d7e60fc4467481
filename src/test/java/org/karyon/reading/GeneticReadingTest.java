package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.reading.Records.B_LINEAGE;
import static org.karyon.reading.Records.LOINC;
import static org.karyon.reading.Records.PATIENT;
import static org.karyon.reading.Records.SNOMED;
import static org.karyon.reading.Records.answer;
import static org.karyon.reading.Records.coded;
import static org.karyon.reading.Records.detected;
import static org.karyon.reading.Records.medication;
import static org.karyon.reading.Records.notDetected;
import static org.karyon.reading.Records.quantity;
import static org.karyon.reading.Records.read;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.PatientRecord;
import org.karyon.facts.Presence;
import org.karyon.facts.RecordedTest;

/** What a FISH, PCR, sequencing or variant result says of a lesion, and what it does not say. */
class GeneticReadingTest {

  private static String state(String fact, String... observations) {
    return PatientWith.B_ALL.state(fact, observations);
  }

  private static Fact<?> named(String fact) {
    return Facts.named(fact).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "51867-0, bcrAbl1", "77039-6, etv6-runx1", "78219-3, kmt2a-rearranged",
    "78221-9, igh-rearranged", "95071-7, igh-rearranged", "78215-1, myc-rearranged",
    "72313-0, kmt2a-aff1", "96494-0, abl-class"
  })
  void aCodedTestOfALesionSpeaksBothWays(String loinc, String fact) {
    assertThat(state(fact, coded(loinc, detected()))).isEqualTo("present");
    assertThat(state(fact, coded(loinc, notDetected()))).isEqualTo("absent");
    assertThat(state(fact, coded(loinc, answer(SNOMED, "10828004", "Positive"))))
        .isEqualTo("present");
    assertThat(state(fact, coded(loinc, answer(SNOMED, "260385009", "Negative"))))
        .isEqualTo("absent");
    assertThat(state(fact, coded(loinc, answer(LOINC, "LA11884-6", "Indeterminate"))))
        .isEqualTo("not interpretable");
    assertThat(state(fact, coded(loinc, "'valueString':'Positive'"))).isEqualTo("present");
    assertThat(state(fact, coded(loinc, "'valueString':'No evidence of rearrangement'")))
        .isEqualTo("absent");
  }

  @ParameterizedTest
  @CsvSource({
    "'BCR::ABL1 by RT-PCR', bcrAbl1",
    "'BCR-ABL1 FISH', bcrAbl1",
    "'t(9;22) BCR/ABL1', bcrAbl1",
    "'Philadelphia chromosome', bcrAbl1",
    "'ETV6::RUNX1 (TEL-AML1) FISH', etv6-runx1",
    "'KMT2A (MLL) rearrangement', kmt2a-rearranged",
    "'IGH rearrangement (FISH)', igh-rearranged",
    "'HLF rearrangement', hlf-rearranged",
    "'ZNF384 rearrangement', znf384-rearranged",
    "'MEF2D fusion', mef2d-rearranged",
    "'MYC rearrangement', myc-rearranged",
    "'PAX5 alteration', pax5-altered",
    "'IKZF1 deletion (MLPA)', ikzf1-altered",
    "'TP53 mutation analysis', tp53-mutation",
    "'iAMP21 (FISH)', iamp21",
    "'Ph-like signature', phLike",
    "'Ph-like panel', phLike",
    "'BCR-ABL1-like expression profile', phLike",
    "'High hyperdiploidy', high-hyperdiploidy",
    "'Hypodiploidy', hypodiploidy",
    "'Complex karyotype', complex-karyotype",
    "'Trisomies 4, 10 and 17 (FISH)', trisomies-4-10-17"
  })
  void aTestNamedInWordsSpeaksBothWays(String text, String fact) {
    assertThat(state(fact, Records.named(text, detected()))).isEqualTo("present");
    assertThat(state(fact, Records.named(text, notDetected()))).isEqualTo("absent");
  }

  @ParameterizedTest
  @CsvSource({
    "'BCR-ABL1-like expression profile', bcrAbl1",
    "'Ph-like panel', bcrAbl1",
    "'Clonal IGH rearrangement (VDJ)', igh-rearranged",
    "'KMT2A partial tandem duplication (PTD)', kmt2a-rearranged",
    "'TP53 deletion by FISH', tp53-mutation",
    "'MYC amplification', myc-rearranged",
    "'B-cell receptor signalling', bcrAbl1",
    "'PAX5 immunohistochemistry', pax5-altered"
  })
  void whatOnlySoundsLikeALesionIsNotOne(String text, String fact) {
    assertThat(state(fact, Records.named(text, detected()))).isEqualTo("not recorded");
  }

  @Test
  void aPartnerTestShowsTheLesionAndItsNegativeExcludesNothing() {
    assertThat(state("igh-rearranged", Records.named("IGH::CRLF2 fusion", detected())))
        .isEqualTo("present");
    assertThat(state("jak-stat", Records.named("IGH::CRLF2 fusion", detected())))
        .isEqualTo("present");
    assertThat(state("igh-rearranged", Records.named("IGH::CRLF2 fusion", notDetected())))
        .isEqualTo("not excluded by this method");
    assertThat(state("jak-stat", Records.named("CRLF2 rearrangement", notDetected())))
        .isEqualTo("not excluded by this method");
  }

  @Test
  void theKmt2aAff1FusionIsAKmt2aRearrangement() {
    assertThat(state("kmt2a-rearranged", coded("72313-0", detected()))).isEqualTo("present");
  }

  @Test
  void oneTranscriptAloneDoesNotExcludeBcrAbl1AndBothTogetherDo() {
    String p190 = coded("21823-0", notDetected());
    String p210 = coded("49490-6", notDetected());

    assertThat(state("bcrAbl1", p190)).isEqualTo("not excluded by this method");
    assertThat(state("bcrAbl1", p210)).isEqualTo("not excluded by this method");
    assertThat(state("bcrAbl1", p190, p210)).isEqualTo("absent");
  }

  @Test
  void aQuantitativeTranscriptAtDiagnosisProvesTheFusion() {
    assertThat(state("bcrAbl1", coded("46434-7", quantity("", "35.2", "%")))).isEqualTo("present");
  }

  @Test
  void aTranscriptThatDisappearsUnderTreatmentDoesNotMakeThePatientNegative() {
    String atDiagnosis = coded("51867-0", detected() + ",'effectiveDateTime':'2026-05-01'");
    String later = coded("46434-7", quantity("<", "0.01", "%"));

    assertThat(state("bcrAbl1", atDiagnosis, later)).isEqualTo("present");
    assertThat(state("bcrAbl1", later, medication("active", "282388", "2026-06-01")))
        .isEqualTo("not excluded by this method");
  }

  @Test
  void aPositiveStandsAndTheNegativeIsShownBesideIt() {
    Finding<Presence> finding =
        read(
                PATIENT,
                B_LINEAGE,
                coded("51867-0", detected() + ",'effectiveDateTime':'2026-11-01'"),
                Records.named("BCR::ABL1 by RT-PCR", notDetected()))
            .facts()
            .get(Facts.BCR_ABL1);

    assertThat(finding)
        .isInstanceOfSatisfying(
            Known.class,
            known -> {
              assertThat(known.known()).isEqualTo(Presence.PRESENT);
              assertThat(known.contradictedBy()).hasSize(1);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "preliminary, pending", "registered, pending", "cancelled, not recorded",
    "entered-in-error, not recorded", "amended, absent", "corrected, absent"
  })
  void theStatusOfAResultMeansWhatFhirSays(String status, String expected) {
    assertThat(state("bcrAbl1", coded("51867-0", notDetected() + ",'status':'" + status + "'")))
        .isEqualTo(expected);
  }

  @Test
  void aPercentageIsReadAgainstTheLaboratorysOwnLimit() {
    String limit = ",'referenceRange':[{'high':{'value':5,'unit':'%'}}]";

    assertThat(state("kmt2a-rearranged", coded("78234-2", quantity("", "3", "%") + limit)))
        .isEqualTo("absent");
    assertThat(state("kmt2a-rearranged", coded("78234-2", quantity("", "62", "%") + limit)))
        .isEqualTo("present");
    assertThat(state("kmt2a-rearranged", coded("78234-2", quantity("", "3", "%"))))
        .isEqualTo("not interpretable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "KMT2A rearrangement not detected | RESULTED",
        "KMT2A rearrangement detected | RESULTED",
        "KMT2A rearrangement indeterminate | NOT_INTERPRETABLE",
        "KMT2A rearrangement detected in 1.5 % of nuclei | LIMITED"
      })
  void aGeneticTestIsDoneInterpretablyOnlyWhereItGivesAnAnswer(String text, String expected) {
    PatientRecord record =
        Records.read(
            Records.PATIENT,
            Records.LEUKEMIA,
            Records.named("FISH panel", "'valueString':'" + text + "'"));

    assertThat(record.tests())
        .singleElement()
        .satisfies(test -> assertThat(test.state()).hasToString(expected));
  }

  @Test
  void aPercentageWithoutALimitIsNoInterpretableGeneticTest() {
    PatientRecord record =
        Records.read(Records.PATIENT, Records.LEUKEMIA, coded("78234-2", quantity("", "3", "%")));

    assertThat(record.tests())
        .singleElement()
        .satisfies(test -> assertThat(test.state()).isNotEqualTo(RecordedTest.State.RESULTED));
  }

  @Test
  void aValueAndAnInterpretationThatDisagreeGiveNoAnswer() {
    String contrary =
        ",'interpretation':[{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation','code':'POS'}]}]";

    assertThat(state("bcrAbl1", coded("51867-0", notDetected() + contrary)))
        .isEqualTo("not interpretable");
  }

  @Test
  void anAbsentValueIsNotANegativeResult() {
    assertThat(
            state(
                "bcrAbl1",
                coded("51867-0", "'dataAbsentReason':{'text':'Quantity not sufficient'}")))
        .isEqualTo("not interpretable");
  }

  private static String variant(String value, String type, String... genes) {
    StringBuilder components = new StringBuilder();
    for (String gene : genes) {
      components.append(
          "{'code':{'coding':[{'system':'http://loinc.org','code':'48018-6'}]},'valueCodeableConcept':{'coding':[{'system':'http://www.genenames.org','code':'%s'}]}},"
              .formatted(gene));
    }
    components.append(
        "{'code':{'coding':[{'system':'http://loinc.org','code':'48019-4'}]},'valueCodeableConcept':{'coding':[{'system':'http://www.sequenceontology.org','code':'%s'}]}}"
            .formatted(type));
    return coded("69548-6", answer(LOINC, value, "as coded") + ",'component':[" + components + "]");
  }

  @Test
  void aFusionVariantNamesItsGenesInAnyOrder() {
    assertThat(state("bcrAbl1", variant("LA9633-4", "SO:0001565", "HGNC:76", "HGNC:1014")))
        .isEqualTo("present");
    assertThat(state("bcrAbl1", variant("LA9634-2", "SO:0001565", "HGNC:1014", "76")))
        .isEqualTo("absent");
    assertThat(state("etv6-runx1", variant("LA9633-4", "SO:1000044", "HGNC:3495", "HGNC:10471")))
        .isEqualTo("present");
    assertThat(state("abl-class", variant("LA9633-4", "SO:0001565", "HGNC:76", "HGNC:1014")))
        .as("BCR::ABL1 is not an ABL-class lesion")
        .isEqualTo("not recorded");
    assertThat(state("abl-class", variant("LA9633-4", "SO:0001565", "HGNC:76", "HGNC:8064")))
        .isEqualTo("present");
  }

  @Test
  void aMutationIsNotAFusionAndAFusionIsNotAMutation() {
    assertThat(state("tp53-mutation", variant("LA9633-4", "SO:0001483", "HGNC:11998")))
        .isEqualTo("present");
    assertThat(state("bcrAbl1", variant("LA9633-4", "SO:0001483", "HGNC:76")))
        .isEqualTo("not recorded");
    assertThat(state("kmt2a-rearranged", variant("LA9633-4", "SO:0001483", "HGNC:7132")))
        .isEqualTo("not recorded");
    assertThat(state("kmt2a-rearranged", variant("LA9633-4", "SO:0001565", "HGNC:7132")))
        .isEqualTo("present");
  }

  @ParameterizedTest
  @CsvSource({
    "1.20, high-hyperdiploidy, present",
    "1.0, high-hyperdiploidy, absent",
    "1.10, high-hyperdiploidy, possible but unconfirmed",
    "0.70, hypodiploidy, present",
    "1.0, hypodiploidy, not recorded",
    "1.6, high-hyperdiploidy, possible but unconfirmed",
    "0.94, hypodiploidy, present",
    "0.95, hypodiploidy, not recorded",
    "0.95, high-hyperdiploidy, absent",
    "1.05, high-hyperdiploidy, absent",
    "1.06, high-hyperdiploidy, possible but unconfirmed",
    "1.15, high-hyperdiploidy, possible but unconfirmed",
    "1.16, high-hyperdiploidy, present",
    "1.42, high-hyperdiploidy, present",
    "1.43, high-hyperdiploidy, possible but unconfirmed"
  })
  void theDnaIndexSeesPloidy(String index, String fact, String expected) {
    assertThat(state(fact, Records.named("DNA index by flow cytometry", quantity("", index, "1"))))
        .isEqualTo(expected);
  }

  @Test
  void aKinaseDomainTestSaysNothingOfTheFusion() {
    assertThat(
            state(
                "bcrAbl1",
                Records.named("BCR-ABL1 kinase domain mutation analysis", notDetected())))
        .isEqualTo("not recorded");
  }

  @Test
  void aDeletionOf17pOnlySuggestsATp53Mutation() {
    assertThat(state("tp53-mutation", coded("81746-0", detected())))
        .isEqualTo("possible but unconfirmed");
  }

  @Test
  void jak2V617fIsNotAPhLikeLesion() {
    assertThat(state("jak-stat", coded("43399-5", detected()))).isEqualTo("not recorded");
  }

  @Test
  void aKaryotypeThatIsNotInterpretedIsSaid() {
    var record = read(PATIENT, B_LINEAGE, coded("62356-1", "'valueString':'no growth'"));

    assertThat(record.gaps()).isNotEmpty();
    assertThat(List.of(Facts.HYPODIPLOIDY, Facts.HIGH_HYPERDIPLOIDY))
        .allMatch(fact -> record.facts().get(fact).value().isEmpty());
  }

  @Test
  void everyGeneticFactOfTheVocabularyHasALesion() {
    List<Fact<?>> lesions =
        Records.GUIDELINE.lesions().stream().<Fact<?>>map(lesion -> lesion.fact()).toList();

    assertThat(lesions)
        .containsAll(Records.GUIDELINE.features().stream().<Fact<?>>map(f -> f.fact()).toList())
        .contains(Facts.BCR_ABL1);
  }

  @Test
  void aFindingNeverChangesItsIdOnTheWire() {
    assertThat(Facts.all().stream().map(Fact::id)).doesNotHaveDuplicates();
    assertThat(Presence.PRESENT).extracting(FactValue::id).isEqualTo("present");
  }

  /** L26, I-11: the work-up asks for cytogenetics, not for a code of it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'resourceType':'Observation','id':'k','status':'final','effectiveDateTime':'2026-11-10','subject':{'reference':'Patient/p'},'code':{'coding':[{'system':'http://loinc.org','code':'69548-6'}]},'component':[{'code':{'coding':[{'system':'http://loinc.org','code':'81291-7'}]},'valueString':'46,XX[20]'}]}",
        "{'resourceType':'Observation','id':'k','status':'final','effectiveDateTime':'2026-11-10','subject':{'reference':'Patient/p'},'code':{'text':'Chromosome"
            + " analysis'},'valueString':'46,XX[20]'}"
      })
  void aKaryotypeIsCytogeneticsUnderWhateverCodeItComes(String observation) {
    RecordedTest test =
        Records.read(Records.PATIENT, Records.LEUKEMIA, Records.T_LINEAGE, observation)
            .tests()
            .get(0);

    assertThat(test.concepts()).contains("karyotype");
    assertThat(test.state()).isEqualTo(RecordedTest.State.RESULTED);
    assertThat(test.genetic()).as("banding is no FISH, PCR or sequencing").isFalse();
  }

  private static String concluding(String conclusionCode) {
    return "{'resourceType':'DiagnosticReport','id':'r','status':'final','effectiveDateTime':'2026-11-10','subject':{'reference':'Patient/p'},'code':{'text':'Cytogenetics and molecular report'},'conclusionCode':[%s]}"
        .formatted(conclusionCode);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'coding':[{'system':'https://iscn.karger.com','code':'46,XX,t(9;22)(q34;q11.2)[18]/46,XX[2]'}]}"
            + " | bcrAbl1 | present",
        "{'coding':[{'system':'http://snomed.info/sct','code':'277571004'}]} | bcrAbl1 | unknown",
        "{'coding':[{'system':'http://snomed.info/sct','code':'723889003'}]} | bcrAbl1 | present",
        "{'text':'KMT2A rearrangement detected; BCR::ABL1 fusion not detected by FISH'} |"
            + " kmt2a-rearranged | present",
        "{'text':'KMT2A rearrangement detected; BCR::ABL1 fusion not detected by FISH'} | bcrAbl1 |"
            + " absent",
      })
  void aConclusionCodeIsReadAsKaryotypeSubtypeOrStatements(
      String conclusion, String fact, String expected) {
    PatientFacts facts =
        Records.read(Records.PATIENT, Records.LEUKEMIA, concluding(conclusion)).facts();

    assertThat(
            facts.get(Facts.named(fact).orElseThrow()).value().map(FactValue::id).orElse("unknown"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nuc ish(KMT2Ax2)(5'KMT2A sep 3'KMT2Ax1)[150/200] | present",
        "nuc ish(KMT2Ax2)[200] | absent",
      })
  void theAnswerOfASingleProbeMayBeInNotation(String notation, String expected) {
    String fish =
        Records.coded("78219-3", "'valueString':'%s'".formatted(notation.replace("'", "\\u0027")));

    assertThat(
            Records.read(Records.PATIENT, Records.LEUKEMIA, fish)
                .facts()
                .get(Facts.KMT2A_REARRANGED)
                .value()
                .map(FactValue::id)
                .orElse("unknown"))
        .isEqualTo(expected);
  }
}
