package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.reading.Records.coded;
import static org.karyon.reading.Records.named;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sentences as laboratories write them, each judged by hand. What cannot be told from the words
 * stays open; nothing is ever taken for present that the sentence does not assert.
 */
class LaboratorySentencesTest {

  private static String state(String fact, String observation) {
    return PatientWith.B_ALL.state(fact, observation);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // Lists that share one noun.
        "Negative for BCR::ABL1, ETV6::RUNX1, IGH or MYC rearrangement | igh-rearranged | absent",
        "Negative for BCR::ABL1, ETV6::RUNX1, IGH or MYC rearrangement | myc-rearranged | absent",
        "Negative for BCR::ABL1, ETV6::RUNX1, IGH or MYC rearrangement | bcrAbl1 | absent",
        "Negative for KMT2A (11q23), IGH (14q32) and MYC (8q24) rearrangements | igh-rearranged |"
            + " absent",
        "No rearrangement of KMT2A, IGH, or MYC | igh-rearranged | absent",
        "No rearrangement of KMT2A, IGH, or MYC | kmt2a-rearranged | absent",
        "No BCR::ABL1, KMT2A or TCF3::PBX1 rearrangement | kmt2a-rearranged | absent",
        "Negative for CRLF2, ABL2 and PDGFRB rearrangements | jak-stat | not excluded by this"
            + " method",
        "No IKZF1, PAX5 or CDKN2A deletion | ikzf1-altered | absent",
        "The following were not detected: BCR::ABL1, ETV6::RUNX1, KMT2A rearrangement | etv6-runx1"
            + " | absent",
        "Detected: ETV6::RUNX1. Not detected: BCR::ABL1, KMT2A. | etv6-runx1 | present",
        "Detected: ETV6::RUNX1. Not detected: BCR::ABL1, KMT2A. | kmt2a-rearranged | absent",
        "BCR::ABL1 - NEG, KMT2A - NEG, ETV6::RUNX1 - POS | etv6-runx1 | present",
        "BCR::ABL1 - NEG, KMT2A - NEG, ETV6::RUNX1 - POS | bcrAbl1 | absent",
        "BCR::ABL1 negative, ETV6::RUNX1 positive with loss of ETV6, KMT2A negative | etv6-runx1 |"
            + " present",
        "BCR::ABL1: negative KMT2A: negative ETV6::RUNX1: positive | etv6-runx1 | present",
        // Probes and signal patterns.
        "Normal signal pattern for the BCR/ABL1, KMT2A and TCF3 probes | bcrAbl1 | absent",
        "A normal signal pattern was observed with the KMT2A break-apart probe. | kmt2a-rearranged"
            + " | absent",
        "The BCR/ABL1 probe set showed a normal hybridization pattern in 200 interphase nuclei. |"
            + " bcrAbl1 | absent",
        "Probes used: BCR/ABL1 dual fusion, KMT2A break apart | bcrAbl1 | not recorded",
        "Abnormal signal pattern with the ETV6/RUNX1 probe: gain of RUNX1 | etv6-runx1 | not"
            + " interpretable",
        "ETV6::RUNX1 FISH abnormal: gain of RUNX1 | etv6-runx1 | not interpretable",
        "Three copies of RUNX1; no ETV6::RUNX1 fusion | etv6-runx1 | absent",
        "Gain of KMT2A detected in 40% of nuclei | kmt2a-rearranged | not interpretable",
        "Deletion of the 3' KMT2A signal observed | kmt2a-rearranged | not interpretable",
        "Extra copy of KMT2A seen in 30% of cells, no rearrangement | kmt2a-rearranged | not"
            + " interpretable",
        "KMT2A split signals were seen in 82% of nuclei, consistent with a rearrangement |"
            + " kmt2a-rearranged | present",
        "Positive control: BCR::ABL1 detected | bcrAbl1 | not recorded",
        // Plain answers.
        "BCR::ABL1 fusion: Detected (72% of nuclei) | bcrAbl1 | present",
        "BCR::ABL1 fusion: Not Detected | bcrAbl1 | absent",
        "KMT2A (11q23): rearranged | kmt2a-rearranged | present",
        "KMT2A (11q23): not rearranged | kmt2a-rearranged | absent",
        "MLL gene rearrangement: NEGATIVE | kmt2a-rearranged | absent",
        "t(9;22)(q34;q11.2) not detected | bcrAbl1 | absent",
        "No t(9;22)(q34;q11.2) BCR::ABL1 fusion | bcrAbl1 | absent",
        "FISH for t(9;22)(q34;q11.2) BCR::ABL1 was positive | bcrAbl1 | present",
        "Ph negative | bcrAbl1 | absent",
        "without KMT2A rearrangement | kmt2a-rearranged | absent",
        "KMT2A rearrangement has been ruled out | kmt2a-rearranged | absent",
        "BCR::ABL1 was neither detected by FISH nor by PCR | bcrAbl1 | absent",
        "No fusion signals for BCR::ABL1 were observed | bcrAbl1 | absent",
        "MYC rearrangement is present but no IGH::MYC fusion was found | myc-rearranged | present",
        // The laboratory's own cut-off.
        "BCR::ABL1 fusion signals in 1.5% of cells, below the cut-off of 2% | bcrAbl1 | absent",
        "KMT2A rearrangement in 3% of nuclei (cut-off 5%): negative | kmt2a-rearranged | absent",
        "BCR::ABL1 positive in 72% of nuclei (cut-off 2%) | bcrAbl1 | present",
        "BCR::ABL1 detected in 3% of nuclei (cut-off 2%) | bcrAbl1 | not interpretable",
        // Doubt, and what is no answer.
        "Not positive for BCR::ABL1 | bcrAbl1 | not interpretable",
        "Suspicious for KMT2A rearrangement | kmt2a-rearranged | not interpretable",
        "Cannot exclude BCR::ABL1 | bcrAbl1 | not interpretable",
        "BCR::ABL1 could not be ruled out | bcrAbl1 | not interpretable",
        "BCR::ABL1 (-), KMT2A (+) | kmt2a-rearranged | present",
        "Failed to detect BCR::ABL1 | bcrAbl1 | not interpretable",
        "Assay covers BCR::ABL1, KMT2A and ETV6::RUNX1; none were detected. | bcrAbl1 | not"
            + " recorded",
        "FISH studies are negative. | bcrAbl1 | not recorded",
        "Positive for CD19, CD22 and TdT; negative for MPO | bcrAbl1 | not recorded",
        "History of BCR::ABL1-positive ALL | bcrAbl1 | possible but unconfirmed",
        // Transcripts speak for their part.
        "BCR::ABL1 p210 transcript not detected | bcrAbl1 | not excluded by this method",
        "BCR::ABL1 e13a2/e14a2 (p210) not detected | bcrAbl1 | not excluded by this method",
        "BCR::ABL1 p190 (e1a2) and p210 (e13a2/e14a2) transcripts not detected | bcrAbl1 | absent",
        "BCR::ABL1 p210 not detected. BCR::ABL1 p190 not detected. | bcrAbl1 | absent",
        "BCR::ABL1 e1a2 (p190) fusion transcript detected | bcrAbl1 | present",
        "Negative for BCR/ABL1 by FISH. RT-PCR for BCR::ABL1 p190 positive | bcrAbl1 | present",
        // Ph-like and its lesions.
        "Ph-like ALL signature: positive | phLike | present",
        "Ph-like ALL signature: positive | bcrAbl1 | not recorded",
        "P2RY8::CRLF2 fusion detected | jak-stat | present",
        "IGH::CRLF2 rearrangement detected | igh-rearranged | present",
        "EBF1::PDGFRB fusion identified by RNA sequencing | abl-class | present",
        "JAK2 rearrangement not identified | jak-stat | not excluded by this method",
        "JAK2 V617F mutation detected | jak-stat | not recorded",
        // Others.
        "IKZF1 deletion (exons 4-7) present | ikzf1-altered | present",
        "TP53 mutation not detected | tp53-mutation | absent",
        "TP53 deletion detected by FISH | tp53-mutation | not recorded",
        "KMT2A-PTD detected | kmt2a-rearranged | not recorded",
        "TCF3::HLF fusion not seen; TCF3::PBX1 fusion present | hlf-rearranged | not excluded by"
            + " this method",
        "ZNF384 rearrangement: not detected. MEF2D rearrangement: not detected. | mef2d-rearranged"
            + " | absent",
        "iAMP21: not present (2 RUNX1 signals) | iamp21 | absent",
        "Trisomies 4, 10 and 17 detected | trisomies-4-10-17 | present",
        "Trisomies 4 and 10 detected | trisomies-4-10-17 | not recorded",
      })
  void aSentenceOfAFishOrMolecularReport(String text, String fact, String expected) {
    String value = "'valueString':'" + text.replace('\'', '\u2032') + "'";

    assertThat(state(fact, coded("62367-8", value))).isEqualTo(expected);
    assertThat(state(fact, named("FISH panel, ALL", value))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "The karyotype is 46,XX[20]. FISH is negative for BCR::ABL1 and KMT2A rearrangement. |"
            + " bcrAbl1 | absent",
        "The karyotype is 46,XX[20]. FISH is negative for BCR::ABL1 and KMT2A rearrangement. |"
            + " hypodiploidy | absent",
        "The karyotype is 46,XX[20]. FISH is negative for BCR::ABL1 and KMT2A rearrangement. |"
            + " kmt2a-rearranged | absent",
        "Cytogenetic analysis (24h culture) showed 46,XX,t(9;22)(q34;q11.2)[18]/46,XX[2] | bcrAbl1"
            + " | present",
        "46,XY,t(4;11)(q21;q23)[20]. Abnormal male karyotype with KMT2A::AFF1. | kmt2a-aff1 |"
            + " present",
        "46,XX[20]. Negative for t(9;22). | bcrAbl1 | not excluded by this method",
        "46,XX[20] Normal female karyotype; no evidence of t(9;22). | bcrAbl1 | not excluded by"
            + " this method",
        "46,XX[20] Normal female karyotype; no evidence of t(9;22). | hypodiploidy | absent",
        "46,XX[20]. nuc ish(ABL1,BCR)x2[200]. No evidence of BCR::ABL1. | bcrAbl1 | absent",
        "46,XX[20].nuc ish(ABL1,BCR)x3(ABL1 con BCR)x2[3/200]. Below the cut-off, negative for"
            + " BCR::ABL1. | bcrAbl1 | absent",
        "Indication: rule out t(9;22)(q34;q11.2). Result: 46,XX[20] | bcrAbl1 | not recorded",
        "t(9;22)(q34;q11.2) not detected in 20 metaphases | bcrAbl1 | not excluded by this method",
        "Donor cells: 46,XY[20] | hypodiploidy | not recorded",
        "46,XX,?t(9;22)(q34;q11.2)[20] | bcrAbl1 | possible but unconfirmed",
      })
  void aKaryotypeWithSentencesAround(String text, String fact, String expected) {
    String value = "'valueString':'" + text + "'";

    assertThat(state(fact, coded("62356-1", value))).isEqualTo(expected);
    assertThat(state(fact, named("Karyotype", value))).isEqualTo(expected);
    assertThat(state(fact, named("Chromosome analysis", value))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // A gene alone names its rearrangement among probes and rearrangements.
        "FISH | Negative for BCR::ABL1, KMT2A, IGH and MYC | igh-rearranged | absent",
        "FISH | Negative for BCR::ABL1, KMT2A, IGH and MYC | myc-rearranged | absent",
        "FISH | IGH: negative | igh-rearranged | absent",
        "FISH | MYC positive | myc-rearranged | possible but unconfirmed",
        "FISH | No gain of MYC | myc-rearranged | not recorded",
        "NGS | IGH clonal sequence not detected | igh-rearranged | not recorded",
        // Findings without a verb.
        "NGS panel | TP53 p.R175H mutation, VAF 45 % | tp53-mutation | present",
        "NGS panel | TP53 c.524G>A (p.Arg175His), VAF 45% | tp53-mutation | present",
        "NGS panel | TP53 p.R175H, VAF 0.4 % | tp53-mutation | not interpretable",
        "NGS panel | TP53 c.215C>G (p.Pro72Arg) detected | tp53-mutation | not recorded",
        "NGS panel | TP53 p.Arg213= polymorphism detected | tp53-mutation | not interpretable",
        "NGS panel | TP53 mutation | tp53-mutation | not recorded",
        "MLPA | Loss of IKZF1 | ikzf1-altered | present",
        "MLPA | Heterozygous deletion of IKZF1 exons 4-7, loss of CDKN2A | ikzf1-altered | present",
        "FISH | ETV6::RUNX1 in 85 % of interphase nuclei | etv6-runx1 | present",
        "FISH | FISH revealed a KMT2A rearrangement in 140/200 nuclei (70 %) | kmt2a-rearranged |"
            + " present",
        "FISH | BCR::ABL1 fusion in > 2 % of nuclei | bcrAbl1 | not interpretable",
        // What heads a list or an answer is no finding.
        "MLPA | IKZF1 deletion:\\nNot detected | ikzf1-altered | absent",
        "MLPA | IKZF1 deletion\\nNot detected\\nPAX5 deletion\\nDetected | ikzf1-altered | absent",
        "MLPA | IKZF1 deletion\\nNot detected\\nPAX5 deletion\\nDetected | pax5-altered | present",
        "MLPA | IKZF1 deletion\\nPAX5 deletion\\nNot detected\\nDetected | pax5-altered | not"
            + " recorded",
        "MLPA | IKZF1 deletion: | ikzf1-altered | not recorded",
        "MLPA | Genes tested: IKZF1 deletion, PAX5 deletion | ikzf1-altered | not recorded",
        "MLPA | Method: MLPA for IKZF1 deletion | ikzf1-altered | not recorded",
        // A transcript carries on where the fusion was named.
        "RT-PCR | BCR-ABL1 p190 NOT DETECTED; p210 NOT DETECTED | bcrAbl1 | absent",
        "RT-PCR | BCR-ABL1 p190: not detected. p210: not detected. | bcrAbl1 | absent",
        "RT-PCR | BCR-ABL1 p190 NOT DETECTED; p210 DETECTED | bcrAbl1 | present",
        "BCR-ABL1 PCR | p190 DETECTED; p210 NOT DETECTED | bcrAbl1 | present",
        "BCR-ABL1 PCR | p190 NOT DETECTED; p210 NOT DETECTED | bcrAbl1 | absent",
        "BCR-ABL1 PCR | p190 and p230 not detected | bcrAbl1 | not excluded by this method",
        "RT-PCR | BCR-ABL1 p230 not detected | bcrAbl1 | not excluded by this method",
        "RT-PCR | BCR::ABL1 not detected; ABL1 control gene positive | bcrAbl1 | absent",
        "RT-PCR | BCR::ABL1 not detected (sensitivity 10-5) | bcrAbl1 | absent",
        // Normal patterns, and signals that are seen of every gene.
        "FISH | Normal signal patterns were observed for BCR/ABL1 and KMT2A | bcrAbl1 | absent",
        "FISH | Normal signal patterns were observed for BCR/ABL1 and KMT2A | kmt2a-rearranged |"
            + " absent",
        "FISH | Normal BCR/ABL1 signals detected | bcrAbl1 | not interpretable",
        "FISH | KMT2A signals were observed in 200 nuclei | kmt2a-rearranged | not interpretable",
        "FISH | KMT2A fusion signals were seen in 200 nuclei | kmt2a-rearranged | not"
            + " interpretable",
        "FISH | No loss of KMT2A was seen | kmt2a-rearranged | not excluded by this method",
        // The noun decides what is answered.
        "RNA sequencing | No PAX5 fusion detected | pax5-altered | not excluded by this method",
        "NGS panel | No IKZF1 mutation detected | ikzf1-altered | not excluded by this method",
        "NGS panel | No IKZF1 deletion or mutation detected | ikzf1-altered | absent",
        "NGS panel | No mutation detected in ZNF384 | znf384-rearranged | not excluded by this"
            + " method",
        // Nouns before and after the gene, and the answers of whole panels.
        "FISH | Rearrangement of IGH was detected in 60% of nuclei | igh-rearranged | present",
        "FISH | BCR/ABL1 - no fusion; KMT2A - no split | kmt2a-rearranged | absent",
        "FISH | No abnormality detected with the KMT2A and BCR/ABL1 probes | bcrAbl1 | absent",
        "FISH | FISH using the LSI BCR/ABL1 dual color dual fusion probe was positive for the"
            + " BCR/ABL1 fusion in 178/200 (89%) interphase nuclei. | bcrAbl1 | present",
        "FISH | NEGATIVE FOR BCR/ABL1, KMT2A, AND ETV6/RUNX1 | etv6-runx1 | absent",
        "NGS panel | No clinically significant variants detected in TP53 | tp53-mutation | absent",
        // What a finding means, and what is doubted beside it.
        "FISH | KMT2A rearrangement detected, which is associated with a poor prognosis |"
            + " kmt2a-rearranged | present",
        "FISH | KMT2A rearrangement not detected; KMT2A rearrangement cannot be excluded |"
            + " kmt2a-rearranged | not interpretable",
        "FISH | Low-level KMT2A rearrangement seen | kmt2a-rearranged | not interpretable",
        "FISH | KMT2A rearrangement detected at diagnosis is no longer seen | kmt2a-rearranged |"
            + " not interpretable",
        "Cytogenetics | Result: no t(9;22) was seen, 46,XX[20] | bcrAbl1 | not excluded by this"
            + " method",
        "Cytogenetics | 46,XX[20]. FISH results:\\nBCR::ABL1: negative | bcrAbl1 | absent",
        "Cytogenetics | 46,XX[20]. Comment:\\nBCR::ABL1: negative | bcrAbl1 | not excluded by this"
            + " method",
      })
  void aTextUnderTheNameOfItsMethod(String name, String text, String fact, String expected) {
    assertThat(state(fact, named(name, "'valueString':'" + text + "'"))).isEqualTo(expected);
  }

  /**
   * Every word must be understood, because any other may ask, teach, doubt or name somebody else.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "KMT2A rearrangement is seen in infant leukemia",
        "KMT2A rearrangement is observed in 10 % of ALL",
        "KMT2A rearrangement would be detected if present",
        "This probe set detects KMT2A rearrangement",
        "The assay can detect KMT2A rearrangement",
        "KMT2A rearrangement has not yet been detected",
        "The patient's brother is positive for KMT2A rearrangement",
        "The patient's brother is negative for KMT2A rearrangement",
        "Questionable KMT2A rearrangement seen",
        "KMT2A rearrangement seen, most consistent with contamination",
        "Germline KMT2A was observed",
        "KMT2A rearrangement may be detected",
        "KMT2A rearrangement should be detected",
        "KMT2A rearrangement was not detectable for technical reasons",
        "KMT2A rearrangement not detected in donor lymphocytes",
        "KMT2A-omlejring ikke p\u00e5vist",
        "Not examined: KMT2A rearrangement",
        "Not tested: KMT2A rearrangement",
        "No RNA for KMT2A fusion",
        "No result for KMT2A rearrangement",
        "KMT2A: not done",
        "Negative predictive value of KMT2A FISH is 99 %",
        "False positive KMT2A signals seen",
      })
  void aSentenceWithAWordThatIsNotUnderstoodAnswersNothing(String text) {
    String value = "'valueString':'" + text.replace('\'', '\u2032') + "'";

    assertThat(state("kmt2a-rearranged", named("FISH", value))).isNotIn("present", "absent");
    assertThat(state("kmt2a-rearranged", named("KMT2A FISH", value))).isNotIn("present", "absent");
    assertThat(state("kmt2a-rearranged", coded("78219-3", value))).isNotIn("present", "absent");
  }

  private static final String REPORT =
      "FINAL REPORT\\n"
          + "Method: G-banding; FISH with BCR/ABL1 dual fusion and KMT2A break apart probes\\n"
          + "Results\\n"
          + "Chromosome analysis: 46,XX[20]\\n"
          + "FISH:\\n"
          + "BCR/ABL1: Not detected\\n"
          + "KMT2A (11q23): Rearranged in 162/200 (81%) nuclei\\n"
          + "ETV6/RUNX1: Negative; 3 copies of RUNX1 seen\\n"
          + "IGH: Negative\\n"
          + "Interpretation\\n"
          + "Normal female karyotype. FISH detected a KMT2A rearrangement in 81% of nuclei, a"
          + " finding associated with a poor prognosis in B-ALL.\\n"
          + "Recommendation: partner identification by RNA sequencing.";

  @ParameterizedTest
  @CsvSource({
    "bcrAbl1, absent",
    "kmt2a-rearranged, present",
    "etv6-runx1, absent",
    "igh-rearranged, absent",
    "hypodiploidy, absent",
    "phLike, not recorded",
  })
  void aWholeReportIsReadLineByLine(String fact, String expected) {
    assertThat(state(fact, named("Cytogenetics and FISH", "'valueString':'" + REPORT + "'")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // Lines of one karyotype belong together; a karyotype that is repeated is not counted
        // twice.
        "Karyotype:\\n56,XX,+X,+4,+6,+10,+14,\\n+17,+18,+18,+21,+21[16]\\n/46,XX[4]\\nComment: none"
            + " | high-hyperdiploidy | present",
        "Karyotype:\\n46,XX\\nt(9;22)(q34;q11.2)[20]\\nComment: none | bcrAbl1 | present",
        "Karyotype: 46,XX,del(9)(p21)[5]/46,XX[6]\\nInterpretation: 46,XX,del(9)(p21)[5]/46,XX[6] |"
            + " hypodiploidy | not recorded",
        "46,XX,add(11)(q23)[20]\\nnuc ish(KMT2Ax2)[200]\\nComment: see above | kmt2a-rearranged |"
            + " absent",
        // What was found before is not this result.
        "Previous karyotype: 46,XX,t(9;22)(q34;q11.2)[20]\\n"
            + "Current karyotype: 46,XX[20] | bcrAbl1 | not recorded",
        "Previous karyotype: 46,XX,t(9;22)(q34;q11.2)[20]\\nCurrent karyotype: 46,XX[20] |"
            + " hypodiploidy | absent",
      })
  void karyotypesInSeveralLines(String text, String fact, String expected) {
    assertThat(state(fact, named("Cytogenetics", "'valueString':'" + text + "'")))
        .isEqualTo(expected);
  }
}
