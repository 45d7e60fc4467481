package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.reading.Records.B_LINEAGE;
import static org.karyon.reading.Records.PATIENT;
import static org.karyon.reading.Records.T_LINEAGE;
import static org.karyon.reading.Records.coded;
import static org.karyon.reading.Records.named;
import static org.karyon.reading.Records.read;

import java.nio.charset.Charset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.PatientRecord;
import org.karyon.facts.RecordedTest;

/** The places in which systems put cytogenetics: variants, components, conclusions, attachments. */
class GenomicShapesTest {

  private static final String PRESENT = "LA9633-4";
  private static final String ABSENT = "LA9634-2";
  private static final String NO_CALL = "LA18198-2";

  private static String state(String fact, String resource) {
    return PatientWith.B_ALL.state(fact, resource);
  }

  private static String variant(String value, String... components) {
    return coded("69548-6", value + "'component':[" + String.join(",", components) + "]");
  }

  private static String says(String code) {
    return "'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'%s'}]},"
        .formatted(code);
  }

  private static String component(String loinc, String value) {
    return "{'code':{'coding':[{'system':'http://loinc.org','code':'%s'}]},%s}"
        .formatted(loinc, value);
  }

  private static String iscn(String text) {
    return component("81291-7", "'valueCodeableConcept':{'text':'" + text + "'}");
  }

  private static String gene(String text) {
    return component("48018-6", "'valueCodeableConcept':{'text':'" + text + "'}");
  }

  private static RecordedTest test(String resource) {
    return read(PATIENT, B_LINEAGE, resource).tests().getFirst();
  }

  @Test
  void aKaryotypeIsCytogeneticsUnderWhateverCode() {
    String text = "'valueString':'46,XX[20]'";

    assertThat(test(variant(says(PRESENT), iscn("46,XX[20]"))))
        .satisfies(GenomicShapesTest::isKaryotype);
    assertThat(test(named("Karyotype", text))).satisfies(GenomicShapesTest::isKaryotype);
    assertThat(test(named("Chromosome analysis", text))).satisfies(GenomicShapesTest::isKaryotype);
    assertThat(test(named("Chromosomes, bone marrow", text)))
        .satisfies(GenomicShapesTest::isKaryotype);
    assertThat(test(report("'text':'Cytogenetics'", "'conclusion':'46,XX[20]'")))
        .satisfies(GenomicShapesTest::isKaryotype);
  }

