package org.karyon.iscn.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.iscn.GuidelineKaryotypes;

/** What a reader is told beside the result, and what a sound karyotype is never told. */
class KaryotypeWarningsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "46,XX[20]",
        "46,XY[20]",
        "45,X,-Y[20]",
        "45,X,-Y[5]/46,XY[15]",
        "45,X,-X[5]/46,XX[15]",
        "47,XY,+21c[20]",
        "46,XX,t(9;22)(q34;q11.2)[18]/46,XX[2]",
        "46,XX,del(6)(q21)[2]/47,XX,+8[18]",
        "56,XX,+X,+4,+6,+10,+14,+17,+18,+21,+21,+8[20]"
      })
  void aSoundKaryotypeIsNotWarnedOf(String text) {
    assertThat(GuidelineKaryotypes.read(text).warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "46,XX[10]/46,XY[10] | clones with different sex chromosomes",
        "46,XY[18]/46,XX[2] | clones with different sex chromosomes",
        "46,XX[19] | only 19 metaphases: nothing is excluded below 20",
        "46,XX[19] | too few metaphases for a normal result",
        "46,XX,t(9;22)(q34;q11.2)[19] | only 19 metaphases",
        "46,XX | the number of metaphases is not stated",
        "47,XX[20] | the changes add up to 46 chromosomes",
        "46,XX,+8[20] | the changes add up to 47 chromosomes",
        "46,XX,del(6)(q21)[1]/46,XX[19] | a single metaphase is not a clone unless confirmed"
      })
  void whatIsOddIsSaid(String text, String warning) {
    assertThat(GuidelineKaryotypes.read(text).warnings())
        .anySatisfy(said -> assertThat(said).contains(warning));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "46,XX,t(9;22)(q34;q11.2)[19] | too few metaphases for a normal result",
        "46,XX,t(9;22)(q34;q11.2)[1]/46,XX[19] | only",
        "46,XX[2]/47,XX,+8[1] | clones with different sex chromosomes",
        "45,X[10]/46,XY[10] | clones with different sex chromosomes",
        "46,XX[1]/47,XX,+8[19] | a single metaphase is not a clone"
      })
  void andWhatIsNotOddIsNot(String text, String warning) {
    assertThat(GuidelineKaryotypes.read(text).warnings())
        .noneSatisfy(said -> assertThat(said).contains(warning));
  }
}
