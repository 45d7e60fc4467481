package org.karyon.iscn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.iscn.report.CountRange;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureCall;
import org.karyon.iscn.report.FeatureState;
import org.karyon.iscn.report.KaryotypeThresholds;
import org.karyon.iscn.report.PloidyClass;

/** What a karyotype may exclude, and what it may not. */
class ExclusionTest {

  private static final Set<Feature> VISIBLE_BY_BANDING =
      EnumSet.of(
          Feature.HIGH_HYPERDIPLOIDY,
          Feature.HYPODIPLOIDY,
          Feature.TRISOMIES_4_10_17,
          Feature.TRISOMY_4,
          Feature.TRISOMY_10,
          Feature.TRISOMY_17,
          Feature.LOSS_17P,
          Feature.LOSS_7P,
          Feature.COMPLEX_KARYOTYPE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "46,XX[19]",
        "46,XX[3]",
        "46,XX",
        "46,XX[?]",
        "46,XX[cp]",
        "46,XY,del(6)(q13q21)[4]/46,XY[15]",
        "46,XX,+8[2]"
      })
  void aKaryotypeOfFewerThanTwentyMetaphasesExcludesNothing(String text) {
    assertThat(GuidelineKaryotypes.read(text).features().values())
        .extracting(FeatureCall::state)
        .doesNotContain(FeatureState.ABSENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"46,XX,inc[20]", "46,XX,8[20]", "46,XX,zzz(1;2)[20]", "46,XX,+8,something[20]"})
  void aKaryotypeThatIsIncompleteOrPartlyUnreadExcludesNothing(String text) {
    assertThat(GuidelineKaryotypes.read(text).features().values())
        .extracting(FeatureCall::state)
        .doesNotContain(FeatureState.ABSENT);
  }

  @ParameterizedTest
  @EnumSource(Feature.class)
  void anAdequateNormalKaryotypeExcludesOnlyWhatBandingSees(Feature feature) {
    FeatureState expected =
        VISIBLE_BY_BANDING.contains(feature) ? FeatureState.ABSENT : FeatureState.NOT_ASSESSABLE;

    assertThat(GuidelineKaryotypes.state("46,XX[20]", feature)).isEqualTo(expected);
  }

  @Test
  void theThresholdOfMetaphasesIsAParameter() {
    KaryotypeThresholds strict = GuidelineKaryotypes.examined(30, 5);

    assertThat(Karyotypes.read("46,XX[20]", strict).feature(Feature.HYPODIPLOIDY).state())
        .isEqualTo(FeatureState.NOT_ASSESSABLE);
  }

  @Test
  void normalMetaphasesExcludeNothingOfAnAbnormalClone() {
    KaryotypeReport few = GuidelineKaryotypes.read("46,XX,del(6)(q13q21)[4]/46,XX[16]");
    KaryotypeReport several = GuidelineKaryotypes.read("46,XX,del(6)(q13q21)[14]/47,XX,+8[6]");

    assertThat(few.feature(Feature.HYPODIPLOIDY).state()).isEqualTo(FeatureState.NOT_ASSESSABLE);
    assertThat(several.feature(Feature.HYPODIPLOIDY).state()).isEqualTo(FeatureState.ABSENT);
  }

  @Test
  void constitutionalChangesAreNoChangesOfTheLeukemia() {
    KaryotypeReport down = GuidelineKaryotypes.read("47,XY,+21c[20]");

    assertThat(down.abnormalities().iscn2024()).hasValue(0);
    assertThat(down.ploidy().ploidyClass()).isEqualTo(PloidyClass.DIPLOID);
    assertThat(down.modalNumber()).contains(CountRange.of(47));
    assertThat(down.clones()).extracting(CloneReport::role).containsOnly(CloneReport.Role.NORMAL);
    assertThat(
            GuidelineKaryotypes.read("46,XX,t(11;22)(q23;q11)c[20]")
                .feature(Feature.KMT2A_REARRANGED)
                .state())
        .isEqualTo(FeatureState.NOT_ASSESSABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "47,XXYc[20]",
        "45,XX,der(14;21)(q10;q10)c[20]",
        "46,XX,inv(9)(p12q13)c[20]",
        "46,XX,inv(9)(p12q13)mat[20]",
        "46,X,inv(Y)(p11.2q11.2)c[20]"
      })
  void aCloneWithOnlyConstitutionalChangesIsTheNormalClone(String text) {
    KaryotypeReport report = GuidelineKaryotypes.read(text);

    assertThat(report.clones()).extracting(CloneReport::role).containsOnly(CloneReport.Role.NORMAL);
    assertThat(report.ploidy().ploidyClass()).isEqualTo(PloidyClass.DIPLOID);
    assertThat(report.abnormalities().listed()).hasValue(0);
  }

  @Test
  void anAcquiredGainBesideAConstitutionalOneCountsOnce() {
    KaryotypeReport report = GuidelineKaryotypes.read("48,XX,+21c,+21[20]");

    assertThat(report.abnormalities().iscn2024()).hasValue(1);
    assertThat(report.ploidy().ploidyClass()).isEqualTo(PloidyClass.LOW_HYPERDIPLOID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "46,XX[19]",
        "46,XX,inc[20]",
        "46,XX,foo(1)(2)[20]",
        "Donor cells: 46,XX[20]",
        "//46,XX[20]",
        "nuc ish (ABL1,BCR)x2[200]",
        "no growth"
      })
  void whatIsTooLittleOrNotUnderstoodExcludesNothing(String text) {
    KaryotypeReport report = GuidelineKaryotypes.read(text);

    assertThat(report.excludes()).isFalse();
    assertThat(report.feature(Feature.HYPODIPLOIDY).state()).isEqualTo(FeatureState.NOT_ASSESSABLE);
  }

  /** The notation of what was looked for is no finding. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "t(9;22)(q34;q11.2) not detected",
        "No t(9;22)(q34;q11.2)",
        "negative for t(9;22)(q34;q11.2)",
        "t(9;22)(q34;q11.2): negative",
        "t(9;22)(q34;q11.2) absent",
        "t(9;22)(q34;q11.2) pending",
        "rule out t(9;22)(q34;q11.2)",
        "Possible t(9;22)(q34;q11.2)",
        "No evidence of t(4;11)(q21;q23), t(9;22)(q34;q11.2) or t(12;21)(p13;q22)",
        "Indication: rule out t(9;22)(q34;q11.2). Karyotype: 46,XX[20]",
        "46,XX[20]. No evidence of t(9;22)(q34;q11.2)."
      })
  void aSentenceThatNamesARearrangementShowsNothing(String text) {
    KaryotypeReport report = GuidelineKaryotypes.read(text);

    assertThat(report.feature(Feature.BCR_ABL1).state()).isEqualTo(FeatureState.NOT_ASSESSABLE);
    assertThat(report.feature(Feature.KMT2A_REARRANGED).state())
        .isEqualTo(FeatureState.NOT_ASSESSABLE);
    assertThat(report.freeText()).isNotEmpty();
  }

  @Test
  void aDenialInsideAKaryotypeOnlyLeavesAPossibility() {
    assertThat(
            GuidelineKaryotypes.read("46,XX,t(9;22)(q34;q11.2) not seen[20]")
                .feature(Feature.BCR_ABL1)
                .state())
        .isEqualTo(FeatureState.POSSIBLE);
    assertThat(
            GuidelineKaryotypes.read("der(19)t(1;19)(q23;p13.3) detected by FISH.")
                .feature(Feature.TCF3_PBX1)
                .state())
        .isEqualTo(FeatureState.PRESENT);
  }
}