  private static void isKaryotype(RecordedTest test) {
    assertThat(test.concepts()).contains("karyotype");
    assertThat(test.state()).isEqualTo(RecordedTest.State.RESULTED);
    assertThat(test.genetic()).as("banding is neither FISH nor PCR").isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "46,XX[20] | RESULTED",
        "46,XX[5] | LIMITED",
        "46,XX,?t(9;22)(q34;q11.2)[20] | RESULTED",
        "46,XX,inc[20] | LIMITED",
        "No growth | NOT_INTERPRETABLE",
      })
  void aKaryotypeIsInterpretableWhenItIsAdequate(String text, String state) {
    assertThat(test(named("Karyotype", "'valueString':'" + text + "'")).state()).hasToString(state);
  }

  @ParameterizedTest
  @CsvSource({
    PRESENT + ", present",
    ABSENT + ", not excluded by this method",
    NO_CALL + ", not interpretable"
  })
  void theNotationOfAVariantIsWhatWasLookedFor(String value, String expected) {
    assertThat(state("bcrAbl1", variant(says(value), iscn("t(9;22)(q34;q11.2)"))))
        .isEqualTo(expected);
  }

  @Test
  void aVariantWithoutAValueIsOnlyPossible() {
    assertThat(state("bcrAbl1", variant("", gene("BCR::ABL1"))))
        .isEqualTo("possible but unconfirmed");
    assertThat(state("bcrAbl1", variant(says(PRESENT), gene("BCR::ABL1")))).isEqualTo("present");
  }

  @Test
  void aLostCopyOfTp53IsNoMutation() {
    String loss =
        component(
            "48019-4",
            "'valueCodeableConcept':{'coding':[{'system':'http://www.sequenceontology.org','code':'SO:0001743'}]}");
    String oneCopy = component("82155-3", "'valueQuantity':{'value':1}");

    assertThat(state("tp53-mutation", variant(says(PRESENT), gene("TP53"), loss)))
        .isEqualTo("possible but unconfirmed");
    assertThat(state("tp53-mutation", variant(says(PRESENT), gene("TP53"), oneCopy)))
        .isEqualTo("possible but unconfirmed");
    assertThat(state("tp53-mutation", variant(says(PRESENT), gene("TP53")))).isEqualTo("present");
    assertThat(state("ikzf1-altered", variant(says(PRESENT), gene("IKZF1"), oneCopy)))
        .isEqualTo("present");
  }

  @Test
  void theVariantOfMyeloproliferativeDiseaseIsNoPhLikeLesion() {
    String v617f = component("48005-3", "'valueCodeableConcept':{'text':'p.Val617Phe'}");
    String r683 = component("48005-3", "'valueCodeableConcept':{'text':'p.Arg683Gly'}");

    assertThat(state("jak-stat", variant(says(PRESENT), gene("JAK2"), v617f)))
        .isEqualTo("not recorded");
    assertThat(state("jak-stat", variant(says(PRESENT), gene("JAK2"), r683))).isEqualTo("present");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "78219-3 | nuc ish(KMT2Ax2)[200] | kmt2a-rearranged | absent",
        "78219-3 | nuc ish(KMT2Ax2)(5KMT2A sep 3KMT2Ax1)[120/200] | kmt2a-rearranged | present",
        "78219-3 | nuc ish(MLLx2)[200] Negative for KMT2A rearrangement | kmt2a-rearranged |"
            + " absent",
        "51867-0 | nuc ish(ABL1,BCR)x3(ABL1 con BCR)x2[120/200] | bcrAbl1 | present",
        "51867-0 | nuc ish(ABL1,BCR)x2[200] | bcrAbl1 | absent",
        "51867-0 | nuc ish(ABL1,BCR)x3(ABL1 con BCR)x2[2/200] | bcrAbl1 | possible but unconfirmed",
        "77039-6 | nuc ish(ETV6,RUNX1)x2[200] | etv6-runx1 | absent",
        "78221-9 | nuc ish(IGHx2)[200] | igh-rearranged | absent",
      })
  void fishNotationIsReadUnderTheCodeOfOneFish(
      String loinc, String text, String fact, String expected) {
    String quoted = text.replace("5KMT2A", "5\u2032KMT2A").replace("3KMT2A", "3\u2032KMT2A");

    assertThat(state(fact, coded(loinc, "'valueString':'" + quoted + "'"))).isEqualTo(expected);
  }

  private static String report(String code, String members) {
    return "{'resourceType':'DiagnosticReport','id':'r','status':'final','subject':{'reference':'Patient/p'},'effectiveDateTime':'2026-11-01','code':{%s},%s}"
        .formatted(code, members);
  }

  private static String concluded(String conclusion) {
    return report("'text':'Genetics report'", "'conclusionCode':[" + conclusion + "]");
  }

  private static String coding(String system, String code) {
    return "{'coding':[{'system':'%s','code':'%s'}]}".formatted(system, code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://iscn.karger.com | 46,XX,t(9;22)(q34;q11.2)[20] | bcrAbl1 | present",
        "https://iscn.karger.com | 46,XX[20] | hypodiploidy | absent",
        "http://snomed.info/sct | 723889003 | bcrAbl1 | present",
        "http://snomed.info/sct | 714251006 | bcrAbl1 | absent",
        "http://snomed.info/sct | 838341005 | kmt2a-rearranged | present",
        "http://snomed.info/sct | 838342003 | etv6-runx1 | present",
        "http://snomed.info/sct | 838344002 | hypodiploidy | possible but unconfirmed",
        "http://terminology.hl7.org/CodeSystem/icd-o-3 | 9812/3 | bcrAbl1 | present",
        "http://terminology.hl7.org/CodeSystem/icd-o-3 | 9819/3 | phLike | present",
      })
  void aConclusionMayBeCoded(String system, String code, String fact, String expected) {
    assertThat(state(fact, concluded(coding(system, code)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BCR::ABL1 negative; KMT2A rearranged | bcrAbl1 | absent",
        "BCR::ABL1 negative; KMT2A rearranged | kmt2a-rearranged | present",
        "No evidence of BCR::ABL1. ETV6::RUNX1 fusion detected. | etv6-runx1 | present",
        "46,XX,t(4;11)(q21;q23)[20] | kmt2a-aff1 | present",
        "t(4;11)(q21;q23) not detected | kmt2a-rearranged | not excluded by this method",
        "Suspected Philadelphia chromosome positive ALL | bcrAbl1 | not interpretable",
      })
  void aConclusionMayBeWords(String text, String fact, String expected) {
    assertThat(state(fact, concluded("{'text':'" + text + "'}"))).isEqualTo(expected);
    assertThat(state(fact, report("'text':'Genetics report'", "'conclusion':'" + text + "'")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Result | 46,XX,t(9;22)(q34;q11.2)[20] | present",
        "Pathology report | Cytogenetics: 46,XX,t(9;22)(q34;q11.2)[20]\\n"
            + "Flow: CD19 positive | present",
        "Result | Indication: 46,XX,t(9;22)(q34;q11.2)[20] elsewhere\\n46,XX[20] | not recorded",
      })
  void aKaryotypeIsReadUnderWhateverName(String name, String text, String expected) {
    assertThat(state("bcrAbl1", named(name, "'valueString':'" + text + "'"))).isEqualTo(expected);
    assertThat(state("bcrAbl1", report("'text':'" + name + "'", "'conclusion':'" + text + "'")))
        .isEqualTo(expected);
  }

  @Test
  void aNumberBesideLettersInASentenceIsNoKaryotype() {
    String text = "Age 46, XX weeks, t(9;22)";

    assertThat(state("bcrAbl1", named("Result", "'valueString':'" + text + "'")))
        .isEqualTo("not recorded");
    assertThat(state("bcrAbl1", report("'text':'Result'", "'conclusion':'" + text + "'")))
        .isEqualTo("not interpretable");
  }

  @Test
  void aDoubtedConclusionStatesNothing() {
    String doubted =
        "{'coding':[{'system':'http://snomed.info/sct','code':'723889003'}],'text':'Suspected B-ALL"
            + " with BCR::ABL1'}";

    assertThat(state("bcrAbl1", concluded(doubted))).isEqualTo("not interpretable");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, text/plain; charset=UTF-8",
    "ISO-8859-1, text/plain; charset=ISO-8859-1",
    "ISO-8859-1, text/plain",
    "windows-1252, text/plain; charset=klingon"
  })
  void aPresentedTextIsReadInItsCharset(String charset, String contentType) {
    String text =
        "46,XX,t(9;22)(q34;q11.2)[20].nuc ish (ABL1,BCR)\u00D73(ABL1 con BCR)\u00D72[120/200]";
    String data = Base64.getEncoder().encodeToString(text.getBytes(Charset.forName(charset)));

    assertThat(
            state(
                "bcrAbl1",
                report(
                    "'text':'Cytogenetics'",
                    "'presentedForm':[{'contentType':'%s','data':'%s'}]"
                        .formatted(contentType, data))))
        .isEqualTo("present");
  }

  @Test
  void aResultInsideTheReportIsRead() {
    String inside =
        "'contained':[{'resourceType':'Observation','id':'o','status':'final','code':{'coding':[{'system':'http://loinc.org','code':'62356-1'}]},'valueString':'46,XX,t(9;22)(q34;q11.2)[20]'}],'result':[{'reference':'#o'}]";

    assertThat(state("bcrAbl1", report("'text':'Cytogenetics'", inside))).isEqualTo("present");
  }

  @Test
  void fishBesideAKaryotypeIsAGeneticResultInTLineage() {
    String text = "'valueString':'46,XY[20].nuc ish(KMT2Ax2)[200]'";

    assertThat(read(PATIENT, T_LINEAGE, named("Karyotype", text)).tests().getFirst().genetic())
        .isTrue();
    assertThat(
            read(PATIENT, T_LINEAGE, coded("62356-1", "'valueString':'46,XY[20]'"))
                .tests()
                .getFirst()
                .genetic())
        .isFalse();
  }

  private static String copies(int number) {
    return component("82155-3", "'valueQuantity':{'value':" + number + "}");
  }

  @ParameterizedTest
  @CsvSource({
    "IKZF1, 1, ikzf1-altered, present",
    "IKZF1, 2, ikzf1-altered, not recorded",
    "IKZF1, 3, ikzf1-altered, possible but unconfirmed",
    "PAX5, 0, pax5-altered, present",
    "PAX5, 4, pax5-altered, possible but unconfirmed",
    "TP53, 1, tp53-mutation, possible but unconfirmed",
    "TP53, 2, tp53-mutation, not recorded",
  })
  void theNumberOfCopiesDecides(String gene, int number, String fact, String expected) {
    assertThat(state(fact, variant(says(PRESENT), gene(gene), copies(number)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "p.Arg175His, present",
    "c.455del (p.Pro152Argfs), present",
    "Deletion, possible but unconfirmed",
    "p.Pro72Arg, not recorded",
  })
  void aSmallDeletionIsAMutationAndALostGeneIsNot(String change, String expected) {
    String changed = component("48005-3", "'valueCodeableConcept':{'text':'" + change + "'}");

    assertThat(state("tp53-mutation", variant(says(PRESENT), gene("TP53"), changed)))
        .isEqualTo(expected);
  }

  @Test
  void twoGenesInOneNameAreAFusionInWhateverFormTheyCome() {
    assertThat(state("bcrAbl1", variant(says(PRESENT), gene("BCR-ABL1")))).isEqualTo("present");
    assertThat(
            state(
                "bcrAbl1",
                variant(says(PRESENT), component("48018-6", "'valueString':'BCR/ABL1'"))))
        .isEqualTo("present");
    assertThat(state("bcrAbl1", variant(says(PRESENT), gene("ABL1")))).isEqualTo("not recorded");
  }

  @Test
  void aVariantIsQuotedWithWhatItChanges() {
    assertThat(
            read(PATIENT, B_LINEAGE, variant(says(ABSENT), gene("KMT2A::AFF1")))
                .facts()
                .get(Facts.KMT2A_AFF1)
                .evidence())
        .extracting(org.karyon.facts.Evidence::shows)
        .containsExactly("absent: KMT2A::AFF1");
  }

  /** mCODE names the genes and the translocation of one variant. */
  @Test
  void aVariantThatAlsoNamesItsTranslocationIsNoKaryotype() {
    String translocation =
        variant(says(PRESENT), gene("ETV6"), gene("RUNX1"), iscn("t(12;21)(p13;q22)"));

    assertThat(test(translocation).state()).isEqualTo(RecordedTest.State.RESULTED);
    assertThat(test(translocation).concepts()).doesNotContain("karyotype");
    assertThat(state("etv6-runx1", translocation)).isEqualTo("present");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fusion gene | BCR/ABL1 p190 | bcrAbl1 | present",
        "Gene fusions | None detected | bcrAbl1 | not recorded",
        "Gene expression subtype | BCR-ABL1-like | phLike | present",
        "Gene expression subtype | BCR-ABL1-like | bcrAbl1 | not recorded",
        "RNA-seq subtype classification | PAX5alt | pax5-altered | present",
        "RNA-seq subtype classification | ETV6::RUNX1-like | etv6-runx1 | not recorded",
        "RNA-seq | ETV6::RUNX1-like signature detected | etv6-runx1 | not recorded",
        "Molecular subtype | KMT2A-rearranged | kmt2a-rearranged | present",
        "Molecular subtype | Near haploid | hypodiploidy | present",
        "ABL/BCR FISH | Not detected | bcrAbl1 | absent",
        "RNA-seq | BCR::ABL1 rearrangement detected | abl-class | not recorded",
        "TSLPR (CRLF2) flow cytometry | overexpressed | jak-stat | present",
      })
  void aResultMayComeAsTheTextOfAConcept(String name, String text, String fact, String expected) {
    assertThat(state(fact, named(name, "'valueCodeableConcept':{'text':'" + text + "'}")))
        .isEqualTo(expected);
    assertThat(state(fact, named(name, "'valueString':'" + text + "'"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"60, present", "5, present", "3, not interpretable", "0, absent"})
  void aShareOfNucleiBeyondTheLimitsOfLaboratoriesIsAnAnswer(String percent, String expected) {
    String share = "'valueQuantity':{'value':" + percent + ",'unit':'%'}";

    assertThat(state("bcrAbl1", coded("51867-0", share))).isEqualTo(expected);
  }

  private static String implication(String significance) {
    return "{'resourceType':'Observation','id':'di','status':'final','subject':{'reference':'Patient/p'},'effectiveDateTime':'2026-11-11','code':{'coding':[{'system':'http://hl7.org/fhir/uv/genomics-reporting/CodeSystem/tbd-codes-cs','code':'diagnostic-implication'}]},'derivedFrom':[{'reference':'Observation/v'}],'component':[{'code':{'coding':[{'system':'http://loinc.org','code':'53037-8'}]},'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'%s'}]}}]}"
        .formatted(significance);
  }

  private static String tp53() {
    return "{'resourceType':'Observation','id':'v','status':'final','subject':{'reference':'Patient/p'},'effectiveDateTime':'2026-11-10','code':{'coding':[{'system':'http://loinc.org','code':'69548-6'}]},'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA9633-4'}]},'component':[{'code':{'coding':[{'system':'http://loinc.org','code':'48018-6'}]},'valueCodeableConcept':{'coding':[{'system':'http://www.genenames.org','code':'HGNC:11998'}]}},{'code':{'coding':[{'system':'http://loinc.org','code':'48005-3'}]},'valueCodeableConcept':{'text':'p.(Arg273His)'}}]}";
  }

  @ParameterizedTest
  @CsvSource({
    "LA6668-3, present",
    "LA26332-9, present",
    "LA26333-7, not recorded",
    "LA26334-5, not recorded",
    "LA6675-8, not recorded"
  })
  void aDiagnosticImplicationSaysWhatItsVariantMeans(String significance, String expected) {
    assertThat(PatientWith.B_ALL.state("tp53-mutation", tp53(), implication(significance)))
        .isEqualTo(expected);
  }

  @Test
  void twoGenesWithoutATypeOfChangeAreAQuestionAndNoFusion() {
    String genes = variant(says(PRESENT), gene("BCR"), gene("ABL1"));

    assertThat(state("bcrAbl1", genes)).isEqualTo("possible but unconfirmed");
    assertThat(state("bcrAbl1", variant(says(ABSENT), gene("BCR"), gene("ABL1"))))
        .isNotEqualTo("absent");
    assertThat(
            state(
                "bcrAbl1",
                variant(
                    says(PRESENT),
                    gene("BCR"),
                    gene("ABL1"),
                    component(
                        "48019-4",
                        "'valueCodeableConcept':{'coding':[{'system':'http://www.sequenceontology.org','code':'SO:0001565'}]}"))))
        .isEqualTo("present");
  }

  /** The fusion of mCODE's extended example of a child with ALL. */
  @Test
  void theFusionOfMcodeIsRead() {
    String fusion =
        variant(
            says(PRESENT)
                + "'method':{'coding':[{'system':'http://loinc.org','code':'LA26406-1'}]},",
            component(
                "48018-6",
                "'valueCodeableConcept':{'coding':[{'system':'http://www.genenames.org','code':'HGNC:3495','display':'ETV6'}]}"),
            component(
                "48018-6",
                "'valueCodeableConcept':{'coding':[{'system':'http://www.genenames.org','code':'HGNC:10471','display':'RUNX1'}]}"),
            component(
                "48019-4",
                "'valueCodeableConcept':{'coding':[{'system':'http://www.sequenceontology.org','code':'SO:1000044'}]}"));

    assertThat(state("etv6-runx1", fusion)).isEqualTo("present");
  }

  @Test
  void aGeneInANoteIsTheGeneOfTheVariant() {
    assertThat(
            state(
                "tp53-mutation",
                coded(
                    "69548-6",
                    says(PRESENT) + "'note':[{'text':'TP53 c.818G>A p.(Arg273His), VAF 41 %'}]")))
        .isEqualTo("present");
  }

  @ParameterizedTest
  @CsvSource({"9811/3, b", "9837/3, t", "9812/3, b", "9814/3, b"})
  void theHistologyOfMcodeTellsLineageAndSubtype(String morphology, String lineage) {
    PatientRecord record = read(PATIENT, histology("363346000", morphology));

    assertThat(record.facts().get(Facts.DIAGNOSIS).value().map(FactValue::id))
        .contains("confirmed");
    assertThat(record.facts().get(Facts.LINEAGE).value().map(FactValue::id)).contains(lineage);
  }

  @Test
  void aLymphomaStaysOneWhateverItsMorphology() {
    PatientRecord record = read(PATIENT, histology("109965004", "9811/3"));

    assertThat(record.facts().get(Facts.DIAGNOSIS).value().map(FactValue::id)).contains("none");
  }

  private static String histology(String snomed, String morphology) {
    return "{'resourceType':'Condition','id':'c','subject':{'reference':'Patient/p'},'extension':[{'url':'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior','valueCodeableConcept':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/icd-o-3','code':'%s'}]}}],'code':{'coding':[{'system':'http://snomed.info/sct','code':'%s'}]},'clinicalStatus':{'coding':[{'code':'active'}]},'verificationStatus':{'coding':[{'code':'confirmed'}]}}"
        .formatted(morphology, snomed);
  }
}
