package org.karyon.iscn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureCall;
import org.karyon.iscn.report.FeatureState;
import org.karyon.iscn.report.KaryotypeThresholds;

/** FISH in the forms of all editions, and what it says beside a karyotype. */
class FishTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nuc ish (ABL1,BCR)x3(ABL1 con BCR)x2[120/200]|BCR_ABL1|PRESENT",
        "nuc ish (ABL1x2,BCRx3)(ABL1 con BCR)x1[100/200]|BCR_ABL1|PRESENT",
        "nuc ish 9q34(ABL1x3),22q11.2(BCRx3)(ABL1 con BCRx2)[150/200]|BCR_ABL1|PRESENT",
        "nuc ish(ABLx2),(BCRx2)(ABL con BCRx1)|BCR_ABL1|PRESENT",
        "nuc ish (ABL1\u00D73,BCR\u00D73)(ABL1 con BCR)\u00D72[120/200]|BCR_ABL1|PRESENT",
        "nuc ish (ABL1,BCR)x3(ABL1 con BCR)x2[2/200]|BCR_ABL1|POSSIBLE",
        "nuc ish (ABL1,BCR)x3(ABL1 con BCR)x2[120]/(ABL1,BCR)x2[80]|BCR_ABL1|PRESENT",
        "nuc ish (ABL1,BCR)x3(ABL1 con BCR)x2[0/200]|BCR_ABL1|NOT_ASSESSABLE",
        "nuc ish(ABL1,BCR)x2[200]|BCR_ABL1|ABSENT",
        "nuc_ish(ABL1,BCR)x2[200]|BCR_ABL1|ABSENT",
        "nuc-ish (ABL1,BCR)x2[200]|BCR_ABL1|ABSENT",
        "nuc ish(ABL1,BCR)x2[5]|BCR_ABL1|NOT_ASSESSABLE",
        "nuc ish(ABL1,BCR)x2[40/40]|BCR_ABL1|NOT_ASSESSABLE",
        "nuc ish(ABL1,BCR)x2[40]/(ABL1,BCR)x3[20]|BCR_ABL1|ABSENT",
        "nuc ish 9q34(ABL1x2),22q11.2(BCRx2)|BCR_ABL1|ABSENT",
        "nuc ish (ABL1,BCR)x3[200]|BCR_ABL1|ABSENT",
        "nuc ish (ABL1)x2[200]|BCR_ABL1|NOT_ASSESSABLE",
        "nuc ish (TELx2,AML1x3)(TEL con AML1x1)[90/200]|ETV6_RUNX1|PRESENT",
        "nuc ish (ETV6,RUNX1)x2[200]|ETV6_RUNX1|ABSENT",
        "nuc ish (ETV6x2,RUNX1x3c)[200]|ETV6_RUNX1|NOT_ASSESSABLE",
        "nuc ish (ETV6x2,RUNX1x5~8)[180/200]|ETV6_RUNX1|ABSENT",
        "nuc ish (ETV6x2,RUNX1x5~8)[180/200]|IAMP21|POSSIBLE",
        "nuc ish (RUNX1)amp[150/200]|IAMP21|PRESENT",
        "nuc ish (RUNX1)x12~>20[150/200]|IAMP21|PRESENT",
        "nuc ish (ETV6,RUNX1)x2[200]|IAMP21|ABSENT",
        "nuc ish (TCF3,PBX1)x3(TCF3 con PBX1)x2[90/100]|TCF3_PBX1|PRESENT",
        "nuc ish (E2Ax2)(5'E2A sep 3'E2Ax1)[90/100]|TCF3_HLF|POSSIBLE",
        "nuc ish (KMT2A)x2(5'KMT2A sep 3'KMT2A)x1[187/200]|KMT2A_REARRANGED|PRESENT",
        "nuc ish(MLLx2)(5\u2032MLL sep 3\u2032MLLx1)[187/200]|KMT2A_REARRANGED|PRESENT",
        "nuc ish (5'KMT2Ax2,3'KMT2Ax1)(5'KMT2A con 3'KMT2A)x1[90/200]|KMT2A_REARRANGED|POSSIBLE",
        "nuc ish (5'KMT2A,3'KMT2A)x2(5'KMT2A con 3'KMT2A)x1[90/200]|KMT2A_REARRANGED|PRESENT",
        "nuc ish (5'KMT2A,3'KMT2A)x2(5'KMT2A con 3'KMT2A)x2[200]|KMT2A_REARRANGED|ABSENT",
        "nuc ish 11q23(MLLx2)|KMT2A_REARRANGED|ABSENT",
        "nuc ish (KMT2A)x2[200]|KMT2A_AFF1|NOT_ASSESSABLE",
        "nuc ish (IGH)x2(5' IGH sep 3' IGHx1)[200/205]|IGH_REARRANGED|PRESENT",
        "nuc ish (IGH,MYC)x3(IGH con MYC)x2[100/200]|MYC_REARRANGED|PRESENT",
        "nuc ish (IGH,MYC)x2[200]|IGH_REARRANGED|NOT_ASSESSABLE",
        "nuc ish (CRLF2)x2(5'CRLF2 sep 3'CRLF2)x1[90/100]|PH_LIKE|PRESENT",
        "nuc ish (PDGFRB)x2(5'PDGFRB sep 3'PDGFRB)x1[90/100]|PH_LIKE|PRESENT",
        "nuc ish (ABL1)x2(5'ABL1 sep 3'ABL1)x1[90/100]|PH_LIKE|POSSIBLE",
        "nuc ish (CRLF2)x2[200]|PH_LIKE|NOT_ASSESSABLE",
        "nuc ish (p53x1,D17Z1x2)[120/200]|LOSS_17P|PRESENT",
        "nuc ish (TP53x1,D17Z1x2)[120/200]|TP53_MUTATION|POSSIBLE",
        "nuc ish (TP53,D17Z1)x2[200]|LOSS_17P|ABSENT",
        "nuc ish (TP53,D17Z1)x2[200]|TP53_MUTATION|NOT_ASSESSABLE",
        "nuc ish (IKZF1x1)[90/100]|IKZF1_ALTERED|PRESENT",
        "nuc ish (D4Z1,D10Z1,D17Z1)x3[180/200]|TRISOMIES_4_10_17|PRESENT",
        "nuc ish (D4Z1x3,D10Z1x3,D17Z1x2)[180/200]|TRISOMIES_4_10_17|ABSENT",
        "nuc ish (CEP4,CEP10,CEP17)x4[100/200]|TRISOMY_4|NOT_ASSESSABLE",
        "nuc ish 17cen(D17Z1x3),18cen(D18Z1x2)[62%]/17cen(D17Z1x2)[33%]|TRISOMY_17|PRESENT",
        "ish t(9;22)(q34;q11.2)(ABL1+,BCR+;ABL1+,BCR+)|BCR_ABL1|PRESENT",
        "ish del(17)(p13p13)(TP53-)|LOSS_17P|PRESENT",
        "ish 10(wcp10+x3)|TRISOMY_10|PRESENT",
        "ish add(21)(q22)(AML1++++)|IAMP21|PRESENT",
      })
  void aPatternOfSignals(String text, Feature feature, FeatureState state) {
    assertThat(GuidelineKaryotypes.state(text, feature)).isEqualTo(state);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "46,XX[20].nuc ish (KMT2A)x2[200]",
        "46,XX[20]. nuc ish(KMT2Ax2)[200]",
        "46,XX[20].nuc ish 11q23(MLLx2)",
        "46,XX[20] nuc ish (KMT2A)x2[200]",
        "46,XX[20].isht(3;11)(KMT2A+).nuc ish (KMT2A)x2[200]",
        "46,XX[20]/.nuc ish (KMT2A)x2[200]",
        "46,XX[20].arr(1-22,X)x2.nuc ish (KMT2A)x2[200]",
      })
  void fishIsSplitOffTheKaryotype(String text) {
    KaryotypeReport report = GuidelineKaryotypes.read(text);

    assertThat(report.clones()).hasSize(1);
    assertThat(report.clones().getFirst().role()).isEqualTo(CloneReport.Role.NORMAL);
    assertThat(report.feature(Feature.KMT2A_REARRANGED).state()).isEqualTo(FeatureState.ABSENT);
    assertThat(report.unknown()).isEmpty();
  }

  @Test
  void aNormalFishPatternSettlesWhatBandingOnlySuggests() {
    assertThat(
            GuidelineKaryotypes.read("46,XY,add(11)(q23)[20].nuc ish (KMT2A)x2[200]")
                .feature(Feature.KMT2A_REARRANGED)
                .state())
        .isEqualTo(FeatureState.ABSENT);
  }

  @Test
  void aContradictionIsSaidAndTheSpecificPositiveStands() {
    FeatureCall call =
        GuidelineKaryotypes.read("46,XY,t(9;22)(q34;q11.2)[20].nuc ish (ABL1,BCR)x2[200]")
            .feature(Feature.BCR_ABL1);

    assertThat(call.state()).isEqualTo(FeatureState.PRESENT);
    assertThat(call.reason()).contains("contradicted by FISH");
    assertThat(call.evidence()).hasSize(2);
  }

  @Test
  void trisomiesByFishOutrankANormalKaryotype() {
    KaryotypeReport report =
        GuidelineKaryotypes.read(
            "46,XY[47].nuc ish Xcen(DXZ1x3),4cen(D4Z1x3),10cen(D10Z1x3),"
                + "13/ 21cen(D13/21Z1x5),18cen(D18Z1x3)");

    assertThat(report.unknown()).isEmpty();
    assertThat(report.feature(Feature.TRISOMY_4).state()).isEqualTo(FeatureState.PRESENT);
    assertThat(report.feature(Feature.TRISOMY_17).state()).isEqualTo(FeatureState.ABSENT);
    assertThat(report.feature(Feature.HIGH_HYPERDIPLOIDY).state()).isEqualTo(FeatureState.POSSIBLE);
  }

  @Test
  void fiveSignalsOfRunx1AreNoAmplificationBesideFiveChromosomes21() {
    KaryotypeReport report =
        GuidelineKaryotypes.read(
            "55,XX,+X,+4,+6,+10,+14,+18,+21,+21,+21[20].nuc ish (ETV6x2,RUNX1x5)[180/200]");

    assertThat(report.feature(Feature.IAMP21).state()).isEqualTo(FeatureState.NOT_ASSESSABLE);
  }

  @Test
  void theLowLevelLimitIsAParameter() {
    KaryotypeThresholds lenient = GuidelineKaryotypes.examined(20, 0.5);

    assertThat(
            Karyotypes.read("nuc ish (ABL1,BCR)x3(ABL1 con BCR)x2[2/200]", lenient)
                .feature(Feature.BCR_ABL1)
                .state())
        .isEqualTo(FeatureState.PRESENT);
  }

  @Test
  void signalsThatAreNotUnderstoodAreKept() {
    KaryotypeReport report = GuidelineKaryotypes.read("nuc ish +X/ +1,+8");

    assertThat(report.unknown()).contains("+X", "+1", "+8");
  }
}
