package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.reading.Records.B_LINEAGE;
import static org.karyon.reading.Records.PATIENT;
import static org.karyon.reading.Records.T_LINEAGE;
import static org.karyon.reading.Records.coded;
import static org.karyon.reading.Records.named;
import static org.karyon.reading.Records.read;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.facts.Facts;
import org.karyon.facts.PatientRecord;

/** Karyotypes, FISH strings and narratives inside FHIR resources. */
class NarrativeReadingTest {

  private static String state(PatientRecord record, String fact) {
    return Records.words(record.facts().get(Facts.named(fact).orElseThrow()));
  }

  private static String state(String fact, String observation) {
    return PatientWith.B_ALL.state(fact, observation);
  }

  private static String karyotype(String text) {
    return coded("62356-1", "'valueString':'" + text + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "46,XX,t(9;22)(q34;q11.2)[18]/46,XX[2] | bcrAbl1 | present",
        "46,XX[20] | bcrAbl1 | not recorded",
        "46,XX,t(4;11)(q21;q23)[20] | kmt2a-rearranged | present",
        "46,XX,t(4;11)(q21;q23)[20] | kmt2a-aff1 | present",
        "46,XX,add(11)(q23)[20] | kmt2a-rearranged | possible but unconfirmed",
        "55,XX,+X,+4,+6,+10,+14,+17,+18,+21,+21[20] | high-hyperdiploidy | present",
        "55,XX,+X,+4,+6,+10,+14,+17,+18,+21,+21[20] | trisomies-4-10-17 | present",
        "55,XX,+X,+4,+6,+10,+14,+17,+18,+21,+21[20] | complex-karyotype | absent",
        "46,XX[20] | high-hyperdiploidy | absent",
        "46,XX[5] | high-hyperdiploidy | not recorded",
        "38,XX,-3,-4,-7,-13,-15,-16,-17,-20[20] | hypodiploidy | present",
        "46,XX,del(17)(p13)[20] | tp53-mutation | possible but unconfirmed"
      })
  void aKaryotypeIsReadWithItsLimits(String text, String fact, String expected) {
    assertThat(state(fact, karyotype(text))).isEqualTo(expected);
  }

  @Test
  void theWordsThatShowAFindingAreQuoted() {
    PatientRecord record =
        read(PATIENT, B_LINEAGE, karyotype("46,XX,t(9;22)(q34;q11.2)[18]/46,XX[2]"));

    assertThat(record.facts().get(Facts.BCR_ABL1).evidence())
        .anyMatch(evidence -> evidence.shows().contains("t(9;22)(q34;q11.2)"));
  }

  @Test
  void aKaryotypeMayComeAsTheCodeOfACoding() {
    String coded =
        coded(
            "62356-1",
            "'valueCodeableConcept':{'coding':[{'system':'https://iscn.karger.com','code':'46,XY,t(9;22)(q34;q11.2)[20]'}]}");

    assertThat(state("bcrAbl1", coded)).isEqualTo("present");
  }

  @Test
  void aPresentVariantThatIsANormalKaryotypeIsNormal() {
    String variant =
        coded(
            "69548-6",
            "'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'LA9633-4'}]},'component':[{'code':{'coding':[{'system':'http://loinc.org','code':'81291-7'}]},'valueCodeableConcept':{'text':'46,XX[20]'}}]");

    assertThat(state("hypodiploidy", variant)).isEqualTo("absent");
  }

  @Test
  void aReportMayHoldAKaryotypeInItsConclusion() {
    String report =
        "{'resourceType':'DiagnosticReport','id':'r','status':'final','subject':{'reference':'Patient/p'},'effectiveDateTime':'2026-11-01','code':{'coding':[{'system':'http://loinc.org','code':'62389-2'}]},'conclusion':'Karyotype:"
            + " 46,XX,t(12;21)(p13;q22)[20]'}";

    assertThat(state("etv6-runx1", report)).isEqualTo("present");
  }

