package org.karyon.reading.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A report is read by its words, whatever its system writes for blanks, dashes and line ends. */
class ReportTextTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "A \\T\\ B          | A & B",
        "46,XX\\S\\          | 46,XX^",
        "about \\R\\ 5       | about ~ 5",
        "a \\E\\ b           | a \\ b",
        "MRD &lt;0.01 %      | MRD <0.01 %",
        "MRD &gt;0.01 %      | MRD >0.01 %",
        "MRD &le;0.01 %      | MRD <=0.01 %",
        "MRD &ge;0.01 %      | MRD >=0.01 %",
        "FISH &amp; PCR      | FISH & PCR",
        "&quot;seen&quot;    | \"seen\"",
        "Burkitt&apos;s      | Burkitt's",
        "not&nbsp;seen       | not seen",
        "MRD &#60;0.01 %     | MRD <0.01 %",
        "5 &#36; a           | 5 $ a",
        "\\H\\seen\\N\\       | seen",
        "<b>seen</b>         | seen",
        "&unknown; stays     | &unknown; stays"
      })
  void escapesStandForWhatTheyMean(String written, String plain) {
    assertThat(ReportText.plain(written)).isEqualTo(plain);
  }

  @Test
  void theEscapeOfABarStandsForABar() {
    assertThat(ReportText.plain("a \\F\\ b")).isEqualTo("a | b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\.br\\",
        "\\.sp1\\",
        "\\X0D0A\\",
        "<br>",
        "<BR/>",
        "</p>",
        "<h2>",
        "\r",
        "\r\n",
        "\u000b",
        "\f",
        "\u2028",
        "\u2029"
      })
  void whatEndsALineEndsIt(String end) {
    assertThat(ReportText.lines("BCR::ABL1" + end + "not seen"))
        .containsExactly("BCR::ABL1", "not seen");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\X09\\", "<td>", "</th>", "&#09;", "&#9;"})
  void whatPartsCellsIsATab(String cell) {
    assertThat(ReportText.plain("BCR::ABL1" + cell + "not seen")).isEqualTo("BCR::ABL1\tnot seen");
  }

  @ParameterizedTest
  @ValueSource(chars = {'\u00a0', '\u2007', '\u2009', '\u202f', '\u2002', '\u2003', '\u3000'})
  void exoticBlanksAreBlanks(char blank) {
    assertThat(ReportText.plain("not" + blank + "seen")).isEqualTo("not seen");
  }

  @ParameterizedTest
  @ValueSource(chars = {'\u2212', '\u2013', '\u2014', '\u2011', '\u2010'})
  void exoticDashesAreHyphens(char dash) {
    assertThat(ReportText.plain("BCR" + dash + "ABL1")).isEqualTo("BCR-ABL1");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "\u2018,'", "\u2019,'", "\u2032,'", "\u00b4,'",
        "\u201c,\"", "\u201d,\"", "\u00ab,\"", "\u00bb,\"",
        "\u2264,<=", "\u2265,>="
      })
  void exoticQuotesAndComparatorsAreThoseOfAKeyboard(String written, String plain) {
    assertThat(ReportText.plain("5" + written + "x")).isEqualTo("5" + plain + "x");
  }

  @ParameterizedTest
  @ValueSource(chars = {'\u200b', '\u200c', '\u200d', '\ufeff', '\u00ad'})
  void invisibleCharactersPartNoWord(char invisible) {
    assertThat(ReportText.plain("BCR::" + invisible + "ABL1")).isEqualTo("BCR::ABL1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- not seen",
        "* not seen",
        "\u2022 not seen",
        "\u2022not seen",
        "1. not seen",
        "12) not seen",
        "  > not seen",
        "\t- not seen",
        "not seen   "
      })
  void aBulletAndTheBlanksAtTheEndAreNoPartOfALine(String line) {
    assertThat(ReportText.lines(line)).containsExactly("not seen");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-7 seen", "12.5 seen", "123. seen", "12 seen", "(a) seen", "a. seen", "  seen"})
  void whatIsNoBulletStays(String line) {
    assertThat(ReportText.lines(line)).containsExactly(line);
  }

  @ParameterizedTest
  @CsvSource({"BCR::ABL1 ____ seen,1", "BCR::ABL1 ......... seen,1", "BCR::ABL1 ... seen,0"})
  void aRuleOfFourSignsIsOneGapToBeFilled(String line, int gaps) {
    List<String> lines = ReportText.lines(line);

    assertThat(lines)
        .singleElement()
        .asString()
        .matches(gaps == 1 ? ".* ___ .*" : ".*\\.\\.\\. .*");
  }

  @ParameterizedTest
  @CsvSource({"Étude,etude", "NÉGATIF,negatif", "groß,gross", "Plain,plain", "µL,µl", "müde,mude"})
  void foldedWordsHaveNoAccentsAndNoCapitals(String word, String folded) {
    assertThat(ReportText.folded(word)).isEqualTo(folded);
  }
}
