package org.karyon.iscn.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last bands of some chromosomes, as every ideogram shows them. */
class ChromosomeArmsTest {

  private static boolean has(String chromosome, String band) {
    return ChromosomeArms.has(
        Chromosome.labelled(chromosome), BandReader.read(band, 0, band.length()).getFirst());
  }

  @ParameterizedTest
  @CsvSource({
    "1, p36.3, p37",
    "1, q44, q45",
    "4, q35, q36",
    "9, p24, p25",
    "9, q34.3, q35",
    "11, q25, q26",
    "13, p13, p14",
    "14, q32.33, q33",
    "17, p13, p14",
    "19, p13.3, p14",
    "21, q22.3, q23",
    "22, q13, q14",
    "X, p22.3, p23",
    "X, q28, q29",
    "Y, q12, q13"
  })
  void theLastBandExistsAndTheNextDoesNot(String chromosome, String last, String next) {
    assertThat(has(chromosome, last)).isTrue();
    assertThat(has(chromosome, next)).isFalse();
  }

  @Test
  void ofAnUnknownChromosomeNothingIsDenied() {
    assertThat(has("?", "q99")).isTrue();
    assertThat(ChromosomeArms.has(Chromosome.labelled("22"), Band.NOWHERE)).isTrue();
  }

  @Test
  void sexChromosomesAndUnknownOnesAreNoAutosomes() {
    for (Chromosome chromosome : Chromosome.values()) {
      boolean numbered = chromosome.label().matches("\\d+");
      assertThat(chromosome.isAutosome()).as(chromosome.label()).isEqualTo(numbered);
    }
  }
}
