package org.karyon.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.assessment.OrderScreens.GUIDELINE;
import static org.karyon.assessment.OrderScreens.evidence;
import static org.karyon.assessment.OrderScreens.record;
import static org.karyon.assessment.OrderScreens.test;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.assessment.WorkUpFinding.Status;
import org.karyon.facts.Course;
import org.karyon.facts.Evidence;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.OrdersOnScreen;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.RecordedTest;
import org.karyon.facts.RecordedTest.State;

/** What is on its way: by its concept, by its name, and member by member. */
class OrderedWorkUpTest {

  private static final PatientFacts NEW =
      Patients.of("diagnosis=confirmed lineage=b ageYears=30 course=newly-diagnosed");
  private static final PatientFacts T_LINEAGE =
      Patients.of("diagnosis=confirmed lineage=t ageYears=30 course=newly-diagnosed");

  private static WorkUpFinding finding(String item, PatientFacts facts, RecordedTest... tests) {
    return new CheckWorkUp(
            GUIDELINE, record(facts, List.of(tests), List.of(), OrdersOnScreen.none()), facts)
        .check(GUIDELINE.workUpItem(item));
  }

  private static RecordedTest ordered(String concept) {
    return test("ServiceRequest/" + concept, "2026-11-22", State.ORDERED, concept);
  }

  private static RecordedTest ordered(String id, String words) {
    return new RecordedTest(
        Set.of(), words, State.ORDERED, false, evidence("ServiceRequest/" + id, "2026-11-22"));
  }

  @Test
  void eachMemberOfAPanelThatIsOrderedIsOnItsWayAndTheOthersAreLeft() {
    WorkUpFinding some = finding("dic-panel", NEW, ordered("fibrinogen"), ordered("d-dimer"));

    assertThat(some.status()).isEqualTo(Status.MISSING);
    assertThat(some.remaining()).containsExactly("prothrombin-time", "inr", "aptt", "platelets");

    WorkUpFinding all =
        finding(
            "dic-panel",
            NEW,
            Stream.of("prothrombin-time", "inr", "aptt", "fibrinogen", "d-dimer", "platelets")
                .map(OrderedWorkUpTest::ordered)
                .toArray(RecordedTest[]::new));

    assertThat(all.status()).isEqualTo(Status.ORDERED);
    assertThat(all.remaining()).isEmpty();
    assertThat(all.evidence())
        .extracting(Evidence::resource)
        .contains("ServiceRequest/fibrinogen", "ServiceRequest/platelets")
        .hasSize(6);
  }

  @Test
  void aMemberIsRecognisedByTheWordsOfItsOrderToo() {
    assertThat(finding("dic-panel", NEW, ordered("a", "FIBRINOGEN"), ordered("b", "aPTT")))
        .extracting(WorkUpFinding::remaining)
        .isEqualTo(List.of("prothrombin-time", "inr", "d-dimer", "platelets"));
  }

