package org.karyon.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.assessment.OrderScreens.GUIDELINE;
import static org.karyon.assessment.OrderScreens.active;
import static org.karyon.assessment.OrderScreens.drug;
import static org.karyon.assessment.OrderScreens.intrathecal;
import static org.karyon.assessment.OrderScreens.record;
import static org.karyon.assessment.OrderScreens.service;
import static org.karyon.assessment.OrderScreens.test;
import static org.karyon.assessment.OrderScreens.therapy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.assessment.WorkUpFinding.Status;
import org.karyon.facts.DraftedOrder;
import org.karyon.facts.Facts;
import org.karyon.facts.OrdersOnScreen;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.RecordedTest;
import org.karyon.facts.RecordedTest.State;
import org.karyon.facts.RecordedTherapy;

/** What another engine is told of the tests and the orders of a patient. */
class ScreenFactsTest {

  private static final PatientFacts NEW =
      Patients.of(
          "diagnosis=confirmed lineage=b ageYears=70 comorbidity=none frail=absent bcrAbl1=absent"
              + " course=newly-diagnosed");

  private static ScreenFacts screen(
      List<RecordedTest> tests,
      List<RecordedTherapy> therapies,
      List<DraftedOrder> selected,
      List<DraftedOrder> others) {
    return screen(NEW, tests, therapies, selected, others);
  }

  private static ScreenFacts screen(
      PatientFacts facts,
      List<RecordedTest> tests,
      List<RecordedTherapy> therapies,
      List<DraftedOrder> selected,
      List<DraftedOrder> others) {
    return ScreenFacts.of(
        new Assess(GUIDELINE)
            .assess(record(facts, tests, therapies, new OrdersOnScreen(selected, others))),
        GUIDELINE);
  }

  @Test
  void anEmptyScreenHoldsNothing() {
    ScreenFacts nothing = screen(List.of(), List.of(), List.of(), List.of());

    assertThat(nothing.drafted()).isEmpty();
    assertThat(nothing.onScreen()).isEmpty();
    assertThat(nothing.regimens()).isEmpty();
    assertThat(nothing.inPlace()).isEmpty();
    assertThat(nothing.given()).isEmpty();
    assertThat(nothing.repeated()).isFalse();
  }

  @Test
  void eachTestOfTheWorkUpHasItsStateAndOneThatStandsInForAnotherOnlyWhereItWasLookedAt() {
    ScreenFacts few =
        screen(
            List.of(
                test("Observation/k", "2026-11-20", State.RESULTED, "karyotype"),
                test("ServiceRequest/h", "2026-11-20", State.ORDERED, "hcv-ab")),
            List.of(),
            List.of(),
            List.of());

    assertThat(few.tests())
        .containsEntry("cytogenetics", Status.DONE)
        .containsEntry("hcv-serology", Status.ORDERED)
        .containsEntry("hiv-serology", Status.MISSING)
        .containsEntry("bcr-abl1-test", Status.DONE)
        .containsEntry("kmt2a-test", Status.MISSING)
        .doesNotContainKey("peripheral-smear");

    ScreenFacts many =
        screen(
            Patients.with(NEW, Facts.PERIPHERAL_BLASTS_PER_MICROLITRE, "1000"),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    assertThat(many.tests()).containsEntry("peripheral-smear", Status.MISSING);
  }

  @Test
  void whatIsDecidedOnIsDraftedAndWhatStandsBesideItIsOnTheScreen() {
    ScreenFacts screen =
        screen(
            List.of(),
            List.of(),
            List.of(drug("a", "drug-vincristine")),
            List.of(drug("b", "drug-rituximab")));

    assertThat(screen.drafted())
        .contains("chemotherapy")
        .doesNotContain("drug-rituximab", "immunotherapy", "tki");
    assertThat(screen.onScreen())
        .contains("chemotherapy", "drug-rituximab", "immunotherapy")
        .doesNotContain("tki", "menin-inhibitor");
  }

  @Test
  void groupsThatCountOnlyTogetherOrForOneSituationAreNamedToo() {
    ScreenFacts screen =
        screen(
            List.of(),
            List.of(),
            List.of(drug("a", "drug-dexamethasone"), drug("b", "drug-blinatumomab")),
            List.of());

    assertThat(screen.drafted()).contains("steroid", "cd19-directed").doesNotContain("tki");
  }

  @ParameterizedTest
  @CsvSource({
    "newly-diagnosed, true",
    "relapsed, true",
  })
  void aRegimenThatNoRuleOffersIsNamedByItsCheck(String course, boolean named) {
    PatientFacts facts =
        Patients.of(
            "diagnosis=confirmed lineage=b ageYears=70 comorbidity=none frail=absent"
                + " bcrAbl1=absent course="
                + course);
    List<DraftedOrder> drugs =
        List.of(drug("a", "drug-cyclophosphamide"), drug("b", "drug-doxorubicin"));

    assertThat(
            screen(facts, List.of(), List.of(), drugs, List.of())
                .regimens()
                .contains("intensive-regimen-unfit"))
        .isEqualTo(named);
    assertThat(screen(facts, List.of(), List.of(), drugs.subList(0, 1), List.of()).regimens())
        .isEmpty();
  }

  @Test
  void whatIsActiveOrOrderedIsInPlace() {
    ScreenFacts screen =
        screen(
            List.of(),
            List.of(
                active("MedicationRequest/a", "drug-dasatinib"),
                intrathecal(active("MedicationRequest/b", "drug-methotrexate"))),
            List.of(),
            List.of());

    assertThat(screen.inPlace()).contains("tki", "intrathecal-chemo").doesNotContain("allo-hsct");
  }

  /** Ninety days before 2026-11-23. */
  @ParameterizedTest
  @CsvSource({"2026-08-24, false", "2026-08-25, true", "2026-11-20, true"})
  void whatWasGivenCountsForSomeTime(String date, boolean counts) {
    ScreenFacts screen =
        screen(
            List.of(),
            List.of(
                intrathecal(
                    therapy(
                        "MedicationAdministration/m",
                        date,
                        RecordedTherapy.State.PAST,
                        "drug-methotrexate"))),
            List.of(),
            List.of());

    assertThat(screen.given().contains("intrathecal-chemo")).isEqualTo(counts);
    assertThat(screen.inPlace()).isEmpty();
  }

  @Test
  void anOrderThatRepeatsATestIsSaidToRepeat() {
    List<RecordedTest> done =
        List.of(test("Observation/h", "2026-11-20", State.RESULTED, "hcv-ab"));

    assertThat(screen(done, List.of(), List.of(service("d", "hcv-ab")), List.of()).repeated())
        .isTrue();
    assertThat(screen(done, List.of(), List.of(service("d", "hiv-ag-ab")), List.of()).repeated())
        .isFalse();
    assertThat(
            screen(done, List.of(), List.of(drug("d", "drug-vincristine")), List.of()).repeated())
        .as("other checks speak")
        .isFalse();
  }
}
