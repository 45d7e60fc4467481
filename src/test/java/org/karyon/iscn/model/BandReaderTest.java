package org.karyon.iscn.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandReaderTest {

  private static List<Band> read(String bands) {
    return BandReader.read(bands, 0, bands.length());
  }

  @ParameterizedTest
  @CsvSource({
    "q34,34000,35000,false",
    "q11.2,11200,11300,false",
    "q11.23,11230,11240,false",
    "q3,30000,40000,false",
    "q2?3,23000,24000,true",
    "q?21,21000,22000,true",
    "?q21,21000,22000,true",
    "q?,0,100000,true",
    "q21~q22,21000,23000,true",
    "q12-21,12000,22000,true",
    "q2-4,20000,50000,true",
    "q21-4,21000,25000,true",
    "q10,10000,11000,false",
    "q13.?3,13300,13400,true",
  })
  void aBandIsAStretchOfItsArm(String written, int from, int to, boolean uncertain) {
    assertThat(read(written)).containsExactly(new Band(Arm.LONG, from, to, uncertain));
  }

  @Test
  void twoBreaksOfOneChromosomeAreTwoBands() {
    assertThat(read("q13q33")).extracting(Band::from).containsExactly(13_000, 33_000);
    assertThat(read("p11.2q11.2")).extracting(Band::arm).containsExactly(Arm.SHORT, Arm.LONG);
    assertThat(read("p1?3p2?2")).extracting(Band::from).containsExactly(13_000, 22_000);
  }

  @Test
  void numbersGrowOutward() {
    assertThat(read("p11.2").getFirst().from()).isLessThan(read("p12").getFirst().from());
    assertThat(read("p12").getFirst().from()).isLessThan(read("p13").getFirst().from());
  }

  @Test
  void aBandHoldsItsSubBandsAndNotItsNeighbour() {
    Band q23 = read("q23").getFirst();

    assertThat(q23.overlaps(read("q23.3").getFirst())).isTrue();
    assertThat(q23.overlaps(read("q24").getFirst())).isFalse();
    assertThat(q23.overlaps(read("p23").getFirst())).isFalse();
  }

  @Test
  void nonsenseIsNoBand() {
    assertThat(read("xyz")).isEmpty();
    assertThat(read("?")).containsExactly(Band.NOWHERE);
  }
}
