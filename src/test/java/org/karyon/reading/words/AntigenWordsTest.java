package org.karyon.reading.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An antigen is there where it is seen at all, and not where it is denied (contract, 5a.8). */
class AntigenWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "positive                  | PRESENT |",
        "Negative                  | ABSENT  |",
        "dim                       | PRESENT |",
        "partial                   | PRESENT |",
        "not expressed             | ABSENT  |",
        "expressed                 | PRESENT |",
        "not detected              | ABSENT  |",
        "not positive              | ABSENT  |",
        "30 %                      | PRESENT | 0.3",
        "Partial, 30 % of blasts   | PRESENT | 0.3",
        "Negative, 2 % of blasts   | ABSENT  | 0.02",
        "CD20 positive             | PRESENT |"
      })
  void whatAnAntigenIsInWords(String text, Answer answer, BigDecimal share) {
    assertThat(AntigenWords.read(text))
        .hasValueSatisfying(
            read -> {
              assertThat(read.answer()).isEqualTo(answer);
              assertThat(read.share().map(Share::most).map(BigDecimal::stripTrailingZeros))
                  .isEqualTo(Optional.ofNullable(share));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "of blasts",
        "see the comment of our pathologist",
        "positive and negative",
        "dim, negative",
        "10 % at first, 40 % of blasts",
        "BCR::ABL1 positive"
      })
  void whatIsNotUnderstoodAsAWholeIsNoAnswer(String text) {
    assertThat(AntigenWords.read(text)).isEmpty();
  }
}
