package org.karyon.iscn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.iscn.report.CountRange;
import org.karyon.iscn.report.Excerpt;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureCall;
import org.karyon.iscn.report.FeatureState;
import org.karyon.iscn.report.Token;
import org.karyon.iscn.report.TokenKind;

/** Karyotypes as laboratories really write them, one slip or older form at a time. */
class WrittenFormsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "54 XY,+X,+4,+6,+8,+10,+14,+18,+21[20]|54",
        "45.XY,-7[20]|45",
        "46XY,t(4;11)(q21;q23)[20]|46",
        "46mXY,t(9;22)(q34;q11.2)[20]|46",
        "46,XX,-16m+18[20]|46",
        "46,XYdel(5)(q13q33)[20]|46",
        "47,XY+8[20]|47",
        "58,XY,+X,+4,+5,+6,+del(6)(q?21)+7,+10,+13,+14,+15,+16,+17[8]|58",
        "46,XX,add(21)(q22)[3]/46,idem,,i(21)(q10)[2]|46",
        "46,XX,del6)(q13q23),add(10(q26)[12]/46,XX[8]|46",
        "47,XX,+2,i(8)(q10),del(12)(p13([2]/46,XX[18]|47",
        "79,XX,+X,r(6)(p25q13,+7,inc[7]|79",
        "45,XX,dic,(9;20)(p11;q11)[20]|45",
        "46,XX,psu dic(18;22)(p11;q11),+8[20]|46",
        "46,XX,inv dup(1)(q21q32)[20]|46",
        "46,XX,t(9;9*)(p21;q21),der(9')[20]|46",
        "46,XY,der?(9)t(8;9)(q?;p1)[10]|46",
        "47,XX,+8/ 10[20]|47",
        "47,XX,+14 or 18[20]|47",
        "46,XX,del(7)(q22q31) or del(7)(q31q32)[20]|46",
        "46,XX,t(3;11)(p25q13),del(9)p21p21)[20]|46",
        "46,XX,5q-,i(11q),iso(17q)[20]|46",
        "46,xx,t(8;16)(p11;p13)[20]|46",
        "46,XX,DEL(6)(Q13Q23)X2[20]|46",
        "48,XX,+mar1x2[20]|48",
        "51,X,-Y,-14,+7mar[3]|51",
        "50,X,-Y,+X,+10,+14,+21,+21[3]|50",
        "46,Y,t(X;20)(p11;q11)[20]|46",
        "46,X,inv(Y)(p11.2q11.2)c[20]|46",
        "46,XXYc,-X[20]|46",
        "66,XXY,-1,-1,-4,-5,-7,+8,+10,+12,-15,+17,-19,-20,+21[20]|66",
        "92,XXYY[20]|92",
      })
  void slipsAndOldFormsAddUpToTheirNumber(String text, int modalNumber) {
    KaryotypeReport report = GuidelineKaryotypes.read(text);

    assertThat(report.unknown()).isEmpty();
    assertThat(report.modalNumber()).contains(CountRange.of(modalNumber));
    assertThat(report.clones())
        .extracting(CloneReport::arithmetic)
        .doesNotContain(CloneReport.Arithmetic.DIFFERS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "46,XY,\u22127,+8,t(9;22)(q34;q11.2)[20]",
        "46\uFF0CXX\uFF0Ct\uFF089\uFF1B22\uFF09\uFF08q34\uFF1Bq11.2\uFF09\uFF3B20\uFF3D",
        "46,\u03A7\u03A5,t(9;22)(q34;q11.2)[20]",
        "46,X\u200BX,t(9;22)(q34;q11.2)[20]",
        "46&lt;2n&gt;,XX,t(9:22)(q34;q11)[20]",
        "46,XX,\nt(9;22)\n(q34;q11.2) [20]",
        "46,XX,\\nt(9;22)(q34;q11.2)[20]",
        "46,XX,T(9;22)(Q34;Q11.2)[20]",
        "46,XX,t(9;22)(q34;q11.2[20]",
        "46,XX,t(9;22)(q34;q11.2)]20]",
        "46,XX,t(9;22)(q34;q11.2)[[20]",
        "46,XX,t(9;22)(q34;q11.2),[20]",
        "46,XX,der((9)t(9;22)(q34;q11.2)[20]",
        "46,XX,t(9;22)(q34;q11.2)[20]/",
        "Updated ISCN 46,XX,t(9;22)(q34;q11.2)[20]",
        "8/25/14 = 46,XX,t(9;22)(q34;q11.2)[20]",
        "46,XX,t(9;22)(q34;q11.2)[20]. Abnormal female karyotype",
        "mos 46,XX,t(9;22)(q34;q11.2)[20]",
        "46,XY,del(6)(q13),t(9;22)(q34;q11.2)[20]`",
        "46,XX,der(22)(22pter->22q11.2::9q34->9qter)[20]",
        "46,XX,der(22)(22pter\u219222q11.2::9q34\u21929qter)[20]",
      })
  void signsLineBreaksAndLostBracketsDoNotHideTheTranslocation(String text) {
    KaryotypeReport report = GuidelineKaryotypes.read(text);

    FeatureCall call = report.feature(Feature.BCR_ABL1);
    assertThat(call.state()).isEqualTo(FeatureState.PRESENT);
    assertThat(call.evidence())
        .isNotEmpty()
        .allSatisfy(
            evidence ->
                assertThat(text.substring(evidence.start(), evidence.end()))
                    .isEqualTo(evidence.text()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "46,XX,t(4;11)(q21;q23)[17]46,XX[3]|2|20",
        "46,XX,t(4;11)(q21;q23)[6];46,XX[14]|2|20",
        "46,XX,t(4;11)(q21;q23)[6]/ 46,XX[14]|2|20",
        "45,XY,-7[cp5] 46,XY[15]|2|20",
        "46,XX[19]/nonclonal[1]|1|20",
        "46,XX[16]/ncSCA[4]|1|20",
        "46,XY[15]/4n[1]/nonclonal[4]|1|20",
        "47,XX,+8[15]/nonclonal w/clonal abnormalities[5]|1|20",
        "47,XX,+8[13,one w/nonclonal abnormality]/46,XX[7]|2|20",
        "46,XX,-7,+8[6/30%]; 46,XX[14/70%]|2|20",
        "46,XX[?20]|1|20",
        "45,XY,-7[12] and 46,XY[8]|2|20",
        "46,XY,-7,+8[15]/46,XY[5] (abnormal male karyotype)|2|20",
        "73/74(69-77)<3n>,XXX,+8[20]|1|20",
      })
  void clonesAndMetaphasesAreToldApart(String text, int clones, int metaphases) {
    KaryotypeReport report = GuidelineKaryotypes.read(text);

    assertThat(report.clones()).hasSize(clones);
    assertThat(report.metaphases()).isEqualTo(metaphases);
    assertThat(report.unknown()).isEmpty();
  }

  @Test
  void aMisspeltKeywordIsReportedAndItsBandsAreOnlyPossible() {
    KaryotypeReport report = GuidelineKaryotypes.read("46,XY,y(1;19)(q23;p13.3)[15]/46,XY[5]");

    assertThat(report.unknown()).containsExactly("y(1;19)(q23;p13.3)");
    assertThat(report.warnings()).isNotEmpty();
    assertThat(report.feature(Feature.TCF3_PBX1).state()).isEqualTo(FeatureState.POSSIBLE);
    assertThat(report.abnormalities().iscn2024()).hasValue(1);
  }

  @Test
  void aLoneNumberThatLostItsSignIsNotDropped() {
    KaryotypeReport report = GuidelineKaryotypes.read("46,XX,8[20]");

    assertThat(report.unknown()).containsExactly("8");
    assertThat(report.clones()).noneMatch(clone -> clone.role() == CloneReport.Role.NORMAL);
  }

  @Test
  void aPercentageIsNotANumberOfMetaphases() {
    assertThat(GuidelineKaryotypes.read("46,XX[49%]").metaphases()).isZero();
  }

  @Test
  void metaphaseFishInTheMiddleOfACloneDoesNotEndIt() {
    KaryotypeReport report =
        GuidelineKaryotypes.read(
            "45,XX,der(5)t(5;11)(q35;q12).ish der(5)t(5;11)(wcp11+),-7,+8,-9[6]");

    assertThat(report.clones()).hasSize(1);
    assertThat(report.clones().getFirst().abnormalities())
        .containsExactly("der(5)t(5;11)(q35;q12)", "-7", "+8", "-9");
    assertThat(report.clones().getFirst().arithmetic()).isEqualTo(CloneReport.Arithmetic.AGREES);
  }

  @Test
  void bandsDroppedInALaterMentionAreTakenFromTheFirst() {
    KaryotypeReport report =
        GuidelineKaryotypes.read("47,XX,t(9;22)(q34;q11.2),+8[3]/47,XX,der(22)t(9;22),+8[17]");

    assertThat(report.feature(Feature.BCR_ABL1).evidence())
        .extracting(Excerpt::text)
        .containsExactly("t(9;22)(q34;q11.2)", "der(22)t(9;22)");
  }

  @Test
  void aBandThatDoesNotExistIsWarnedOfAndNeverAsserted() {
    KaryotypeReport report = GuidelineKaryotypes.read("46,XX,t(9;22)(q34;q4)[20]");

    assertThat(report.feature(Feature.BCR_ABL1).state()).isEqualTo(FeatureState.POSSIBLE);
    assertThat(report.warnings()).anyMatch(warning -> warning.contains("does not exist"));
  }

  @Test
  void everyPieceOfTheTextIsATokenWithItsPlace() {
    String text = "46,XX,t(9;22)(q34;q11.2)[18]/46,XX[2].nuc ish (ABL1,BCR)x3[120/200]";
    KaryotypeReport report = GuidelineKaryotypes.read(text);

    assertThat(report.tokens())
        .allSatisfy(
            token ->
                assertThat(text.substring(token.start(), token.end())).isEqualTo(token.text()));
    assertThat(report.tokens())
        .extracting(Token::kind)
        .contains(
            TokenKind.CHROMOSOME_COUNT,
            TokenKind.SEX_CHROMOSOMES,
            TokenKind.ABNORMALITY,
            TokenKind.CELL_COUNT,
            TokenKind.TECHNIQUE,
            TokenKind.FISH_SIGNAL,
            TokenKind.FISH_CELL_COUNT)
        .doesNotContain(TokenKind.UNKNOWN);
  }

  /** A sentence after the metaphases is free text; it neither hides nor adds a change. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "46,XX[20] Normal female karyotype; no evidence of t(9;22).",
        "46,XX[20] Normal female karyotype, no t(9;22)",
        "46,XX[20], normal female karyotype",
        "46,XX[20] - normal female",
        "46,XX[12] abnormal only in FISH/46,XX[8] see below",
      })
  void wordsBehindTheMetaphasesAreNoNotation(String text) {
    KaryotypeReport report = GuidelineKaryotypes.read(text);

    assertThat(report.unknown()).isEmpty();
    assertThat(report.metaphases()).isEqualTo(20);
    assertThat(report.clones()).extracting(CloneReport::role).containsOnly(CloneReport.Role.NORMAL);
    assertThat(report.feature(Feature.BCR_ABL1).state()).isEqualTo(FeatureState.NOT_ASSESSABLE);
  }
}
