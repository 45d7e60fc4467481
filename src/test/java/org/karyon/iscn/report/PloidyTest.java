package org.karyon.iscn.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.iscn.GuidelineKaryotypes;
import org.karyon.iscn.KaryotypeReport;

class PloidyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "46,XX[20]|46|46|diploid",
        "26,X,+X,+14,+21[14]/46,XX[6]|26|26|near-haploid",
        "36,X,+X,+1,+5,+6,+8,+10,+11,+14,+15,+18,+19,+21,+22[20]|36|36|low hypodiploid",
        "45,XX,-7[20]|45|45|near-diploid",
        "47,XX,+8[20]|47|47|low hyperdiploid",
        "56-58,XX,+X,+4,+6,+8,+10,+14,+17,+18,+21,+21,+mar[cp6]|56|58|high hyperdiploid",
        "67<3n>,XXY,-3,+8,-9,-16,-17,+20[20]|67|67|near-triploid",
        "92,XXYY[20]|92|92|near-tetraploid",
        "28,X,+Y,+6,+10,+18,+21[3]/56,idemx2[17]|56|56|near-haploid, doubled",
        "50(25,X,+X,+21)x2[9]|50|50|near-haploid, doubled",
        "47,XX,+5,i(9)(q10)[7]/46,idem,-5[7]|46|47|uncertain, diploid to low hyperdiploid",
      })
  void modalNumberAndClass(String text, int low, int high, String ploidy) {
    KaryotypeReport report = GuidelineKaryotypes.read(text);

    assertThat(report.modalNumber()).contains(new CountRange(low, high));
    assertThat(report.ploidy().text()).isEqualTo(ploidy);
  }

  @Test
  void clonesOfOneNumberAreAddedForTheModalNumber() {
    KaryotypeReport report =
        GuidelineKaryotypes.read("47,XX,+8[5]/46,XX,del(6)(q13q21)[4]/46,XX,del(9)(p13)[4]");

    assertThat(report.modalNumber()).contains(CountRange.of(46));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "28,X,+Y,+6,+10,+18,+21[3]/56,idemx2[17]",
        "25,X,+Y,+21[1]/50,idemx2[19]",
        "28,X,+Y,+6,+10,+18,+21[3]/56,idem,x2[17]",
        "28,X,+Y,+6,+10,+18,+21[3]/56,slx2[17]",
        "28,X,+Y,+6,+10,+18,+21[3]/56,XY,+X,+Y,+6,+6,+10,+10,+18,+18,+21,+21[17]",
        "56(28,X,+Y,+6,+10,+18,+21)x2[20]",
        "56,(28,X,+Y,+6,+10,+18,+21)x2[20]",
        "56<4n>(28,X,+Y,+6,+10,+18,+21)x2[20]",
        "37,X,+Y,+1,+5,+6,+8,+9,+10,+11,+14,+18,+19,+20,+21,+22[3]/74,idemx2[17]",
        "73(36,X,+Y,+1,+5,+6,+8,+9,+10,+14,+18,+19,+20,+21,+22)x2,-X,+14,+mar[cp31]/46,XY[1]",
      })
  void aDoubledHypodiploidCloneIsHypodiploidyAndNothingFavourable(String text) {
    KaryotypeReport report = GuidelineKaryotypes.read(text);

    assertThat(report.feature(Feature.HYPODIPLOIDY).state()).isEqualTo(FeatureState.PRESENT);
    assertThat(report.feature(Feature.HIGH_HYPERDIPLOIDY).state()).isEqualTo(FeatureState.ABSENT);
    assertThat(report.feature(Feature.TRISOMY_10).state()).isLessThan(FeatureState.POSSIBLE);
    assertThat(report.feature(Feature.LOSS_17P).state()).isEqualTo(FeatureState.PRESENT);
    assertThat(report.feature(Feature.COMPLEX_KARYOTYPE).state())
        .isNotEqualTo(FeatureState.PRESENT);
  }

  /** Copies of two and four only are what doubling makes; each trisomy needs a later event. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "54,XX,+X,+X,+10,+14,+14,+18,+18,+21,+21[20]|POSSIBLE",
        "56,XY,+X,+Y,+10,+10,+14,+14,+18,+18,+21,+21[20]|POSSIBLE",
        "52,XX,+14,+14,+18,+18,+21,+21[20]|POSSIBLE",
        "51,XX,+X,+X,+14,+21,+21[20]|POSSIBLE",
        "52,XX,+X,+X,+14,+14,+21,+21[20]|POSSIBLE",
        "51,XX,+14,+14,+18,+21,+21[20]|POSSIBLE",
        "50-54,XX,+X,+X,+14,+21,+21[cp20]|POSSIBLE",
        "52,XX,+X,+X,+4,+10,+21,+21[20]|PRESENT",
        "52,XY,+X,+4,+6,+10,+21,+21[20]|PRESENT",
        "52,XX,+X,+4,+6,+10,+21,+21[20]|PRESENT",
        "53,XX,+X,+6,+10,+10,+18,+21,+21[20]|PRESENT",
        "53,XXYY,+4,+6,+10,+14,+18[20]|PRESENT",
        "67<3n>,XXY,-3,+8,-9,-16,-17,+20[20]|POSSIBLE",
        "63<3n>,XXY,-3,-7,-15,-16,-17,+21[20]|POSSIBLE",
        "60-63<3n>,XXY,-3,-7,-15,-16,-17,inc[20]|POSSIBLE",
        "62,XY,+X,+Y,+1,+5,+5,+6,+8,+9,+11,+18,+19,+20,+21,+21,+22,+22[20]|POSSIBLE",
        "60,XX,+X,+4,+5,+6,+8,+10,+11,+12,+14,+17,+18,+20,+21,+21[20]|PRESENT",
      })
  void gainsInPairsRaiseMaskedHypodiploidyAndAssertNoHyperdiploidy(
      String text, FeatureState state) {
    KaryotypeReport report = GuidelineKaryotypes.read(text);

    boolean suspected = state == FeatureState.POSSIBLE;
    assertThat(report.feature(Feature.HIGH_HYPERDIPLOIDY).state()).isEqualTo(state);
    assertThat(report.feature(Feature.HYPODIPLOIDY).is(FeatureState.POSSIBLE)).isEqualTo(suspected);
    assertThat(report.warnings().stream().anyMatch(said -> said.startsWith("masked hypodiploidy")))
        .isEqualTo(suspected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "50,XX,+X,+X,+21,+21[20]|POSSIBLE",
        "50,XY,+X,+Y,+21,+21[20]|POSSIBLE",
        "49,XX,+14,+14,+21,+21,-9[20]|POSSIBLE",
        "48,XX,+14,+14,+21,+21,-7,-9[20]|POSSIBLE",
        "48,XX,+21,+21[20]|POSSIBLE",
        "48,XX,+X,+X[20]|POSSIBLE",
        "48,XY,+21,+21[20]|ABSENT",
        "50,XX,+4,+10,+21,+21[20]|ABSENT",
      })
  void belowFiftyOneChromosomesPairsOfGainsStillRaiseHypodiploidy(String text, FeatureState state) {
    assertThat(GuidelineKaryotypes.state(text, Feature.HYPODIPLOIDY)).isEqualTo(state);
  }

  @Test
  void gainsThatMayComeFromADoublingAssertNoTrisomy() {
    KaryotypeReport report = GuidelineKaryotypes.read("54,XX,+4,+4,+10,+10,+17,+17,+21,+21[20]");

    assertThat(report.feature(Feature.TRISOMIES_4_10_17).state()).isEqualTo(FeatureState.POSSIBLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "55,XX,+X,+4,+6,+10,+14,+17,+18,+21,+21[20]|PRESENT",
        "?55,XX,+X,+4,+6,+10,+14,+17,+18,+21,+21[20]|PRESENT",
        "?50-60,+18,+21,+21,inc[cp3]|POSSIBLE",
        "62,XX,inc[8]|PRESENT",
        "51,XY,+6,+8,+10,+12,+21[16]/46,XY[5]|PRESENT",
        "53,XX,+X,+6,+10,+10,+18,+21,+21[8]/46,XX[12]|PRESENT",
        "55,XY,+X,+Y,+6,+10,+14,+14,r(16),+18,+21,+21[14]/46,XY[16]|PRESENT",
        "58,XY,+X,+Y,+4,+6,+8,+10,+14,+17,+18,+21,+21,+mar[14]/46,XY[6]|PRESENT",
        "66,XY,+X,+Y,+3,+4,+5,+8,+9,+10,+10,+11,+12,+14,+14,+17,+18,+21,+21,+22,+2mar[7]|POSSIBLE",
        "51,XX,+21c,+4,+6,+10,+21[20]|ABSENT",
        "50,XX,+4,+6,+10,+21[20]|ABSENT",
        "50,XX,+4,+6,+10,+21[15]/52,idem,+8,+9[5]|POSSIBLE",
        "69,XX,+X,+2,+4,+5,+6,+8,+9,+10,+11,+12,+14,+15,+16,+17,+18,+21,+22,+6mar[20]|ABSENT",
      })
  void highHyperdiploidyHasFiftyOneToSixtyFiveAcquiredChromosomes(String text, FeatureState state) {
    assertThat(GuidelineKaryotypes.state(text, Feature.HIGH_HYPERDIPLOIDY)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "43,XX,-7,-9,-20[20]|PRESENT",
        "44,XX,-7,-20[20]|ABSENT",
        "45,XX,-7[15]/43,idem,-9,-20[5]|POSSIBLE",
        "43~45,XX,-7,-9,-20[cp20]|POSSIBLE",
        "46,XX[19]/42,XX,-7,-9,-13,-20[1]|POSSIBLE",
        "44,XY,-7,der(14;21)(q10;q10)c[20]|ABSENT",
      })
  void hypodiploidyHasFewerThanFortyFourChromosomes(String text, FeatureState state) {
    assertThat(GuidelineKaryotypes.state(text, Feature.HYPODIPLOIDY)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "53,XX,+X,+4,+6,+10,+17,+21,+21[20]|PRESENT|PRESENT|PRESENT",
        "53,XX,+X,+4,+6,+?10,+17,+21,+21[20]|PRESENT|POSSIBLE|PRESENT",
        "52,XX,+X,+4,+6,+14,i(17)(q10),+21,+21[20]|PRESENT|ABSENT|ABSENT",
        "53,XX,+X,+4,+6,+14,+i(17)(q10),+21,+21[20]|PRESENT|ABSENT|PRESENT",
        "52,XX,+X,+4,+6,+14,+21,+21[17]/53,idem,+10[3]|PRESENT|POSSIBLE|ABSENT",
        "54,XX,+X,+4,+4,+6,+8,+10[2],+14,+21[cp20]|PRESENT|POSSIBLE|ABSENT",
        "92,XXYY[20]|ABSENT|ABSENT|ABSENT",
        "53,XY,+X,+4,+6,+9,+18,+20,+der(4;10)(q10;q10)[20]|PRESENT|POSSIBLE|ABSENT",
      })
  void trisomiesAreCountedByCentromere(
      String text, FeatureState four, FeatureState ten, FeatureState seventeen) {
    KaryotypeReport report = GuidelineKaryotypes.read(text);

    assertThat(report.feature(Feature.TRISOMY_4).state()).isEqualTo(four);
    assertThat(report.feature(Feature.TRISOMY_10).state()).isEqualTo(ten);
    assertThat(report.feature(Feature.TRISOMY_17).state()).isEqualTo(seventeen);
  }

  @Test
  void theThreeTrisomiesAreOneFeatureWhenAllArePresent() {
    KaryotypeReport report = GuidelineKaryotypes.read("53,XX,+X,+4,+6,+10,+17,+21,+21[20]");

    FeatureCall call = report.feature(Feature.TRISOMIES_4_10_17);
    assertThat(call.state()).isEqualTo(FeatureState.PRESENT);
    assertThat(call.evidence()).extracting(Excerpt::text).containsExactly("+4", "+10", "+17");
  }

  /** A number that the list denies is shown with the contradiction and is not asserted. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "54,XY,+4,+6[20]|HIGH_HYPERDIPLOIDY|POSSIBLE",
        "51,XX,+4,+10,+17,+18[20]|HIGH_HYPERDIPLOIDY|POSSIBLE",
        "56,XX,+X,+4,+6,+10,+14,+17,+18,+18,+21,+21,+22[20]|HIGH_HYPERDIPLOIDY|PRESENT",
        "55,XX,+X,+4,+6,+10,+14,+17,+18,+21,+mar,inc[20]|HIGH_HYPERDIPLOIDY|PRESENT",
        "43,XX,+8[20]|HYPODIPLOIDY|POSSIBLE",
        "43,XX,-7,-13[20]|HYPODIPLOIDY|POSSIBLE",
        "42,XX,-7,-13,-17[20]|HYPODIPLOIDY|PRESENT",
      })
  void aNumberThatTheChangesContradictIsNotAsserted(
      String text, Feature feature, FeatureState state) {
    assertThat(GuidelineKaryotypes.state(text, feature)).isEqualTo(state);
  }
}
