package org.karyon.iscn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.iscn.report.Feature;

/** What a karyotype may exclude, and what no karyotype can be. */
class ExaminedEnoughTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "46,XX[999999]",
        "46,XX[99999999999999999999999999]",
        "46,XX[1001]",
        "t(t(t(",
        "t(t(t(t(t(t(9;22)(q34;q11)))",
        "46,XX,t(t(t(9;22)(q34;q11.2)[20]",
        "46,XX,der(der(der(9)[20]"
      })
  void whatNoKaryotypeCanBeIsNotInterpretableAndWarnedOf(String text) {
    KaryotypeReport report = GuidelineKaryotypes.read(text);

    assertThat(report.interpretable()).isFalse();
    assertThat(report.warnings()).isNotEmpty();
  }

  @Test
  void aThousandMetaphasesAreStillRead() {
    assertThat(GuidelineKaryotypes.read("46,XX[1000]").metaphases()).isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "47,XY,+mar[20]",
        "47,XX,+r[20]",
        "46,XX,-7,+mar[25]",
        "48,XY,+mar1,+mar2[30]",
        "47,XX,+?[20]",
        "47,XX,+der(?)[20]"
      })
  void unidentifiedChromosomesKeepCopiesLossesAndPloidyFromBeingExcluded(String text) {
    KaryotypeReport report = GuidelineKaryotypes.read(text);

    for (Feature feature :
        new Feature[] {
          Feature.TRISOMY_4,
          Feature.TRISOMY_10,
          Feature.TRISOMY_17,
          Feature.TRISOMIES_4_10_17,
          Feature.HIGH_HYPERDIPLOIDY,
          Feature.HYPODIPLOIDY
        }) {
      assertThat(report.feature(feature).state().name()).as(feature.name()).isNotEqualTo("ABSENT");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "46,XX,del(6)(q21)[3]/46,XX[18] | NOT_ASSESSABLE",
        "46,XX,del(6)(q21)[19]/46,XX[2] | NOT_ASSESSABLE",
        "46,XX,del(6)(q21)[20]/46,XX[2] | ABSENT",
        "46,XX,del(6)(q21)[12]/47,XX,+8[8] | ABSENT",
        "46,XX[19] | NOT_ASSESSABLE",
        "46,XX[20] | ABSENT"
      })
  void theMetaphasesThatExcludeAreThoseOfTheClone(String text, String expected) {
    assertThat(GuidelineKaryotypes.state(text, Feature.HIGH_HYPERDIPLOIDY)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "48,XX,+21,+21[4]/46,XX[16] | POSSIBLE",
        "48,XX,+8,+8[20] | POSSIBLE",
        "48,XY,+21,+21[20] | ABSENT",
        "48,XX,+8,+21[20] | ABSENT",
        "49,XX,+8,+21,+21[20] | ABSENT"
      })
  void oneDoubledPairMayBeADoubledCloneOfTwentyFour(String text, String expected) {
    assertThat(GuidelineKaryotypes.state(text, Feature.HYPODIPLOIDY)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "46,XX[20].ish t(3;11)(3\u2032KMT2A+;5\u2032KMT2A+) | KMT2A_REARRANGED | PRESENT",
        "46,XX,t(3;11)(q21;q23)[20].ish t(3;11)(3\u2032KMT2A+;5\u2032KMT2A+) | KMT2A_REARRANGED |"
            + " PRESENT",
        "ish t(3;11)(3\u2032KMT2A+;5\u2032KMT2A+) | KMT2A_REARRANGED | PRESENT",
        "ish t(2;14)(5\u2032IGH+;3\u2032IGH+) | IGH_REARRANGED | PRESENT",
        "ish t(8;14)(3\u2032MYC+;5\u2032MYC+) | MYC_REARRANGED | PRESENT",
        "ish t(3;11)(KMT2A-;5\u2032KMT2A+,3\u2032KMT2A+) | KMT2A_REARRANGED | NOT_ASSESSABLE"
      })
  void theEndsOfAProbeOnTwoChromosomesAreASplit(String text, Feature feature, String expected) {
    assertThat(GuidelineKaryotypes.state(text.replace('\u2032', '\''), feature))
        .hasToString(expected);
  }
}
