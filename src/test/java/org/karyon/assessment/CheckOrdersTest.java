package org.karyon.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.assessment.OrderScreens.active;
import static org.karyon.assessment.OrderScreens.advice;
import static org.karyon.assessment.OrderScreens.drug;
import static org.karyon.assessment.OrderScreens.inWords;
import static org.karyon.assessment.OrderScreens.intrathecal;
import static org.karyon.assessment.OrderScreens.past;
import static org.karyon.assessment.OrderScreens.renewing;
import static org.karyon.assessment.OrderScreens.service;
import static org.karyon.assessment.OrderScreens.test;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.facts.DraftedOrder;
import org.karyon.facts.Evidence;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.RecordedTest;
import org.karyon.facts.RecordedTest.State;
import org.karyon.facts.RecordedTherapy;
import org.karyon.guideline.Orderable;

/** Which card the orders on the screen call for, and which order or result a draft repeats. */
class CheckOrdersTest {

  private static final String B =
      "diagnosis=confirmed lineage=b ageYears=45 comorbidity=none frail=absent ";
  private static final PatientFacts NEW = Patients.of(B + "bcrAbl1=present course=newly-diagnosed");
  private static final PatientFacts RELAPSED = Patients.of(B + "bcrAbl1=present course=relapsed");
  private static final DraftedOrder TKI = drug("draft", "drug-dasatinib", "tki");

  private static List<String> repeated(OrderAdvice advice) {
    return advice.findings().stream()
        .filter(finding -> finding.check().id().equals("duplicate-order"))
        .flatMap(finding -> finding.against().stream())
        .map(Evidence::resource)
        .toList();
  }

  private static List<String> repeatedBy(
      PatientFacts facts, List<RecordedTest> tests, DraftedOrder... drafts) {
    return repeated(advice(facts, tests, List.of(), drafts));
  }

  private static List<String> repeatedBy(List<RecordedTherapy> therapies, DraftedOrder... drafts) {
    return repeated(advice(NEW, List.of(), therapies, drafts));
  }

  @ParameterizedTest
  @CsvSource({
    "drug-vincristine, true, true",
    "drug-dexamethasone, true, true",
    "allo-hsct, true, true",
    "intrathecal-chemo, true, true",
    "karyotype, false, true",
    "fibrinogen, false, true",
    "bcr-abl1-fish, false, true",
    "drug-defibrotide-vod-proxy, false, false"
  })
  void theOrderThatIsSelectedSaysWhichCardHelps(String concept, boolean treatment, boolean tests) {
    OrderAdvice advice =
        advice(NEW, concept.startsWith("drug") ? drug("d", concept) : service("d", concept));

    assertThat(advice.choosingTreatment()).isEqualTo(treatment);
    assertThat(advice.choosingTests()).isEqualTo(tests);
  }

  @Test
  void aTestInWordsIsWorkUpByTheNameOfItsItemAndADietIsNot() {
    assertThat(advice(NEW, inWords("d", "DIC panel")).choosingTests()).isTrue();
    assertThat(advice(NEW, inWords("d", "Regular diet")).choosingTests()).isFalse();
  }

  @Test
  void anOrderWithoutANameAndAnEmptyScreenAreAChoiceThatIsOnlyBeginning() {
    for (OrderAdvice advice : List.of(advice(NEW), advice(NEW, inWords("d", "")))) {
      assertThat(advice.choosingTreatment()).isTrue();
      assertThat(advice.choosingTests()).isTrue();
    }
  }

  @Test
  void oneOrderThatHelpsIsEnough() {
    OrderAdvice advice =
        advice(NEW, drug("a", "drug-defibrotide-vod-proxy"), drug("b", "drug-vincristine"));

    assertThat(advice.choosingTreatment()).isTrue();
  }

  @Test
  void aTkiRepeatsTheTkiThatIsBeingGivenAndNoOtherDrug() {
    assertThat(
            repeatedBy(
                List.of(
                    active("MedicationRequest/a", "drug-dasatinib"),
                    active("MedicationRequest/b", "drug-vincristine")),
                TKI))
        .containsExactly("MedicationRequest/a");
  }

  @Test
  void aTkiThatIsOverIsNotRepeated() {
    assertThat(repeatedBy(List.of(past("MedicationRequest/a", "drug-dasatinib")), TKI)).isEmpty();
  }

