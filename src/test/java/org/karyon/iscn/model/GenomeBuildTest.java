package org.karyon.iscn.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenomeBuildTest {

  @ParameterizedTest
  @CsvSource({
    "GRCh38, GRCH38",
    "hg38, GRCH38",
    "GRCh38.p13, GRCH38",
    "GRCh37, GRCH37",
    "hg19, GRCH37",
    "hg18, UNSTATED",
    "NCBI36, UNSTATED",
    "T2T-CHM13, UNSTATED"
  })
  void theBracketsNameTheGenome(String brackets, GenomeBuild build) {
    assertThat(GenomeBuild.named(brackets)).contains(build);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "20", "cp12", "85%"})
  void otherBracketsNameNone(String brackets) {
    assertThat(GenomeBuild.named(brackets)).isEmpty();
  }
}
