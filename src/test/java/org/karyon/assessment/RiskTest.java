package org.karyon.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.BuiltIn;
import org.karyon.Prepared;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.PatientRecord;
import org.karyon.facts.PatientRecords;
import org.karyon.facts.Presence;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.RecordedTest;
import org.karyon.facts.RecordedTest.State;
import org.karyon.facts.RiskGroup;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.RiskFeature;

/**
 * The risk group, its provisional state, and what makes poor features absent (I-01, I-02, I-10,
 * I-11).
 */
class RiskTest {

  private static final Guideline GUIDELINE = BuiltIn.GUIDELINE;
  private static final Prepared<Assess> ASSESS = Prepared.by(() -> new Assess(GUIDELINE));
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final String CONFIRMED = "diagnosis=confirmed lineage=b ageYears=30 ";

  private static RiskAssessment risk(PatientFacts facts, RecordedTest... tests) {
    PatientRecord record = PatientRecords.of(TODAY, facts, tests);
    return ASSESS.get().assess(record).risk().orElseThrow();
  }

  private static RecordedTest karyotype(State state) {
    return new RecordedTest(
        Set.of("karyotype"),
        "Karyotype",
        state,
        false,
        new Evidence(
            "Observation/k", "Karyotype", "46,XX[20]", Optional.of(RecordedDate.of(TODAY))));
  }

  @ParameterizedTest
  @CsvSource({
    "hypodiploidy",
    "tp53-mutation",
    "kmt2a-rearranged",
    "igh-rearranged",
    "hlf-rearranged",
    "znf384-rearranged",
    "mef2d-rearranged",
    "myc-rearranged",
    "pax5-altered",
    "iamp21",
    "ikzf1-altered"
  })
  void anyPoorFeatureMakesTheGroupPoorForGood(String feature) {
    RiskAssessment risk = risk(Patients.of(CONFIRMED + feature + "=present"));

    assertThat(risk.group()).contains(RiskGroup.POOR);
    assertThat(risk.provisional()).isFalse();
  }

