package org.karyon.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.BuiltIn;
import org.karyon.assessment.WorkUpFinding.Status;
import org.karyon.facts.Amount;
import org.karyon.facts.Evidence;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.OrdersOnScreen;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.PatientRecord;
import org.karyon.facts.PatientRecords;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.RecordedTest;
import org.karyon.facts.RecordedTest.State;
import org.karyon.facts.RecordedTherapy;
import org.karyon.guideline.Guideline;

/** What is done, ordered or missing, and how long a result counts (I-03). */
class WorkUpTest {

  private static final Guideline GUIDELINE = BuiltIn.GUIDELINE;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final PatientFacts NEW =
      Patients.of("diagnosis=confirmed lineage=b ageYears=30 course=newly-diagnosed");

  private static RecordedTest test(String concept, String date, State state) {
    return new RecordedTest(
        Set.of(concept),
        concept,
        state,
        false,
        new Evidence(
            "Observation/" + concept + date,
            concept,
            "as resulted",
            Optional.of(RecordedDate.of(LocalDate.parse(date)))));
  }

  private static WorkUpFinding finding(
      String item, PatientFacts facts, List<RecordedTherapy> therapies, RecordedTest... tests) {
    PatientRecord record =
        PatientRecords.of(
            TODAY,
            facts,
            List.of(tests),
            therapies,
            OrdersOnScreen.none(),
            Optional.of(RecordedDate.of(LocalDate.of(2026, 11, 1))));
    return new CheckWorkUp(GUIDELINE, record, facts).check(GUIDELINE.workUpItem(item));
  }

  private static Status status(String item, RecordedTest... tests) {
    return finding(item, NEW, List.of(), tests).status();
  }

  @ParameterizedTest
  @CsvSource({
    "cbc-diff, cbc-with-differential, 2026-11-15, MISSING",
    "cbc-diff, cbc-with-differential, 2026-11-16, DONE",
    "cbc-diff, cbc-with-differential, 2026-11-17, DONE",
    "hcv-serology, hcv-ab, 2026-05-26, MISSING",
    "hcv-serology, hcv-ab, 2026-05-27, DONE",
    "hcv-serology, hcv-ab, 2026-05-28, DONE",
    "marrow-biopsy, marrow-blasts-pct, 2026-10-01, MISSING",
    "marrow-biopsy, marrow-blasts-pct, 2026-10-02, DONE",
    "marrow-biopsy, marrow-blasts-pct, 2026-10-03, DONE"
  })
  void aResultCountsFromTheDayOfTheInterpretationOn(
      String item, String concept, String date, Status expected) {
    assertThat(status(item, test(concept, date, State.RESULTED))).isEqualTo(expected);
  }

  @Test
  void onceTreatmentBeganTheDaysAreCountedFromItsStart() {
    RecordedTherapy vincristine =
        new RecordedTherapy(
            Set.of("drug-vincristine"),
            "vincristine",
            RecordedTherapy.State.ACTIVE,
            false,
            false,
            Optional.of(RecordedDate.of(LocalDate.of(2026, 11, 5))),
            Optional.empty(),
            new Evidence("MedicationRequest/v", "Treatment", "vincristine", Optional.empty()));

    assertThat(
            finding(
                    "cbc-diff",
                    NEW,
                    List.of(vincristine),
                    test("cbc-with-differential", "2026-10-29", State.RESULTED))
                .status())
        .isEqualTo(Status.DONE);
  }

  @Test
  void aPanelIsDoneWhenAllItsMembersAreAndOnlyTheMissingOnesAreOrdered() {
    RecordedTest[] some = {
      test("inr", "2026-11-20", State.RESULTED),
      test("aptt", "2026-11-20", State.RESULTED),
      test("platelets", "2026-11-20", State.RESULTED)
    };
    WorkUpFinding finding = finding("dic-panel", NEW, List.of(), some);

    assertThat(finding.status()).isEqualTo(Status.MISSING);
    assertThat(finding.remaining()).containsExactly("fibrinogen", "d-dimer");
  }

  @Test
  void aFailedTestIsAskedForAgainAndALimitedOneIsNot() {
    assertThat(status("cytogenetics", test("karyotype", "2026-11-20", State.NOT_INTERPRETABLE)))
        .isEqualTo(Status.MISSING);
    assertThat(status("cytogenetics", test("karyotype", "2026-11-20", State.LIMITED)))
        .isEqualTo(Status.DONE);
    assertThat(status("cytogenetics", test("karyotype", "2026-11-20", State.ORDERED)))
        .isEqualTo(Status.ORDERED);
  }

  @Test
  void whatTheRecordCouldNotShowIsNotCalledMissing() {
    PatientRecord record = PatientRecords.unreadable(TODAY, NEW, "Observation");

    assertThat(new CheckWorkUp(GUIDELINE, record, NEW).baseline())
        .isNotEmpty()
        .allMatch(finding -> finding.status() == Status.UNREADABLE);
  }

  @Test
  void manyCirculatingBlastsOfferBloodInPlaceOfTheMarrow() {
    PatientFacts enough = Patients.with(NEW, Facts.PERIPHERAL_BLASTS_PER_MICROLITRE, "1000");
    PatientFacts few = Patients.with(NEW, Facts.PERIPHERAL_BLASTS_PER_MICROLITRE, "999");

    assertThat(items(enough)).contains("peripheral-smear", "marrow-biopsy");
    assertThat(items(few)).contains("marrow-biopsy").doesNotContain("peripheral-smear");
  }

  /**
   * The diagnosis is of 2026-11-01; what was counted more than 30 days before is of another time.
   */
  @ParameterizedTest
  @CsvSource({"2026-10-01, false", "2026-10-02, true", "2026-10-03, true"})
  void onlyBlastsOfThisDiseaseOfferBloodInPlaceOfTheMarrow(String date, boolean offered) {
    Evidence count =
        new Evidence(
            "Observation/blasts",
            "Lymphoblasts",
            "1200 /uL",
            Optional.of(RecordedDate.of(LocalDate.parse(date))));
    PatientFacts facts =
        NEW.with(
            Facts.PERIPHERAL_BLASTS_PER_MICROLITRE,
            new Finding.Known<>(Amount.of(1200), List.of(count), List.of()));
    PatientRecord record = record(facts, Optional.of(RecordedDate.of(LocalDate.of(2026, 11, 1))));

    assertThat(
            new CheckWorkUp(GUIDELINE, record, facts)
                .baseline().stream().anyMatch(f -> f.item().id().equals("peripheral-smear")))
        .isEqualTo(offered);
  }

  private static PatientRecord record(PatientFacts facts, Optional<RecordedDate> diagnosed) {
    return PatientRecords.of(TODAY, facts, List.of(), List.of(), OrdersOnScreen.none(), diagnosed);
  }

  private static List<String> items(PatientFacts facts) {
    PatientRecord record = PatientRecords.of(TODAY, facts);
    return new CheckWorkUp(GUIDELINE, record, facts)
        .baseline().stream().map(finding -> finding.item().id()).toList();
  }
}
