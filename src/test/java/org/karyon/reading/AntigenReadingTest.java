package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.reading.Records.PATIENT;
import static org.karyon.reading.Records.T_LINEAGE;
import static org.karyon.reading.Records.named;
import static org.karyon.reading.Records.quantity;
import static org.karyon.reading.Records.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;

/** Antigens as number, code or words; the newest counts, because they are lost under treatment. */
class AntigenReadingTest {

  private static String state(Fact<?> fact, String... results) {
    return PatientWith.B_ALL.state(fact, results);
  }

  private static String text(String name, String value, String date) {
    return named(name, "'valueString':'" + value + "','effectiveDateTime':'" + date + "'");
  }

  /** An antigen of under 20 % of blasts is negative; weak or partial without a share is not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Negative | absent",
        "Positive | present",
        "Partial, 30 % of blasts | present",
        "Partial, 10 % of blasts | absent",
        "Dim | present",
        "19 % of blasts | absent",
        "20 % of blasts | present",
        "21 % of blasts | present"
      })
  void anAntigenIsReadAsNumberOrWords(String value, String expected) {
    assertThat(state(Facts.CD19, text("CD19", value, "2026-11-10"))).isEqualTo(expected);
    assertThat(state(Facts.CD22, text("CD22 expression", value, "2026-11-10"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Partial, 30 % of blasts | 30",
        "Negative | 0",
        "Positive | not interpretable",
        "Partial | not interpretable"
      })
  void cd20NeedsItsShare(String value, String expected) {
    assertThat(state(Facts.CD20_PERCENT, text("CD20", value, "2026-11-10"))).isEqualTo(expected);
  }

  @Test
  void theNewestResultCounts() {
    assertThat(
            state(
                Facts.CD19,
                text("CD19", "Positive", "2026-01-10"),
                text("CD19", "Negative", "2026-11-10")))
        .isEqualTo("absent");
    assertThat(
            state(
                Facts.CD19,
                text("CD19", "Negative", "2026-01-10"),
                named("CD19", quantity("", "85", "%"))))
        .isEqualTo("present");
    assertThat(
            state(
                Facts.CD20_PERCENT,
                named("CD20", quantity("", "45", "%") + ",'effectiveDateTime':'2026-01-10'"),
                text("CD20", "Positive", "2026-11-10")))
        .isEqualTo("not interpretable");
  }

  @Test
  void notch1SequencingIsAMolecularStudyOfTAll() {
    assertThat(genetic("NOTCH1 sequencing", "Detected")).isTrue();
    assertThat(genetic("NOTCH1 sequencing", "Not detected")).isTrue();
    assertThat(genetic("NOTCH1 sequencing", "Quantity not sufficient")).isFalse();
    assertThat(genetic("Influenza A PCR", "Not detected")).isFalse();
  }

  private static boolean genetic(String name, String value) {
    return read(PATIENT, T_LINEAGE, text(name, value, "2026-11-10")).tests().stream()
        .anyMatch(
            test -> test.genetic() && test.state() == org.karyon.facts.RecordedTest.State.RESULTED);
  }
}
