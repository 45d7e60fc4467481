package org.karyon.iscn.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.iscn.model.Chromosome;
import org.karyon.iscn.model.Clone;
import org.karyon.iscn.report.CountRange;
import org.karyon.iscn.text.ReadingLog;

/** How many chromosomes the last clone of a text has, and how many of one of them. */
class CopiesOfAChromosomeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "46,XX[20] | 1 | 2 | 2 | 46 | 46",
        "46,XX[20] | X | 2 | 2 | 46 | 46",
        "46,XX[20] | Y | 0 | 0 | 46 | 46",
        "46,XY[20] | Y | 1 | 1 | 46 | 46",
        "45,X[20] | X | 1 | 1 | 45 | 45",
        "47,XX,+8[20] | 8 | 3 | 3 | 47 | 47",
        "45,XX,-7[20] | 7 | 1 | 1 | 45 | 45",
        "44,XX,-7,-7[20] | 7 | 0 | 0 | 44 | 44",
        "26,X,+X,+14,+21[20] | 14 | 2 | 2 | 26 | 26",
        "26,X,+X,+14,+21[20] | 1 | 1 | 1 | 26 | 26",
        "69<3n>,XXX[20] | 22 | 3 | 3 | 69 | 69",
        "67<3n>,XXY,-3,+8,-9,-16,-17,+20[20] | 3 | 2 | 2 | 67 | 67",
        "67<3n>,XXY,-3,+8,-9,-16,-17,+20[20] | 8 | 4 | 4 | 67 | 67",
        "69,XXX[20] | 1 | 3 | 3 | 69 | 69",
        "92,XXYY[20] | 1 | 4 | 4 | 92 | 92",
        "115<5n>,XXXXX[20] | 1 | 5 | 5 | 115 | 115",
        "115,XXXXX[20] | 1 | 5 | 5 | 115 | 115",
        "28,X,+Y,+6,+10,+18,+21[3]/56,idemx2[17] | 6 | 4 | 4 | 56 | 56",
        "28,X,+Y,+6,+10,+18,+21[3]/56,idemx2[17] | 1 | 2 | 2 | 56 | 56",
        "47,XX,+mar[20] | 1 | 2 | 2 | 47 | 47",
        "48,XX,+2mar[20] | 1 | 2 | 2 | 48 | 48",
        "47~49,XX,+1~3mar[20] | 1 | 2 | 2 | 47 | 49",
        "46,XX,dmin[20] | 1 | 2 | 2 | 46 | 46",
        "45,XX,der(1;7)(q10;p10)[20] | 1 | 1 | 2 | 45 | 45",
        "45,XX,der(1;7)(q10;p10)[20] | 7 | 1 | 2 | 45 | 45",
        "46,XX,+1,der(1;7)(q10;p10)[20] | 1 | 2 | 3 | 46 | 46",
        "47,XX,+der(1;7)(q10;p10)[20] | 1 | 2 | 3 | 47 | 47",
        "47,XX,+der(22)t(9;22)(q34;q11.2)[20] | 22 | 3 | 3 | 47 | 47",
        "47,XX,+der(22)t(9;22)(q34;q11.2)[20] | 9 | 2 | 2 | 47 | 47",
        "48,XX,+der(22)t(9;22)(q34;q11.2)x2[20] | 22 | 4 | 4 | 48 | 48",
        "48,XX,+8x2[20] | 8 | 4 | 4 | 48 | 48",
        "44,XX,-7x2[20] | 7 | 0 | 0 | 44 | 44",
        "48,XX,+del(5)(q13q31)x2[20] | 5 | 4 | 4 | 48 | 48",
        "45,XX,dic(9;20)(p13;q11)[20] | 9 | 2 | 2 | 45 | 45",
        "47,XX,+i(7)(q10)[20] | 7 | 3 | 3 | 47 | 47",
        "46,XX,t(9;22)(q34;q11.2)[20] | 9 | 2 | 2 | 46 | 46"
      })
  void isCountedByItsCentromere(
      String text, String chromosome, int low, int high, int lowTotal, int highTotal) {
    Clone clone = KaryotypeReader.read(text, new ReadingLog(text)).clones().getLast();

    assertThat(clone.copies().of(Chromosome.labelled(chromosome)))
        .isEqualTo(new CountRange(low, high));
    assertThat(clone.copies().total()).isEqualTo(new CountRange(lowTotal, highTotal));
  }
}
