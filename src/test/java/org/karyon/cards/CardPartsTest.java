package org.karyon.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.karyon.BuiltIn;
import org.karyon.facts.RecordedDate;
import org.karyon.guideline.Citation;
import org.karyon.guideline.Guideline;

/** The small parts that cards are made of: words, values, dates, lines and names. */
class CardPartsTest {

  private static final Guideline GUIDELINE = BuiltIn.GUIDELINE;

  @ParameterizedTest
  @CsvSource({
    "46.3 10*3/uL, 46.3 ×10³/µL",
    "1.1 {INR}, 1.1",
    "14200 {cells}/uL, 14200/µL",
    "6.2 %{IS}, 6.2 % IS",
    "14 umol/L, 14 µmol/L",
    "2.4 mg/dL, 2.4 mg/dL",
    "<0.01 %, <0.01 %",
    "'46,XX[20]', '46,XX[20]'",
    "Present: KMT2A | AFF1, 'Present: KMT2A, AFF1'"
  })
  void unitsAreWrittenAsPeopleWriteThem(String shows, String written) {
    assertThat(ValueWords.of(shows)).isEqualTo(written);
  }

  @Test
  void thousandsAreSeparatedFromTenThousandOn() {
    assertThat(ValueWords.number(new BigDecimal("14200"))).isEqualTo("14,200");
    assertThat(ValueWords.number(new BigDecimal("9999"))).isEqualTo("9999");
    assertThat(ValueWords.number(new BigDecimal("45.0"))).isEqualTo("45");
  }

  @Test
  void aDateKeepsItsPrecisionAndLeavesThisYearOut() {
    DateWords words = new DateWords(LocalDate.of(2026, 11, 23));

    assertThat(words.of(LocalDate.of(2026, 11, 16))).isEqualTo("16 Nov");
    assertThat(words.of(LocalDate.of(2025, 9, 1))).isEqualTo("1 Sep 2025");
    assertThat(words.of(new RecordedDate(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31))))
        .isEqualTo("Mar 2026");
    assertThat(words.of(new RecordedDate(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31))))
        .isEqualTo("2024");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "plain|`plain`",
        "a`b|``a`b``",
        "`a``b|``` `a``b ```",
        "<script>x|`< script>x`",
        "[a](http://b)|`[a] (http: //b)`"
      })
  void aValueStandsInBackticksWhateverStandsInIt(String raw, String written) {
    assertThat(Markdown.code(raw)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "B-cell ALL (active)|B-cell ALL (active)",
        "gene_fusion * <5 [x]|gene\\_fusion \\* \\<5 \\[x]",
        "m@h.example|`m@h.example`",
        "&lt;b|`&lt;b`",
        "~~s~~|`~~s~~`",
        "a\\*b|`a\\*b`"
      })
  void onlyWhatNeedsABackslashGetsOne(String raw, String written) {
    assertThat(Markdown.text(raw)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({"# heading, \\# heading", "- item, \\- item", "1. one, 1\\. one", "12) x, 12\\) x"})
  void aLineThatBeginsLikeAHeadingOrAListIsNeither(String line, String written) {
    assertThat(new Markdown().bullet(line).render()).isEqualTo("- " + written);
  }

  @Test
  void invisibleAndTurningCharactersAreLeftOut() {
    assertThat(PlainText.of("a\u202Eb\u200B\u2066c\u00AD \t\u2028\uFEFFd\uDB40\uDC41"))
        .isEqualTo("abc d");
  }

  @Test
  void aSummaryNamesWhatFitsAndCountsOnlyTheRest() {
    List<String> names = List.of("a".repeat(60), "b".repeat(60), "c".repeat(60));

    assertThat(Summary.fitting(List.of("x", "y", "z"), " or ", shown -> "s: " + shown))
        .isEqualTo("s: x, y or z");
    assertThat(Summary.fitting(names, " or ", shown -> "s: " + shown))
        .isEqualTo("s: " + names.get(0) + ", " + names.get(1) + " + 1");
    assertThat(Summary.fitting(List.of("x".repeat(300)), "", shown -> shown)).hasSize(139);
  }

  @Test
  void linesOfTheSourceAreShortened() {
    SourceLines lines = new SourceLines(GUIDELINE.source());

    assertThat(lines.of(new Citation(List.of(154, 168, 170, 172, 174, 176, 178, 180, 182, 184))))
        .isEqualTo("L154, L168-184");
    assertThat(lines.of(new Citation(List.of(96, 98)))).isEqualTo("L96, L98");
    assertThat(lines.of(new Citation(List.of()))).isEmpty();
  }

  @Test
  void aTestIsCalledByTheLaboratorysShortName() {
    TestNames names = new TestNames(GUIDELINE);

    assertThat(names.of("One | Two")).as("never two names side by side").isEqualTo("One");
    assertThat(names.of("INR | INR in Platelet poor plasma by Coagulation assay")).isEqualTo("INR");
    assertThat(names.of("Bilirubin.total [Mass/volume] in Serum or Plasma")).isEqualTo("bilirubin");
    assertThat(names.of("Some analyte [Mass/volume] in Serum or Plasma")).isEqualTo("Some analyte");
    assertThat(names.of("TP53 mutation analysis")).isEqualTo("TP53 mutation analysis");
    assertThat(names.method("IKZF1 deletion (MLPA)")).isEqualTo("MLPA");
  }

  @ParameterizedTest
  @EnumSource
  void aSentenceLeavesNoHoleOpenAndTakesNoWordThatHasNone(Sentence sentence) {
    assertThatThrownBy(() -> sentence.with("nothing-like-it", "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
