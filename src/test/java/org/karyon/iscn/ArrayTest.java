package org.karyon.iscn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.iscn.report.Excerpt;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureState;

class ArrayTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "arr[GRCh38] 7p12.2(50,344,378-50,472,798)x1|IKZF1_ALTERED|PRESENT",
        "arr[hg19] 7p12.2(50344378_50472798)x1|LOSS_7P|PRESENT",
        "arr 7p12.2(48000000_49000000)x1|IKZF1_ALTERED|NOT_ASSESSABLE",
        "arr 7p12.2(50350000_50400000)x1|IKZF1_ALTERED|PRESENT",
        "arr 7p12.2(50420000_50470000)x1|IKZF1_ALTERED|POSSIBLE",
        "arr[GRCh37] 7p12.2(50420000_50470000)x1|IKZF1_ALTERED|PRESENT",
        "arr[GRCh38] 7p12.2(50420000_50470000)x1|IKZF1_ALTERED|NOT_ASSESSABLE",
        "arr[GRCh38] 17p13.1(7565097_7590856)x1|LOSS_17P|NOT_ASSESSABLE",
        "arr[GRCh38] 17p13.1(7600000_7700000)x1|LOSS_17P|PRESENT",
        "arr[GRCh37] 21q22.12(36200000_36300000)x6|IAMP21|POSSIBLE",
        "arr[GRCh38] 4p16.3q35.2(1_190214555)x3|TRISOMY_4|PRESENT",
        "arr[GRCh38] 4p16.3p12(1_45000000)x3|TRISOMY_4|NOT_ASSESSABLE",
        "arr 7p12.2x1|IKZF1_ALTERED|POSSIBLE",
        "arr 7p22.3p11.2x1|IKZF1_ALTERED|PRESENT",
        "arr (7)x1|LOSS_7P|PRESENT",
        "arr 17p13.3q11.2x1|LOSS_17P|PRESENT",
        "arr 17p13.3p11.2x1|TP53_MUTATION|POSSIBLE",
        "arr 17p13.3p11.2x1~2|LOSS_17P|POSSIBLE",
        "arr(X,4,6,10,14,17,18,21)x3|TRISOMIES_4_10_17|PRESENT",
        "arr 4p16.3q35.2x3|TRISOMY_4|PRESENT",
        "arr 4q11q13.1x3|TRISOMY_4|NOT_ASSESSABLE",
        "arr(1-22)x2|TRISOMY_4|NOT_ASSESSABLE",
        "arr 9p24.3p13.1x1|PAX5_ALTERED|POSSIBLE",
        "arr 21q22.11q22.2x5~6|IAMP21|POSSIBLE",
        "arr(1-6,8-22)x1,(7)x2|HYPODIPLOIDY|POSSIBLE",
        "46,XX[20].arr(3,7,9,15,17)x1|HYPODIPLOIDY|POSSIBLE",
        "46,XX[20].arr 3p26.3q29x1,7p22.3q36.3x1|HYPODIPLOIDY|ABSENT",
        "46,XX[20].arr 3p26.3q29x1,7p22.3q36.3x1,17p13.3q25.3x1|HYPODIPLOIDY|POSSIBLE",
        "46,XX[20].arr(4,6,10,14,17,18,21)x3|HIGH_HYPERDIPLOIDY|POSSIBLE",
        "46,XX[20].arr(4,6,10,14)x3|HIGH_HYPERDIPLOIDY|ABSENT",
        "arr 3p26.3p14.1x1,7p22.3p14.1x1,17p13.3p11.2x1|HYPODIPLOIDY|NOT_ASSESSABLE",
      })
  void lossesAndGains(String text, Feature feature, FeatureState state) {
    assertThat(GuidelineKaryotypes.state(text, feature)).isEqualTo(state);
  }

  @Test
  void anArrayBesideAKaryotypeIsReadForItself() {
    KaryotypeReport report =
        GuidelineKaryotypes.read("46,XX[20].arr[GRCh38] 7p12.2(50344378_50472798)x1,(X)x2");

    assertThat(report.unknown()).isEmpty();
    assertThat(report.clones()).extracting(CloneReport::role).containsOnly(CloneReport.Role.NORMAL);
    assertThat(report.feature(Feature.IKZF1_ALTERED).evidence())
        .extracting(Excerpt::text)
        .containsExactly("7p12.2(50344378_50472798)x1");
  }
}