  /** What may yet turn out to explain the clone, or not to be Philadelphia-like at all. */
  @ParameterizedTest
  @CsvSource({
    "complex-karyotype, bcrAbl1",
    "complex-karyotype, etv6-runx1",
    "complex-karyotype, high-hyperdiploidy",
    "phLike, bcrAbl1"
  })
  void aResidualFeatureIsPoorForGoodOnceNothingElseExplainsIt(String feature, String open) {
    String settled = "bcrAbl1=absent etv6-runx1=absent high-hyperdiploidy=absent";
    String all = CONFIRMED + feature + "=present ";

    assertThat(risk(Patients.of(all + settled)).provisional()).isFalse();
    RiskAssessment risk =
        risk(Patients.of(all + settled.replace(open + "=absent", "").strip().replace("  ", " ")));
    assertThat(risk.group()).contains(RiskGroup.POOR);
    assertThat(risk.provisional()).isTrue();
    assertThat(
            risk(Patients.of(
                    all
                        + settled.replace(open + "=absent", "").strip().replace("  ", " ")
                        + " tp53-mutation=present"))
                .provisional())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"high-hyperdiploidy", "etv6-runx1"})
  void aFavorableFeatureIsProvisionalWhilePoorOnesAreOpen(String feature) {
    RiskAssessment risk = risk(Patients.of(CONFIRMED + feature + "=present"));

    assertThat(risk.group()).contains(RiskGroup.FAVORABLE);
    assertThat(risk.provisional()).isTrue();
  }

  @Test
  void favorableAndPoorTogetherArePoor() {
    RiskAssessment risk =
        risk(Patients.of(CONFIRMED + "high-hyperdiploidy=present tp53-mutation=present"));

    assertThat(risk.group()).contains(RiskGroup.POOR);
  }

  @Test
  void trisomiesAloneDecideNothing() {
    assertThat(risk(Patients.of(CONFIRMED + "trisomies-4-10-17=present")).group()).isEmpty();
  }

  @Test
  void nothingKnownIsUndeterminedAndNotStandard() {
    RiskAssessment risk = risk(Patients.of(CONFIRMED + "bcrAbl1=absent"));

    assertThat(risk.group()).isEmpty();
    assertThat(risk.provisional()).isTrue();
  }

  @Test
  void completeGeneticsWithoutAPoorFeatureAreStandard() {
    PatientFacts facts = Patients.of(CONFIRMED + "bcrAbl1=absent phLike=absent");

    RiskAssessment risk = risk(facts, karyotype(State.RESULTED));

    assertThat(risk.group()).contains(RiskGroup.STANDARD);
    assertThat(risk.provisional()).as("lesions nobody tested could change it").isTrue();
  }

  @Test
  void aKaryotypeThatCannotBeReadDoesNotCompleteTheGenetics() {
    PatientFacts facts = Patients.of(CONFIRMED + "bcrAbl1=absent phLike=absent");

    assertThat(risk(facts, karyotype(State.NOT_INTERPRETABLE)).group()).isEmpty();
  }

  @Test
  void withoutMolecularStudiesPoorFeaturesAreNotAbsent() {
    PatientFacts facts = Patients.of(CONFIRMED + "bcrAbl1=absent");

    assertThat(risk(facts, karyotype(State.RESULTED)).group()).isEmpty();
  }

  @Test
  void aSuspectedLesionKeepsThePoorFeatureOpen() {
    PatientFacts facts =
        Patients.of(CONFIRMED + "bcrAbl1=absent phLike=absent")
            .with(
                Facts.KMT2A_REARRANGED,
                new Unknown<Presence>(UnknownReason.POSSIBLE, "11q23 break", List.of()));

    assertThat(risk(facts, karyotype(State.RESULTED)).group()).isEmpty();
  }

  @Test
  void bcrAbl1ExcludesPhLike() {
    RiskAssessment risk = risk(Patients.of(CONFIRMED + "bcrAbl1=present jak-stat=present"));

    assertThat(risk.present(RiskFeature.Weight.POOR)).isEmpty();
  }

  @Test
  void aJakStatLesionCountsOnceBcrAbl1IsExcluded() {
    assertThat(risk(Patients.of(CONFIRMED + "jak-stat=present")).group()).isEmpty();
    assertThat(risk(Patients.of(CONFIRMED + "jak-stat=present bcrAbl1=absent")).group())
        .contains(RiskGroup.POOR);
  }

  /**
   * Two features of each kind and the complete genetics, each in every state: what is final stays.
   */
  @Test
  void aGroupThatIsNotProvisionalNeverChanges() {
    List<Fact<?>> open =
        List.of(
            Facts.HYPODIPLOIDY, Facts.TP53_MUTATION, Facts.HIGH_HYPERDIPLOIDY, Facts.ETV6_RUNX1);
    PatientFacts base = Patients.of(CONFIRMED + "bcrAbl1=absent");
    for (RiskFeature feature : GUIDELINE.features()) {
      if (!open.contains(feature.fact())) {
        base = Patients.with(base, feature.fact(), "absent");
      }
    }
    for (Map<Fact<?>, FactValue> partial : partials(open)) {
      PatientFacts facts = with(base, partial);
      RiskAssessment risk = risk(facts);
      for (Map<Fact<?>, FactValue> more : partials(open)) {
        if (more.entrySet().containsAll(partial.entrySet()) && !risk.provisional()) {
          assertThat(risk(with(base, more)).group())
              .as("%s then %s", partial, more)
              .isEqualTo(risk.group());
        }
      }
    }
  }

  private static PatientFacts with(PatientFacts base, Map<Fact<?>, FactValue> values) {
    PatientFacts facts = base;
    for (Map.Entry<Fact<?>, FactValue> entry : values.entrySet()) {
      facts = Patients.with(facts, entry.getKey(), entry.getValue().id());
    }
    return facts;
  }

  private static List<Map<Fact<?>, FactValue>> partials(List<Fact<?>> facts) {
    List<Map<Fact<?>, FactValue>> partials = new ArrayList<>();
    partials.add(Map.of());
    for (Fact<?> fact : facts) {
      for (Map<Fact<?>, FactValue> partial : List.copyOf(partials)) {
        for (Presence presence : Presence.values()) {
          Map<Fact<?>, FactValue> more = new LinkedHashMap<>(partial);
          more.put(fact, presence);
          partials.add(more);
        }
      }
    }
    return partials;
  }
}
