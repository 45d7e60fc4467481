package org.karyon.reading.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A yes is a yes, a no needs a closed phrase, and everything else stays open. */
class AnswerWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Positive",
        "Detected",
        "present",
        "POS",
        "Rearranged in 62% of nuclei",
        "IKZF1 deletion, exons 4-7",
        "Not negative",
        "+"
      })
  void aYes(String text) {
    assertThat(AnswerWords.read(text)).contains(Answer.PRESENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Negative",
        "Not detected",
        "none detected",
        "No evidence of BCR::ABL1",
        "Rearrangement of KMT2A is not seen",
        "No rearrangement or deletion detected",
        "no immunophenotypic evidence of residual B-ALL",
        "Normal",
        "Wild type",
        "-"
      })
  void aNo(String text) {
    assertThat(AnswerWords.read(text)).contains(Answer.ABSENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Not available",
        "Not reported",
        "Quantity not sufficient",
        "Sample not received",
        "No specimen received",
        "not excluded",
        "No call",
        "Pending",
        "Indeterminate",
        "Failed",
        "CD19-negative population present, significance uncertain",
        "Positive and negative controls",
        "Normal control amplified"
      })
  void neither(String text) {
    assertThat(AnswerWords.read(text)).contains(Answer.INDETERMINATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "46,XX[20]", "see attached", "B-ALL"})
  void noAnswerAtAll(String text) {
    assertThat(AnswerWords.read(text)).isEmpty();
  }
}
