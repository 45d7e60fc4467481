package org.karyon.iscn.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.iscn.CloneReport;
import org.karyon.iscn.GuidelineKaryotypes;
import org.karyon.iscn.KaryotypeReport;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureState;

/** idem, sl and sdl. */
class CloneReferenceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "47,XX,+8[5]/48,idem,+21[5]/49,idem,+21,+22[10]",
        "47,XX,+8[5]/48,sl,+21[5]/49,sdl1,+22[5]/50,sdl2,+10[5]",
        "47,XX,+8[5]/48,sl,+21[5]/49,sdl,+22[10]",
        "47,XX,+5,add(16)(q22)[6]/46,idem,-5[7]/46,idem,-add(16)[7]",
        "47,XX,+mar1[5]/47,idem,-mar1,+mar2[15]",
        "46,XX,del(9)(q12q32)[10]/92,idemx2,+add(1)(p11),-20[10]",
        "27,X,+Y,+8,+10,+21[5]/52,idemx2,-Y,-8[15]",
        "47,XX,+20[4]/48,sl,+8[5]/49,sdl1,+8[2]/47,sdl1,add(15)(q25),-20[9]",
      })
  void inheritedChangesAddUp(String text) {
    KaryotypeReport report = GuidelineKaryotypes.read(text);

    assertThat(report.clones())
        .extracting(CloneReport::arithmetic)
        .containsOnly(CloneReport.Arithmetic.AGREES);
  }

  @Test
  void losingWhatWasGainedIsNoMonosomyAndNoFurtherAbnormality() {
    KaryotypeReport report =
        GuidelineKaryotypes.read(
            "47,XX,+5,t(6;14)(p22;q32),i(9)(q10)[10]/47,idem,del(17)(p11.2)[1]"
                + "/46,idem,-5,del(17)(p11.2)[12]/46,XX[6]");

    assertThat(report.abnormalities().iscn2024()).hasValue(4);
    assertThat(report.abnormalities().listed()).hasValue(4);
    assertThat(report.feature(Feature.HYPODIPLOIDY).state()).isEqualTo(FeatureState.ABSENT);
  }

  @Test
  void idemThatMeansTheCloneBeforeIsReadSoWhenOnlyThatAddsUp() {
    KaryotypeReport report =
        GuidelineKaryotypes.read("46,XX,del(6)(q13)[3]/48,XX,+8,+9[5]/49,idem,+21[12]");

    assertThat(report.clones().getLast().arithmetic()).isEqualTo(CloneReport.Arithmetic.AGREES);
    assertThat(report.warnings()).anyMatch(warning -> warning.contains("clone before"));
  }

  @Test
  void aReferenceWithoutAnEarlierCloneIsWarnedOf() {
    assertThat(GuidelineKaryotypes.read("47,idem,+8[20]").warnings())
        .anyMatch(warning -> warning.startsWith("no clone stands before"));
  }

  @Test
  void theMetaphasesOfClonesThatInheritAChangeAreItsMetaphases() {
    KaryotypeReport report =
        GuidelineKaryotypes.read("46,XX,t(9;22)(q34;q11.2)[10]/47,idem,+8[8]/46,XX[2]");

    assertThat(report.feature(Feature.BCR_ABL1).reason()).contains("18 of 20 metaphases");
  }

  @Test
  void aNumberThatDoesNotAddUpIsWarnedOfAndNotRejected() {
    KaryotypeReport report = GuidelineKaryotypes.read("46,XX,t(4;11)(q21;p15),+20[27]/46,XX[3]");

    assertThat(report.interpretable()).isTrue();
    assertThat(report.warnings()).anyMatch(warning -> warning.contains("add up to 47"));
    assertThat(report.feature(Feature.KMT2A_REARRANGED).state())
        .isEqualTo(FeatureState.NOT_ASSESSABLE);
  }
}