  @Test
  void whatIsDoneAndWhatIsOrderedMakeAPanelTogether() {
    RecordedTest[] tests = {
      test("Observation/inr", "2026-11-22", State.RESULTED, "inr"),
      test("Observation/aptt", "2026-11-22", State.RESULTED, "aptt"),
      test("Observation/plt", "2026-11-22", State.RESULTED, "platelets"),
      ordered("fibrinogen"),
      ordered("d-dimer")
    };

    assertThat(finding("dic-panel", NEW, tests).status()).isEqualTo(Status.ORDERED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DIC panel", "Coagulation: DIC-Panel, stat"})
  void aPanelIsOrderedByItsNameAsAWhole(String words) {
    WorkUpFinding finding = finding("dic-panel", NEW, ordered("a", words));

    assertThat(finding.status()).isEqualTo(Status.ORDERED);
    assertThat(finding.evidence())
        .extracting(Evidence::resource)
        .containsExactly("ServiceRequest/a");
  }

  @Test
  void anotherOrderIsNotTheTest() {
    assertThat(finding("cytogenetics", NEW, ordered("fibrinogen"), ordered("a", "Chest X-ray")))
        .satisfies(finding -> assertThat(finding.status()).isEqualTo(Status.MISSING))
        .satisfies(finding -> assertThat(finding.evidence()).isEmpty())
        .satisfies(finding -> assertThat(finding.remaining()).containsExactly("karyotype-order"));
    assertThat(finding("cytogenetics", NEW, ordered("chromosome-analysis")).status())
        .isEqualTo(Status.ORDERED);
  }

  @Test
  void aResultThatIsNoneYetIsNoEvidenceThatATestIsDone() {
    assertThat(finding("hcv-serology", NEW, ordered("hcv-ab")).status()).isEqualTo(Status.ORDERED);
    assertThat(
            finding(
                    "hcv-serology",
                    NEW,
                    test("Observation/h", "2026-11-20", State.NOT_INTERPRETABLE, "hcv-ab"))
                .status())
        .isEqualTo(Status.MISSING);
  }

  /** The diagnosis is of 2026-11-01, and results from thirty days before it belong to it. */
  @ParameterizedTest
  @CsvSource({
    "2026-10-01, RESULTED, MISSING",
    "2026-10-02, RESULTED, DONE",
    "2026-11-20, RESULTED, DONE",
    "2026-11-20, NOT_INTERPRETABLE, MISSING",
    "2026-11-20, LIMITED, MISSING"
  })
  void inTCellLeukemiaAGeneticResultOfThisDiseaseIsTheMolecularStudy(
      String date, State state, Status expected) {
    RecordedTest genetic =
        new RecordedTest(
            Set.of("tp53-mutation"), "TP53", state, true, evidence("Observation/tp53", date));

    assertThat(finding("molecular", T_LINEAGE, genetic).status()).isEqualTo(expected);
  }

  @Test
  void aResultWithoutADateIsOfThisDiseaseButNotOfTheLastDays() {
    RecordedTest karyotype = undated("karyotype");
    RecordedTest count = undated("cbc-with-differential");

    assertThat(finding("cytogenetics", NEW, karyotype).status()).isEqualTo(Status.DONE);
    assertThat(finding("cbc-diff", NEW, count).status()).isEqualTo(Status.MISSING);
  }

  private static RecordedTest undated(String concept) {
    return new RecordedTest(
        Set.of(concept),
        concept,
        State.RESULTED,
        false,
        new Evidence("Observation/" + concept, "what", "shows", Optional.empty()));
  }

  /** The relapse is of 2026-11-10; a mutation that was looked for before is of the former time. */
  @ParameterizedTest
  @CsvSource({"2026-11-09, MISSING", "2026-11-10, DONE", "2026-11-20, DONE"})
  void whatIsAskedForAfterAResponseCountsFromTheResponseOn(String date, Status expected) {
    PatientFacts relapsed =
        NEW.with(
            Facts.COURSE,
            new Finding.Known<>(
                Course.RELAPSED,
                List.of(
                    evidence("Condition/first", "2025-02-01"),
                    evidence("Condition/relapse", "2026-11-10"),
                    new Evidence("Condition/undated", "what", "shows", Optional.empty())),
                List.of()));
    List<String> concepts = GUIDELINE.workUpItem("abl1-kinase-domain-mutation").doneBy();

    assertThat(
            finding(
                    "abl1-kinase-domain-mutation",
                    relapsed,
                    test("Observation/m", date, State.RESULTED, concepts.getFirst()))
                .status())
        .isEqualTo(expected);
  }

  @Test
  void aResultIsKnownByItsNameToo() {
    RecordedTest named =
        new RecordedTest(
            Set.of(),
            "Marrow: Chromosome-Analysis",
            State.RESULTED,
            false,
            evidence("Observation/k", "2026-11-20"));
    RecordedTest other =
        new RecordedTest(
            Set.of(),
            "Chest X-ray",
            State.RESULTED,
            false,
            evidence("Observation/x", "2026-11-20"));

    assertThat(finding("cytogenetics", NEW, named, other).evidence())
        .extracting(Evidence::resource)
        .containsExactly("Observation/k");
    assertThat(finding("cytogenetics", NEW, other).status()).isEqualTo(Status.MISSING);
  }

  /** A flow cytometry at diagnosis is no MRD, and one variant that is looked for no whole panel. */
  @ParameterizedTest
  @CsvSource({
    "mrd-assessment, flow-immunophenotyping, MISSING",
    "molecular, variant, MISSING",
    "kmt2a-test, kmt2a-rearrangement, ORDERED"
  })
  void aConceptThatDifferentOrdersShareIsNotTakenForTheTest(
      String item, String concept, Status expected) {
    assertThat(finding(item, T_LINEAGE, ordered(concept)).status()).isEqualTo(expected);
  }
}
