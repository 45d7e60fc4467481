package org.karyon.iscn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.iscn.report.AbnormalityCounts;
import org.karyon.iscn.report.Excerpt;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureCall;
import org.karyon.iscn.report.FeatureState;

/** ISCN 2024, section 6.5, beside the plain number of entries, and the complex karyotype. */
class AbnormalityCountTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "46,XX[20]|0|0",
        "48,XX,+8,+8[20]|2|2",
        "45,X,-Y[20]|1|1",
        "48,XX,+2mar[20]|2|2",
        "46,XX,t(9;22)(q34;q11.2)[20]|1|1",
        "46,XX,t(9;22;14)(q34;q11.2;q32)[20]|1|1",
        "46,XX,der(9)t(9;22)(q34;q11.2),der(22)t(9;22)[20]|1|2",
        "46,XX,inv(3)(q21q26)[20]|1|1",
        "46,XX,ins(4;11)(q21;q13q23)[20]|1|1",
        "46,XX,del(6)(q13q23),dup(1)(q21q32),add(9)(p13)[20]|3|3",
        "46,XX,i(17)(q10),idic(21)(p11.2),r(7)(p12q31)[20]|3|3",
        "46,XX,trp(21)(q21q22)[20]|2|1",
        "46,XX,ider(9)(q10)t(9;22)(q34;q11)[20]|2|1",
        "46,XX,der(19)t(1;19)(q23;p13)[20]|2|1",
        "47,XX,t(9;22)(q34;q11.2),+der(22)t(9;22)[20]|2|2",
        "46,XX,der(12)del(12)(p11.2p13)del(12)(q15q24)[20]|1|1",
        "45,XX,dic(9;20)(p11;q11)[20]|2|1",
        "46,XX,+1,der(1;7)(q10;p10)[20]|2|2",
        "46,XX,der(9)t(9;9)(p12;q34)[20]|1|1",
        "46,XX,del(6)(q13q23)x2[20]|2|2",
        "92,XXYY[20]|1|0",
        "46,XX,del(9)(q12q32)[10]/92,idemx2[10]|2|1",
        "46,XX,t(4;11)(q21;q23)[5]/47,idem,+8[5]/48,XX,t(4;11)(q21;q23),+8,+21[10]|3|3",
        "47,XX,+21c[20]|0|0",
        "46,XX,dmin[20]|1|1",
        "46,XY,del(8)(q22q24.1),t(11;19)(q23;p13.1)[10]"
            + "/46,XY,der(8)del(8)t(8;13)(p21;q12),t(11;19)[6]"
            + "/46,XY,t(4;10)(p16;p11.2),t(11;19),del(20)(q11.2)[3]"
            + "/47,XY,t(11;19),+i(13)(q10)[1]|7|6",
      })
  void distinctAcquiredChangesOfTheWholeSample(String text, int iscn2024, int listed) {
    AbnormalityCounts counts = GuidelineKaryotypes.read(text).abnormalities();

    assertThat(counts.iscn2024()).hasValue(iscn2024);
    assertThat(counts.listed()).hasValue(listed);
  }

  @Test
  void aComplexKaryotypeQuotesTheAbnormalitiesThatWereCounted() {
    FeatureCall call =
        GuidelineKaryotypes.read(
                "46,XY,add(1)(p36),del(3)(p21),t(5;7)(q31;q22),add(10)(q24)[9]/45,idem,-13[11]")
            .feature(Feature.COMPLEX_KARYOTYPE);

    assertThat(call.state()).isEqualTo(FeatureState.PRESENT);
    assertThat(call.evidence())
        .extracting(Excerpt::text)
        .containsExactly("add(1)(p36)", "del(3)(p21)", "t(5;7)(q31;q22)", "add(10)(q24)", "-13");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "45,X,-X,inv(1)(p13q32),del(1)(p13p32),del(6)(q21q25),+mar[20]|PRESENT",
        "46,XX,del(6)(q21q25),del(9)(p13),add(3)(q21),add(2)(p12)[20]|ABSENT",
        "55,XX,+X,+4,+6,+10,+14,+17,+18,+21,+21[20]|ABSENT",
        "46,XX,t(9;22)(q34;q11),del(1)(p13),del(6)(q21),add(3)(q21),add(2)(p12)[20]|ABSENT",
        "46,XX,t(4;11)(q21;q23),del(1)(p13),del(6)(q21),add(3)(q21),add(2)(p12)[20]|ABSENT",
        "46,XX,add(11)(q23),del(1)(p13),del(6)(q21),add(3)(q21),add(2)(p12)[20]|POSSIBLE",
        "46,XX,add(21)(q22)amp(AML1),del(1)(p13),del(6)(q21),add(3)(q21),add(2)(p12)[20]|ABSENT",
        "67<3n>,XXY,-3,+8,-9,-16,-17,+20[20]|ABSENT",
      })
  void aComplexKaryotypeIsWhatNoPloidyAndNoNamedLesionExplains(String text, FeatureState state) {
    assertThat(GuidelineKaryotypes.state(text, Feature.COMPLEX_KARYOTYPE)).isEqualTo(state);
  }
}
