package org.karyon.iscn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.ProcessorTime;
import org.karyon.iscn.report.AbnormalityCounts;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureCall;
import org.karyon.iscn.report.FeatureState;

/** What cannot be read is never normal and never an exception. */
class NoResultTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n",
        "Fail",
        "FAILED",
        "No growth",
        "Not done",
        "Culture failure",
        "-9",
        "N/A",
        "Unable to use",
        "46",
        "46,",
        "999,XX[20]",
        "46,ZZ[20]",
        "hello world",
        "arr",
        "[",
        ")))",
        "/////",
        "negative for BCR::ABL1",
        "(((((",
        "\u0000",
        "\uD83E\uDDEC",
        "t",
        "+",
        "idem",
        "[20]"
      })
  void aTextWithoutAResultIsNotInterpretableWithAReason(String text) {
    KaryotypeReport report = GuidelineKaryotypes.read(text);

    assertThat(report.interpretable()).isFalse();
    assertThat(report.notInterpretableReason()).isNotEmpty();
    assertThat(report.warnings()).isNotEmpty();
    assertThat(report.modalNumber()).isEmpty();
    assertThat(report.abnormalities()).isEqualTo(AbnormalityCounts.NONE);
    assertThat(report.features().values())
        .extracting(FeatureCall::state)
        .containsOnly(FeatureState.NOT_ASSESSABLE);
  }

  @Test
  void aFailedCultureWithFishIsReadByItsFish() {
    KaryotypeReport report =
        GuidelineKaryotypes.read("Culture failed. nuc ish (ABL1,BCR)x3(ABL1 con BCR)x2[150/200]");

    assertThat(report.interpretable()).isTrue();
    assertThat(report.feature(Feature.BCR_ABL1).state()).isEqualTo(FeatureState.PRESENT);
    assertThat(report.feature(Feature.HYPODIPLOIDY).state()).isEqualTo(FeatureState.NOT_ASSESSABLE);
  }

  @Test
  void donorCellsSayNothingOfTheLeukemia() {
    KaryotypeReport report = GuidelineKaryotypes.read("//46,XY[20]");

    assertThat(report.clones()).extracting(CloneReport::role).containsOnly(CloneReport.Role.DONOR);
    assertThat(report.metaphases()).isZero();
    assertThat(report.features().values())
        .extracting(FeatureCall::state)
        .containsOnly(FeatureState.NOT_ASSESSABLE);
  }

  @Test
  void donorCellsBesideThePatientsOwnAreNotCounted() {
    KaryotypeReport report = GuidelineKaryotypes.read("46,XX,t(9;22)(q34;q11.2)[3]//46,XY[17]");

    assertThat(report.metaphases()).isEqualTo(3);
    assertThat(report.feature(Feature.BCR_ABL1).state()).isEqualTo(FeatureState.PRESENT);
  }

  @Test
  void amillionCharactersOfGarbageAreRefusedAtOnce() {
    char[] garbage = new char[1024 * 1024];
    Arrays.fill(garbage, '(');

    String text = new String(garbage);
    KaryotypeReport report = GuidelineKaryotypes.read(text);

    assertThat(ProcessorTime.of(() -> GuidelineKaryotypes.read(text)))
        .isLessThan(Duration.ofMillis(500));
    assertThat(report.interpretable()).isFalse();
    assertThat(report.notInterpretableReason()).contains("the text is too long to be a karyotype");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+8,", "46,XX[20]/", "der(1)t(", "73(", "(", "46,XX,+1or", "nuc ish ("})
  void endlessRepetitionIsNeverAResult(String piece) {
    KaryotypeReport report = GuidelineKaryotypes.read(piece.repeat(8_000));

    assertThat(report.features().values())
        .extracting(FeatureCall::state)
        .doesNotContain(FeatureState.PRESENT, FeatureState.ABSENT);
  }

  @Test
  void aMisspeltSexChromosomeIsNotCalledNormal() {
    KaryotypeReport report = GuidelineKaryotypes.read("46,XT[38]");

    assertThat(report.clones()).noneMatch(clone -> clone.role() == CloneReport.Role.NORMAL);
    assertThat(report.feature(Feature.HYPODIPLOIDY).state()).isEqualTo(FeatureState.NOT_ASSESSABLE);
  }

  @Test
  void truncatedTextKeepsWhatIsThere() {
    KaryotypeReport report = GuidelineKaryotypes.read("46,XX,t(4;11)(q21;q23),del(6)(q1");

    assertThat(report.feature(Feature.KMT2A_AFF1).state()).isEqualTo(FeatureState.PRESENT);
    assertThat(report.warnings()).isNotEmpty();
  }
}
