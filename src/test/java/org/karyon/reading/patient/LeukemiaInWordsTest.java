package org.karyon.reading.patient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.BuiltIn;
import org.karyon.guideline.Guideline;
import org.karyon.reading.patient.LeukemiaInWords.Said;

/** A problem that is written in words alone. */
class LeukemiaInWordsTest {

  private static final Guideline GUIDELINE = BuiltIn.GUIDELINE;

  private final LeukemiaInWords words =
      new LeukemiaInWords(GUIDELINE.terminology(), GUIDELINE.lesions());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Acute lymphoblastic leukemia",
        "ALL",
        "ALL in remission",
        "ALL CR2",
        "Pre-B ALL",
        "B-ALL, Ph+",
        "Philadelphia chromosome-positive ALL",
        "Philadelphia-positive acute lymphoblastic leukemia",
        "Ph-like ALL",
        "ETP-ALL",
        "KMT2A-rearranged B-ALL",
        "BCP-ALL",
        "Infant ALL",
        "Relapsed B-ALL",
        "Refractory T-ALL",
        "B-ALL, high risk, CR1, MRD negative",
        "B-ALL with BCR::ABL1 fusion",
        "B-cell acute lymphoblastic leukemia (HCC)",
        "Acute lymphoblastic leukemia not having achieved remission (CMS/HCC)",
        "B-ALL diagnosed November 2026",
        "T-ALL, cortical, CNS2",
        "B-ALL, s/p induction",
        "Leukaemia lymphoblastic acute",
        "Akute lymphatische Leukämie, Erstdiagnose",
        "Leucémie aiguë lymphoblastique B, haut risque",
        "Leucemia linfoblástica aguda de alto riesgo"
      })
  void aTextOfWhichEveryWordIsKnownSaysThatThereIsALeukemia(String text) {
    assertThat(words.read(text)).isEqualTo(Said.LEUKEMIA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No acute lymphoblastic leukemia",
        "not B-ALL",
        "Pt does not have B-ALL",
        "denies B-ALL",
        "B-ALL excluded",
        "B-ALL unlikely",
        "B-ALL not confirmed",
        "Kein B-ALL",
        "Pas de LAL B",
        "Niega LLA B",
        "h/o B-ALL",
        "s/p B-ALL",
        "FHx B-ALL",
        "PMH: B-ALL",
        "wife has B-ALL",
        "son with B-ALL",
        "grandmother: B-ALL",
        "B-ALL survivor",
        "Fear of B-ALL",
        "Vaccination after B-ALL",
        "Allergy to all nuts"
      })
  void anotherPersonAnotherTimeOrADenialIsNoLeukemia(String text) {
    assertThat(words.read(text)).isEqualTo(Said.NOTHING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "B-ALL?",
        "? B-ALL",
        "r/o B-ALL",
        "query B-ALL",
        "B-ALL vs AML",
        "DDx: B-ALL",
        "V.a. B-ALL",
        "Suspected acute lymphoblastic leukemia",
        "Sospecha LLA B"
      })
  void aDoubtIsASuspicion(String text) {
    assertThat(words.read(text)).isEqualTo(Said.SUSPECTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "B-ALL negative",
        "B-ALL carrier",
        "Anemia in B-ALL",
        "B-ALL of the skin",
        "B-ALL xyzzy",
        "Meeting of the B-ALL group",
        "B-ALL antibodies",
        "B-ALL, donor",
        "childhood B-ALL, cured",
        "Neuropathy due to B-ALL therapy",
        "B-ALL, CNS involvement excluded",
        "No CNS relapse, B-ALL",
        "Family history of breast cancer; B-ALL",
        "B-ALL awaiting donor search",
        "B-ALL with CNS prophylaxis",
        "B-ALL; anemia due to chemotherapy"
      })
  void aTextWithAnyOtherWordIsNotUnderstood(String text) {
    assertThat(words.read(text)).isEqualTo(Said.NOT_UNDERSTOOD);
  }
}
