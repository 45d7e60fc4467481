package org.karyon.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.assessment.OrderScreens.GUIDELINE;
import static org.karyon.assessment.OrderScreens.evidence;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.Lineage;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.Presence;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.RiskFeature;

/** What follows from genetic facts, and on which results it rests. */
class DerivedFactsTest {

  private static final DerivedFacts DERIVED = new DerivedFacts(GUIDELINE);

  private static PatientFacts with(
      PatientFacts facts, Fact<Presence> fact, Presence presence, String resource) {
    return facts.with(
        fact, new Known<>(presence, List.of(evidence(resource, "2026-11-10")), List.of()));
  }

  private static List<String> resources(Finding<?> finding) {
    return finding.evidence().stream().map(Evidence::resource).toList();
  }

  /** Both classes excluded are a Philadelphia-like leukemia excluded (L28-32, L75). */
  @ParameterizedTest
  @CsvSource({
    "ABSENT, ABSENT, true",
    "ABSENT, unknown, false",
    "unknown, ABSENT, false",
  })
  void philadelphiaLikeIsExcludedWhereBothClassesAre(
      String jakStat, String ablClass, boolean excluded) {
    PatientFacts facts = Patients.of("diagnosis=confirmed lineage=b bcrAbl1=absent");
    if (!jakStat.equals("unknown")) {
      facts = with(facts, Facts.JAK_STAT, Presence.valueOf(jakStat), "Observation/jak");
    }
    if (!ablClass.equals("unknown")) {
      facts = with(facts, Facts.ABL_CLASS, Presence.valueOf(ablClass), "Observation/abl");
    }

    Finding<Presence> phLike = DERIVED.follow(facts).get(Facts.PH_LIKE);

    assertThat(phLike.is(Presence.ABSENT)).isEqualTo(excluded);
    assertThat(phLike.value().isPresent()).isEqualTo(excluded);
    assertThat(resources(phLike)).isEqualTo(excluded ? List.of("Observation/jak") : List.of());
  }

  @Test
  void aResultThatExcludesPhiladelphiaLikeItselfIsTheOneThatIsNamed() {
    PatientFacts facts = Patients.of("diagnosis=confirmed lineage=b bcrAbl1=absent");
    facts = with(facts, Facts.JAK_STAT, Presence.ABSENT, "Observation/jak");
    facts = with(facts, Facts.ABL_CLASS, Presence.ABSENT, "Observation/abl");
    facts = with(facts, Facts.PH_LIKE, Presence.ABSENT, "Observation/signature");

    assertThat(resources(DERIVED.follow(facts).get(Facts.PH_LIKE)))
        .containsExactly("Observation/signature");
  }

  @Test
  void completeGeneticsExcludePoorFeaturesAndAreNamedForIt() {
    PatientFacts facts = Patients.of("diagnosis=confirmed lineage=b");
    List<Evidence> tests = List.of(evidence("Observation/karyotype", "2026-11-10"));

    assertThat(DERIVED.poorFeature(facts, Optional.of(tests)))
        .isEqualTo(new Known<>(Presence.ABSENT, tests, List.of()));
    assertThat(DERIVED.poorFeature(facts, Optional.empty()))
        .isInstanceOfSatisfying(
            Unknown.class, open -> assertThat(open.reason()).isEqualTo(UnknownReason.NOT_RECORDED));
  }

  /** A lesion that something points to keeps the question open, and stays named (I-10). */
  @ParameterizedTest
  @CsvSource({
    "POSSIBLE, true",
    "CONTRADICTORY, true",
    "PENDING, true",
    "NOT_RECORDED, false",
    "OUTDATED, false",
    "NOT_INTERPRETABLE, false"
  })
  void whatIsSuspectedIsNotAbsentThoughTheGeneticsAreComplete(UnknownReason reason, boolean open) {
    PatientFacts facts =
        Patients.of("diagnosis=confirmed lineage=b")
            .with(
                Facts.named("tp53-mutation").map(DerivedFactsTest::presence).orElseThrow(),
                new Unknown<>(reason, "17p", List.of(evidence("Observation/k", "2026-11-10"))));
    Finding<Presence> poor =
        DERIVED.poorFeature(facts, Optional.of(List.of(evidence("Observation/k", "2026-11-10"))));

    assertThat(poor.value().isEmpty()).isEqualTo(open);
  }

  @SuppressWarnings("unchecked")
  private static Fact<Presence> presence(Fact<?> fact) {
    assertThat(fact.type()).isEqualTo(Presence.class);
    return (Fact<Presence>) fact;
  }

  /** Philadelphia-like is no entity of the T lineage, and weighs nothing there (I-15). */
  @ParameterizedTest
  @CsvSource({"b, true", "t, false"})
  void philadelphiaLikeWeighsInTheBLineageAlone(String lineage, boolean poor) {
    PatientFacts facts =
        with(
            Patients.of("diagnosis=confirmed lineage=" + lineage),
            Facts.PH_LIKE,
            Presence.PRESENT,
            "Observation/p");

    assertThat(DERIVED.poorFeature(facts, Optional.empty()).is(Presence.PRESENT)).isEqualTo(poor);
  }

  /** A lesion of the other lineage is not waited for: without it everything is excluded. */
  @Test
  void whatDoesNotOccurInTheLineageNeedNotBeExcluded() {
    PatientFacts b = Patients.of("diagnosis=confirmed lineage=b");
    PatientFacts t = Patients.of("diagnosis=confirmed lineage=t");
    for (RiskFeature feature : GUIDELINE.features()) {
      boolean expected = feature.lineages().contains(Lineage.T);
      if (expected) {
        t = with(t, feature.fact(), Presence.ABSENT, "Observation/" + feature.fact().id());
      }
      b = with(b, feature.fact(), Presence.ABSENT, "Observation/" + feature.fact().id());
    }

    assertThat(DERIVED.poorFeature(b, Optional.empty()).is(Presence.ABSENT)).isTrue();
    assertThat(DERIVED.poorFeature(t, Optional.empty()).is(Presence.ABSENT)).isTrue();
    assertThat(DERIVED.favorableFeature(b).is(Presence.ABSENT)).isTrue();
    assertThat(resources(DERIVED.poorFeature(t, Optional.empty())))
        .doesNotContain("Observation/phLike", "Observation/high-hyperdiploidy");
  }
}
