package org.karyon.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client wrote does not run in the spreadsheet of who reads the report. */
class SpreadsheetCellTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\ttext",
        "\rtext",
        "\ntext",
        " =1",
        "\u00a0=1",
        "\ufeff=1",
        "\u202e=1",
        "\uff1d1",
        "=HYPERLINK(\"http://evil.example\")\nmore"
      })
  void aFormulaIsText(String text) {
    assertThat(SpreadsheetCell.harmless(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a=b", "46,XX", "t(9;22)", "not now - later", "'=1", "1-1"})
  void anyOtherTextStaysAsItIs(String text) {
    assertThat(SpreadsheetCell.harmless(text)).isEqualTo(text);
  }
}