  @Test
  void aPresentedPlainTextIsReadToo() {
    String data =
        Base64.getEncoder()
            .encodeToString(
                "FISH negative for BCR::ABL1. KMT2A rearrangement detected."
                    .getBytes(StandardCharsets.UTF_8));
    String report =
        "{'resourceType':'DiagnosticReport','id':'r','status':'final','subject':{'reference':'Patient/p'},'effectiveDateTime':'2026-11-01','code':{'text':'FISH"
            + " report'},'presentedForm':[{'contentType':'text/plain','data':'"
            + data
            + "'}]}";

    assertThat(state("bcrAbl1", report)).isEqualTo("absent");
    assertThat(state("kmt2a-rearranged", report)).isEqualTo("present");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Negative for BCR::ABL1; positive for KMT2A rearrangement | bcrAbl1 | absent",
        "Negative for BCR::ABL1; positive for KMT2A rearrangement | kmt2a-rearranged | present",
        "No evidence of ETV6::RUNX1 fusion | etv6-runx1 | absent",
        "Positive for t(12;21) ETV6::RUNX1 in 78% of cells. Negative for iAMP21. | etv6-runx1 |"
            + " present",
        "Negative for t(9;22)(q34;q11.2) BCR::ABL1; positive for KMT2A rearrangement | bcrAbl1 |"
            + " absent",
        "Negative for t(9;22)(q34;q11.2) BCR::ABL1; positive for KMT2A rearrangement |"
            + " kmt2a-rearranged | present",
        "FISH (BCR::ABL1 not detected; KMT2A rearrangement detected) | kmt2a-rearranged | present",
        "FISH (BCR::ABL1 not detected; KMT2A rearrangement detected) | bcrAbl1 | absent",
        "Normal signal pattern for BCR/ABL1 | bcrAbl1 | absent",
        "BCR-ABL1 p210 not detected | bcrAbl1 | not excluded by this method",
        "BCR-ABL1 p190 not detected; BCR-ABL1 p210 not detected | bcrAbl1 | absent",
        "BCR-ABL1 p210 detected | bcrAbl1 | present",
        "Rearrangement of KMT2A is not seen | kmt2a-rearranged | absent",
        "Negative for BCR::ABL1, ETV6::RUNX1 and KMT2A rearrangement | etv6-runx1 | absent",
        "KMT2A rearrangement was detected in 62% of nuclei | kmt2a-rearranged | present",
        "Neither BCR::ABL1 fusion nor KMT2A rearrangement was seen. | kmt2a-rearranged | absent",
        "Ph negative, KMT2A rearranged | kmt2a-rearranged | present",
        "IKZF1 deletion not detected, PAX5 deletion detected | pax5-altered | present",
        "IKZF1 deletion not detected, PAX5 deletion detected | ikzf1-altered | absent",
        "Possible KMT2A rearrangement | kmt2a-rearranged | not interpretable",
        "KMT2A rearrangement to be excluded | kmt2a-rearranged | not interpretable",
        "Testing for KMT2A rearrangement requested | kmt2a-rearranged | not recorded",
        "Lack of KMT2A rearrangement | kmt2a-rearranged | absent",
        "KMT2A rearrangement detected in 1.5 % of nuclei | kmt2a-rearranged | not interpretable",
        "BCR::ABL1 indeterminate | bcrAbl1 | not interpretable",
        "BCR-ABL1-like signature positive | bcrAbl1 | not recorded",
        "BCR-ABL1-like signature positive | phLike | present",
        "nuc ish (ABL1,BCR)x3(ABL1 con BCR)x2[120/200] | bcrAbl1 | present",
        "nuc ish (ABL1,BCR)x2[200] | bcrAbl1 | absent",
        "nuc ish (KMT2A)x2(5-KMT2A sep 3-KMT2A)x1[150/200] | bcrAbl1 | not recorded"
      })
  void aFishNarrativeSpeaksClauseByClause(String text, String fact, String expected) {
    assertThat(state(fact, coded("62367-8", "'valueString':'" + text + "'"))).isEqualTo(expected);
    assertThat(state(fact, named("FISH panel, ALL", "'valueString':'" + text + "'")))
        .isEqualTo(expected);
  }

  @Test
  void aFusionThatIsNamedAsTheResultWasFound() {
    assertThat(state("bcrAbl1", named("Gene fusion", "'valueString':'BCR::ABL1 p190'")))
        .isEqualTo("present");
    assertThat(state("ikzf1-altered", named("MLPA", "'valueString':'IKZF1 deletion, exons 4-7'")))
        .isEqualTo("present");
    assertThat(state("ikzf1-altered", named("MLPA", "'valueString':'No deletion of IKZF1'")))
        .isEqualTo("absent");
  }

  @Test
  void aFailedCultureIsSaidAndCountsForNothing() {
    PatientRecord record = read(PATIENT, B_LINEAGE, karyotype("No growth"));

    assertThat(record.gaps()).anyMatch(gap -> gap.message().contains("not a karyotype"));
    assertThat(state(record, "hypodiploidy")).isEqualTo("not recorded");
  }

  @Test
  void aBreakAt14q32InTLineageIsNotAnIghRearrangement() {
    String karyotype = karyotype("46,XY,t(8;14)(q24;q32)[20]");

    assertThat(state(read(PATIENT, B_LINEAGE, karyotype), "igh-rearranged")).isEqualTo("present");
    assertThat(state(read(PATIENT, T_LINEAGE, karyotype), "igh-rearranged"))
        .isEqualTo("possible but unconfirmed");
  }

  @Test
  void preliminaryKaryotypesExcludeAndShowNothing() {
    String preliminary =
        coded(
            "62356-1",
            "'status':'preliminary','valueString':'46,XX,t(9;22)(q34;q11.2)[18]/46,XX[2]'");

    assertThat(state("bcrAbl1", preliminary)).isEqualTo("not recorded");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RNA-seq | ZNF384 rearrangement (EP300::ZNF384) detected | znf384-rearranged | present",
        "RNA-seq | MEF2D::BCL9 fusion detected | mef2d-rearranged | present",
        "RNA-seq | TCF3::HLF fusion detected | hlf-rearranged | present",
        "RNA-seq | ZNF384 rearrangement not detected | znf384-rearranged | absent",
        "SNP array | arr[GRCh37] 7p12.2(50343720_50472799)x1 | ikzf1-altered | present",
      })
  void sequencingOfRnaAndArraysAreReadByTheirNames(
      String name, String text, String fact, String expected) {
    assertThat(state(fact, named(name, "'valueString':'" + text + "'"))).isEqualTo(expected);
  }
}