  @Test
  void onlyOrdersAreRepeatedAndNotWhatWasGiven() {
    assertThat(repeatedBy(List.of(active("MedicationStatement/a", "drug-dasatinib")), TKI))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"MedicationRequest/a", "http://ehr/fhir/MedicationRequest/a"})
  void anOrderThatTakesThePlaceOfAnotherDoesNotRepeatIt(String renewed) {
    List<RecordedTherapy> given = List.of(active("MedicationRequest/a", "drug-dasatinib"));

    assertThat(repeatedBy(given, renewing(TKI, renewed))).isEmpty();
    assertThat(repeatedBy(given, renewing(TKI, "MedicationRequest/other")))
        .containsExactly("MedicationRequest/a");
  }

  @Test
  void aDraftThatTheRecordHoldsTooIsNotAnotherOrder() {
    List<RecordedTherapy> given = List.of(active("MedicationRequest/draft", "drug-dasatinib"));

    assertThat(repeatedBy(given, TKI)).isEmpty();
    assertThat(
            repeated(
                advice(
                    NEW,
                    List.of(),
                    given,
                    List.of(TKI),
                    drug("selected", "drug-dasatinib", "tki"))))
        .isEmpty();
  }

  @Test
  void theOtherWayOfGivingADrugIsAnotherOrder() {
    List<RecordedTherapy> spinal =
        List.of(intrathecal(active("MedicationRequest/a", "drug-dasatinib")));

    assertThat(repeatedBy(spinal, TKI)).isEmpty();
  }

  @Test
  void aTestThatIsOrderedIsRepeatedByTheSameTestInEveryCourse() {
    List<RecordedTest> tests =
        List.of(
            test("ServiceRequest/hcv", "2026-11-20", State.ORDERED, "hcv-ab"),
            test("ServiceRequest/ck", "2026-11-20", State.ORDERED, "karyotype"),
            test("Observation/hcv", "2026-11-20", State.ORDERED, "hcv-ab"));

    assertThat(repeatedBy(NEW, tests, service("d", "hcv-ab")))
        .containsExactly("ServiceRequest/hcv");
    assertThat(repeatedBy(RELAPSED, tests, service("d", "hcv-ab")))
        .containsExactly("ServiceRequest/hcv");
    assertThat(repeatedBy(NEW, tests, service("hcv", "hcv-ab"))).isEmpty();
  }

  @Test
  void aTestThatIsDoneIsRepeatedByItsOrderAtDiagnosisAlone() {
    List<RecordedTest> done =
        List.of(test("Observation/hcv", "2026-11-20", State.RESULTED, "hcv-ab"));

    assertThat(repeatedBy(NEW, done, service("d", "hcv-ab"))).containsExactly("Observation/hcv");
    assertThat(repeatedBy(RELAPSED, done, service("d", "hcv-ab"))).isEmpty();
    assertThat(repeatedBy(NEW, done, service("d", "hiv-ag-ab"))).isEmpty();
    assertThat(
            repeatedBy(
                NEW,
                List.of(test("Observation/old", "2025-01-20", State.RESULTED, "hcv-ab")),
                service("d", "hcv-ab")))
        .as("a result that no longer counts")
        .isEmpty();
  }

  @Test
  void theKaryotypeThatIsOrderedByItsOwnConceptRepeatsTheOneThatIsDone() {
    List<RecordedTest> done =
        List.of(test("Observation/k", "2026-11-10", State.RESULTED, "karyotype"));

    assertThat(repeatedBy(NEW, done, service("d", "chromosome-analysis")))
        .containsExactly("Observation/k");
    assertThat(repeatedBy(NEW, done, inWords("d", "Chromosome analysis, marrow")))
        .containsExactly("Observation/k");
  }

  /** BCR::ABL1 may be known by FISH while its transcript is still wanted for the MRD to come. */
  @Test
  void aFactThatIsKnownByOneTestIsNotRepeatedByAnother() {
    List<RecordedTest> done =
        List.of(
            test("Observation/fish", "2026-11-10", State.RESULTED, "bcr-abl1-fish"),
            test("Observation/failed", "2026-11-10", State.NOT_INTERPRETABLE, "bcr-abl1-p190"));

    assertThat(repeatedBy(NEW, done, service("d", "bcr-abl1-fish")))
        .containsExactly("Observation/fish");
    assertThat(repeatedBy(NEW, done, service("d", "bcr-abl1-qual"))).isEmpty();
    assertThat(repeatedBy(NEW, done, service("d", "bcr-abl1-p190"))).isEmpty();
  }

  @Test
  void aTransplantationThatIsOnItsWayIsNamedBesideInotuzumab() {
    PatientFacts healthy = Patients.of(B + "bcrAbl1=absent course=relapsed hepaticRisk=absent");
    List<RecordedTherapy> planned =
        List.of(
            active("ServiceRequest/t", "allo-hsct"),
            active("MedicationRequest/v", "drug-vincristine"));

    assertThat(
            advice(healthy, List.of(), planned, drug("d", "drug-inotuzumab")).findings().stream()
                .filter(finding -> finding.check().id().equals("inotuzumab-hepatic-risk"))
                .flatMap(finding -> finding.against().stream())
                .map(Evidence::resource))
        .containsExactly("ServiceRequest/t");
  }

  @Test
  void onlyTreatmentOfTheSpinalFluidWasProphylaxis() {
    RecordedTherapy vincristine = past("MedicationRequest/v", "drug-vincristine");
    RecordedTherapy spinal = intrathecal(past("MedicationRequest/m", "drug-methotrexate"));

    assertThat(checks(advice(NEW, List.of(), List.of(vincristine), drug("d", "drug-vincristine"))))
        .contains("no-cns-prophylaxis");
    assertThat(checks(advice(NEW, List.of(), List.of(spinal), drug("d", "drug-vincristine"))))
        .doesNotContain("no-cns-prophylaxis");
  }

  private static List<String> checks(OrderAdvice advice) {
    return advice.findings().stream().map(finding -> finding.check().id()).toList();
  }

  @Test
  void whatIsDraftedActiveOrOrderedIsInPlaceAndAnOralDoseIsNoHighDose() {
    List<RecordedTherapy> oral =
        List.of(
            new RecordedTherapy(
                Set.of("drug-methotrexate", "methotrexate-oral"),
                "methotrexate",
                RecordedTherapy.State.ACTIVE,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                OrderScreens.evidence("MedicationRequest/m", "2026-11-20")));
    List<RecordedTherapy> plain = List.of(active("MedicationRequest/m", "drug-methotrexate"));
    List<RecordedTest> ordered =
        List.of(
            test("ServiceRequest/h", "2026-11-20", State.ORDERED, "hcv-ab"),
            test("Observation/i", "2026-11-20", State.RESULTED, "inr"));

    assertThat(advice(NEW, ordered, oral, drug("d", "drug-vincristine")).inPlace())
        .contains("hcv-ab", "vincristine", "methotrexate")
        .doesNotContain("high-dose-methotrexate", "inr", "cytarabine");
    assertThat(advice(NEW, List.of(), plain).inPlace()).contains("high-dose-methotrexate");
  }

  private static final PatientFacts OLDER =
      Patients.of(
          "diagnosis=confirmed lineage=b ageYears=70 comorbidity=none frail=absent bcrAbl1=absent"
              + " course=newly-diagnosed");
  private static final PatientFacts YOUNG_AND_ILL =
      Patients.of(
          "diagnosis=confirmed lineage=b ageYears=25 comorbidity=significant frail=absent"
              + " bcrAbl1=absent course=newly-diagnosed");

  @Test
  void aSteroidMakesNoRegimenIntensive() {
    assertThat(
            checks(advice(OLDER, drug("a", "drug-vincristine"), drug("b", "drug-dexamethasone"))))
        .doesNotContain("intensive-regimen-unfit");
    assertThat(checks(advice(OLDER, drug("a", "drug-vincristine"), drug("b", "drug-doxorubicin"))))
        .contains("intensive-regimen-unfit");
  }

  /** A young adult is offered an intensive protocol beside a comorbidity too (I-07). */
  @Test
  void aRegimenByItsNameIsRemarkedOnlyWhereNoIntensiveOneIsOffered() {
    assertThat(checks(advice(OLDER, service("d", "intensive-regimen"))))
        .contains("intensive-regimen-unfit");
    assertThat(checks(advice(YOUNG_AND_ILL, service("d", "intensive-regimen"))))
        .doesNotContain("intensive-regimen-unfit");
  }

  @Test
  void theRegimenThatTheDraftsResembleHoldsWhatIsDraftedAndWhatIsLeft() {
    OrderAdvice advice =
        advice(
            OLDER,
            drug("a", "drug-vincristine"),
            drug("b", "drug-prednisone"),
            drug("c", "drug-mercaptopurine"));

    RegimenMatch regimen = advice.regimen().orElseThrow();
    assertThat(regimen.option().id()).isEqualTo("pomp");
    assertThat(regimen.offered()).isTrue();
    assertThat(regimen.present())
        .extracting(Orderable::id)
        .containsExactlyInAnyOrder("vincristine", "prednisone", "mercaptopurine");
    assertThat(regimen.missing()).extracting(Orderable::id).containsExactly("methotrexate");
    assertThat(advice(OLDER, drug("a", "drug-vincristine")).regimen()).isEmpty();
  }
}
