package org.karyon.iscn.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Probes by the names that laboratories and kits give them. */
class ProbeNamesTest {

  @ParameterizedTest
  @CsvSource({
    "MLL, KMT2A",
    "mll, KMT2A",
    " TEL , ETV6",
    "AML1, RUNX1",
    "E2A, TCF3",
    "ABL, ABL1",
    "BCR, BCR",
    "UNHEARD, UNHEARD",
    "KMT2A(5'), KMT2A",
    "MLL (5'), KMT2A"
  })
  void aGeneHasItsCurrentName(String written, String current) {
    assertThat(ProbeNames.current(written)).isEqualTo(current);
  }

  @ParameterizedTest
  @CsvSource({
    "D4Z1, CEP4",
    "d17z1, CEP17",
    "DXZ1, CEPX",
    "DYZ3, CEPY",
    "D13/21Z1, CEP13/21",
    "D14/D22Z1, D14/D22Z1",
    "DZ1, DZ1",
    "DAZ1, DAZ1",
    "D4S163, D4S163",
    "X4Z1, X4Z1",
    "D123456Z1, D123456Z1"
  })
  void anAlphaSatelliteIsTheCentromereOfItsChromosome(String written, String current) {
    assertThat(ProbeNames.current(written)).isEqualTo(current);
  }
}
