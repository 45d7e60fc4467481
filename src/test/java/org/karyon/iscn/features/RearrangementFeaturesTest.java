package org.karyon.iscn.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.iscn.GuidelineKaryotypes;
import org.karyon.iscn.KaryotypeReport;
import org.karyon.iscn.report.Excerpt;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureCall;
import org.karyon.iscn.report.FeatureState;

/** Which breakpoints show a lesion, which only suggest it, and which look alike but are not it. */
class RearrangementFeaturesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "t(9;22)(q34;q11.2)|BCR_ABL1|PRESENT",
        "t(9;22)(q34.1;q11.23)|BCR_ABL1|PRESENT",
        "t(9;22;11)(q34;q11;q13)|BCR_ABL1|PRESENT",
        "der(22)t(9;22)(q34;q11)|BCR_ABL1|PRESENT",
        "ider(22)(q10)t(9;22)(q34;q11.2)|BCR_ABL1|PRESENT",
        "der(9)t(9;9)(p11;q34)t(9;22)(q34;q11)|BCR_ABL1|PRESENT",
        "ins(22;9)(q11;q34q34)|BCR_ABL1|PRESENT",
        "t(9;22)|BCR_ABL1|POSSIBLE",
        "?t(9;22)(q34;q11)|BCR_ABL1|POSSIBLE",
        "t(9;22)(q3?4;q11)|BCR_ABL1|POSSIBLE",
        "t(3;22;9)(p12;q11.2;p24)|BCR_ABL1|NOT_ASSESSABLE",
        "t(9;22)(q34;q12)|BCR_ABL1|NOT_ASSESSABLE",
        "dic(9;22)(p11;p11)|BCR_ABL1|NOT_ASSESSABLE",
        "t(12;21)(p13;q22)|ETV6_RUNX1|PRESENT",
        "t(12;21)(p13;q22)|ZNF384_REARRANGED|NOT_ASSESSABLE",
        "der(12)t(12;21)(p11.2;q11.2)|ETV6_RUNX1|NOT_ASSESSABLE",
        "t(4;11)(q21;q23)|KMT2A_AFF1|PRESENT",
        "t(4;11)(q21;q23.3)|KMT2A_REARRANGED|PRESENT",
        "t(4;11)(11;18)(q21;q23q23;q21)|KMT2A_AFF1|PRESENT",
        "t(4;11)(q1?2;q23)|KMT2A_REARRANGED|POSSIBLE",
        "t(?4;11)(q21;q23)|KMT2A_REARRANGED|POSSIBLE",
        "t(?4;11)(q21;q23)|KMT2A_AFF1|POSSIBLE",
        "t(12;21;?)(p13;q22;?)|ETV6_RUNX1|PRESENT",
        "t9;22)(q34;q11.2)|BCR_ABL1|PRESENT",
        "t(4;11)(q21;p15)|KMT2A_REARRANGED|NOT_ASSESSABLE",
        "t(11;19)(q23;p13.3)|KMT2A_REARRANGED|PRESENT",
        "t(11;19)(q23;p13.3)|KMT2A_AFF1|NOT_ASSESSABLE",
        "t(11;19)(q23;p13.3)|TCF3_PBX1|NOT_ASSESSABLE",
        "t(9;11)(p22;q23)|KMT2A_REARRANGED|PRESENT",
        "t(9;11)(p21.3;q23.3)|KMT2A_REARRANGED|PRESENT",
        "t(6;11)(q27;q23)|KMT2A_REARRANGED|PRESENT",
        "ins(10;11)(p12;q23q13)|KMT2A_REARRANGED|PRESENT",
        "add(11)(q23)|KMT2A_REARRANGED|POSSIBLE",
        "del(11)(q23)|KMT2A_REARRANGED|POSSIBLE",
        "t(11;14)(q23.3;q32)|KMT2A_REARRANGED|POSSIBLE",
        "t(11;22)(q23~24;q22)|KMT2A_REARRANGED|POSSIBLE",
        "add(11)(q21)|KMT2A_REARRANGED|NOT_ASSESSABLE",
        "t(10;11)(p13;q21)|KMT2A_REARRANGED|NOT_ASSESSABLE",
        "t(1;19)(q23;p13.3)|TCF3_PBX1|PRESENT",
        "der(19)t(1;19)(q23;p13)|TCF3_PBX1|PRESENT",
        "der(19)t(1;19)(q23;p13)|TCF3_HLF|NOT_ASSESSABLE",
        "der(19)t(1;19)(q21;p13)|TCF3_PBX1|POSSIBLE",
        "t(1;19)(q22;p13.3)|MEF2D_REARRANGED|POSSIBLE",
        "t(1;19)(q23;p13.3)|MEF2D_REARRANGED|NOT_ASSESSABLE",
        "t(1;19)(q42;q13.3)|TCF3_PBX1|NOT_ASSESSABLE",
        "t(17;19)(q22;p13)|HLF_REARRANGED|PRESENT",
        "der(19)t(17;19)(q21;p13.3)|TCF3_HLF|POSSIBLE",
        "t(8;14)(q24;q32)|MYC_REARRANGED|PRESENT",
        "t(8;14)(q24;q32)|IGH_REARRANGED|PRESENT",
        "t(8;14)(q24.1;q11.2)|MYC_REARRANGED|PRESENT",
        "t(8;14)(q24.1;q11.2)|IGH_REARRANGED|NOT_ASSESSABLE",
        "t(2;8)(p12;q24.1)|MYC_REARRANGED|PRESENT",
        "t(8;22)(q24;q11)|MYC_REARRANGED|PRESENT",
        "t(6;14)(p22;q32)|IGH_REARRANGED|PRESENT",
        "t(5;14)(q33;q32.1)|IGH_REARRANGED|POSSIBLE",
        "inv(14)(q11q32)|IGH_REARRANGED|POSSIBLE",
        "t(X;14)(p22;q32)|IGH_REARRANGED|PRESENT",
        "t(X;14)(p22;q32)|PH_LIKE|POSSIBLE",
        "t(9;22)(p24;q11)|PH_LIKE|POSSIBLE",
        "t(12;17)(p13;q12-21)|ZNF384_REARRANGED|POSSIBLE",
        "t(12;22)(p13;q12)|ZNF384_REARRANGED|POSSIBLE",
        "t(12;22)(p13;q12)|ETV6_RUNX1|NOT_ASSESSABLE",
        "dic(9;20)(p11~13;q11)|PAX5_ALTERED|POSSIBLE",
        "add(9)(p13)|PAX5_ALTERED|POSSIBLE",
        "trp(21)(q21q22)|IAMP21|POSSIBLE",
        "dup(21)(q22q22)|IAMP21|POSSIBLE",
        "add(21)(q22)amp(AML1)|IAMP21|PRESENT",
        "der(21)amp(21)(q22)del(21)(q22)|IAMP21|PRESENT",
        "der(21)add(21)(p11.2)(AML1x4)|IAMP21|PRESENT",
        "i(21)(q10)|IAMP21|NOT_ASSESSABLE",
        "der(21)t(5;21)(q13;q22)|IAMP21|NOT_ASSESSABLE",
      })
  void breakpointsOfOneRearrangement(String change, Feature feature, FeatureState state) {
    KaryotypeReport report = GuidelineKaryotypes.read("46,XX," + change + "[20]");

    assertThat(report.feature(feature).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "45,XX,-7[20]|LOSS_7P|PRESENT",
        "46,XX,i(7)(q10)[20]|LOSS_7P|PRESENT",
        "46,XX,del(7)(p11.2)[20]|LOSS_7P|PRESENT",
        "46,XX,del(7)(p12p15)[20]|LOSS_7P|PRESENT",
        "46,XX,del(7)(p13p15)[20]|LOSS_7P|POSSIBLE",
        "45,XX,dic(7;9)(p11;p11)[20]|LOSS_7P|PRESENT",
        "47,XX,+i(7)(q10)[20]|LOSS_7P|ABSENT",
        "46,XX,del(7)(q22)[20]|LOSS_7P|ABSENT",
        "46,XX,t(7;12)(p12;q13)[20]|LOSS_7P|ABSENT",
        "46,XX,del(7)(p11.2)[20]|IKZF1_ALTERED|POSSIBLE",
        "46,XX,del(7)(p13p15)[20]|IKZF1_ALTERED|NOT_ASSESSABLE",
        "46,XX,del(17)(p11.2)[20]|LOSS_17P|PRESENT",
        "46,XX,add(17)(p13)[20]|LOSS_17P|PRESENT",
        "46,XX,i(17)(q10)[20]|LOSS_17P|PRESENT",
        "46,XX,i(17)(q)[20]|LOSS_17P|PRESENT",
        "47,XX,+17,i(17)(q10)[20]|LOSS_17P|ABSENT",
        "46,XX,der(17)t(12;17)(q13;p11.2)[20]|LOSS_17P|PRESENT",
        "46,XX,der(12)t(12;17)(q13;p11.2),der(17)t(12;17)[20]|LOSS_17P|ABSENT",
        "46,XX,t(12;17)(q13;p11.2)[20]|LOSS_17P|ABSENT",
        "46,XX,?del(17)(p11.2)[20]|LOSS_17P|POSSIBLE",
        "46,XX[19]/45,XX,-17[1]|LOSS_17P|POSSIBLE",
        "46,XX,del(17)(p11.2)[20]|TP53_MUTATION|POSSIBLE",
        "36,X,+X,+1,+5,+6,+8,+10,+11,+14,+15,+18,+19,+21,+22[20]|LOSS_17P|PRESENT",
        "46,XX,i(9)(q10)[20]|PAX5_ALTERED|POSSIBLE",
      })
  void lossesOfArmsAndRegions(String text, Feature feature, FeatureState state) {
    assertThat(GuidelineKaryotypes.state(text, feature)).isEqualTo(state);
  }

  @Test
  void bcrAbl1ExcludesPhLike() {
    KaryotypeReport report =
        GuidelineKaryotypes.read("46,XX,t(9;22)(q34;q11.2),t(1;9)(q25;p24)[20]");

    assertThat(report.feature(Feature.PH_LIKE).state()).isEqualTo(FeatureState.ABSENT);
  }

  @Test
  void theReasonNamesTheLesionAndItsMetaphases() {
    KaryotypeReport report = GuidelineKaryotypes.read("46,XX,t(9;22)(q34;q11.2)[18]/46,XX[2]");

    FeatureCall call = report.feature(Feature.BCR_ABL1);
    assertThat(call.reason()).isEqualTo("BCR::ABL1, in 18 of 20 metaphases");
    assertThat(call.evidence()).containsExactly(new Excerpt("t(9;22)(q34;q11.2)", 6, 24));
  }

  @Test
  void aDetailedThreeWayVariantIsSeenByItsJunction() {
    KaryotypeReport report =
        GuidelineKaryotypes.read(
            "46,XY,der(9)(9pter->9q34::14q32.2->14qter),der(14)(14pter->14q32.2::22q11.2->22qter),"
                + "der(22)(22pter->22q11.2::9q34->9qter)[16]/46,XY[34]");

    assertThat(report.feature(Feature.BCR_ABL1).state()).isEqualTo(FeatureState.PRESENT);
    assertThat(report.feature(Feature.IGH_REARRANGED).state()).isEqualTo(FeatureState.POSSIBLE);
    assertThat(report.abnormalities().iscn2024()).hasValue(1);
    assertThat(report.abnormalities().listed()).hasValue(3);
  }
}
