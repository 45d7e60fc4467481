package org.karyon.reading.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.BuiltIn;
import org.karyon.Prepared;
import org.karyon.ProcessorTime;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.yaml.GuidelineFolder;
import org.karyon.guideline.yaml.GuidelineReader;
import org.karyon.guideline.yaml.InconsistentGuideline;

/** The language of reports as such: its data, its time, and texts that are too long. */
class ReportLanguageTest {

  private static final Guideline GUIDELINE = BuiltIn.GUIDELINE;
  private static final Prepared<ReportLanguage> LANGUAGE =
      Prepared.by(() -> ReportLanguage.of(GUIDELINE));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BCR::ABL1 not detected, ",
        "BCR::ABL1 ",
        "A B C ",
        "(",
        "((((BCR::ABL1)",
        "10 of ",
        "no ",
        "no BCR::ABL1 fusion and ",
        "KMT2A rearrangement IGH rearrangement ",
        "9;",
        "0.1% ",
        "\t",
        "[ ] x ",
        "the ",
        "exon 4-",
        "&lt;",
        "\\.br\\",
        "deletion of ",
        "t(9;22)(q34;q11.2) ",
        "MRD 0.01% (negative <0.01%) ",
        "a\n",
        "Method: \n",
        "-",
        "1 2 3 4 5 6 7 ",
        "previously detected, "
      })
  @Timeout(60)
  void anyTextIsReadInLinearTime(String piece) {
    String text = piece.repeat(ReportLanguage.LONGEST / piece.length());
    ReportLanguage language = LANGUAGE.get();

    assertThat(ProcessorTime.of(() -> language.read(text))).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void aTextThatIsTooLongIsNotReadAtAll() {
    String text = "BCR::ABL1 not detected. ".repeat(5_000);

    ReportReading reading = LANGUAGE.get().read(text);

    assertThat(reading.tooLong()).isTrue();
    assertThat(reading.statements()).isEmpty();
  }

  @Test
  void aPhraseMeansOneThing() {
    GuidelineFolder twice =
        path ->
            GuidelineFolder.builtIn()
                .text(path)
                .map(text -> text.replace("negative: [", "negative: [\"detected\", "));

    assertThatThrownBy(() -> GuidelineReader.reportWords(twice))
        .isInstanceOfSatisfying(
            InconsistentGuideline.class,
            refused ->
                Assertions.assertThat(refused.getMessage())
                    .contains("words/reports.yaml")
                    .contains("'detected' stands twice"));
  }

  @Test
  void aStatementCarriesItsAmountsLimitsAndWords() {
    ReportReading reading =
        LANGUAGE.get().read("BCR::ABL1 fusion seen in 2 of 200 nuclei, below the cut-off of 2%.");

    assertThat(reading.statements())
        .singleElement()
        .satisfies(
            statement -> {
              assertThat(statement.subjects())
                  .extracting(StatementSubject::name)
                  .isEqualTo(List.of("bcr abl1 fusion"));
              assertThat(LANGUAGE.get().answer(statement)).isEqualTo(Optional.of(Answer.ABSENT));
              assertThat(statement.beside().below()).isTrue();
              assertThat(statement.quote()).contains("2 of 200 nuclei");
            });
  }
}
