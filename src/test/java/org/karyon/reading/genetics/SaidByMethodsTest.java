package org.karyon.reading.genetics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.karyon.BuiltIn;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.Presence;
import org.karyon.reading.genetics.LesionEvidence.Says;

/**
 * Of one text, a yes and a no of the same lesion contradict each other unless methods part them.
 */
class SaidByMethodsTest {

  private static final LesionText TEXTS = new LesionText(BuiltIn.GUIDELINE.terminology());

  private static LesionEvidence said(Fact<Presence> lesion, Says says, String quote) {
    return new LesionEvidence(
        lesion,
        says,
        Optional.empty(),
        new Evidence("Observation/o", "report", quote, Optional.empty()));
  }

  private static LesionEvidence said(Says says, String quote) {
    return said(Facts.BCR_ABL1, says, quote);
  }

  private static LesionEvidence ofAPart(Says says, String quote) {
    LesionEvidence whole = said(says, quote);
    return new LesionEvidence(whole.lesion(), says, Optional.of("p190"), whole.evidence());
  }

  private static List<Boolean> contradict(LesionEvidence... all) {
    SaidByMethods said = new SaidByMethods(List.of(all), TEXTS);
    return Stream.of(all).map(said::contradict).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "FISH shows BCR::ABL1,           PCR: no BCR::ABL1,             false",
    "FISH shows BCR::ABL1,           no BCR::ABL1 by FISH,          true",
    "BCR::ABL1 seen,                 PCR: no BCR::ABL1,             true",
    "FISH shows BCR::ABL1,           BCR::ABL1 not seen,            true",
    "BCR::ABL1 seen,                 BCR::ABL1 not seen,            true",
    "FISH and PCR show BCR::ABL1,    FISH: no BCR::ABL1,            false",
    "FISH and PCR show BCR::ABL1,    PCR and FISH: no BCR::ABL1,    true"
  })
  void aYesBesideANoContradictsItUnlessBothNameDifferentMethods(
      String yes, String no, boolean contradict) {
    assertThat(contradict(said(Says.PRESENT, yes), said(Says.ABSENT, no)))
        .containsExactly(contradict, contradict);
  }

  @Test
  void whatIsSaidTwiceContradictsNothing() {
    assertThat(contradict(said(Says.PRESENT, "BCR::ABL1"), said(Says.PRESENT, "t(9;22)")))
        .containsExactly(false, false);
    assertThat(contradict(said(Says.ABSENT, "no BCR::ABL1"), said(Says.ABSENT, "no t(9;22)")))
        .containsExactly(false, false);
  }

  @Test
  void aNoOfAnotherLesionContradictsNothing() {
    assertThat(
            contradict(
                said(Facts.BCR_ABL1, Says.PRESENT, "BCR::ABL1"),
                said(Facts.KMT2A_REARRANGED, Says.ABSENT, "no KMT2A")))
        .containsExactly(false, false);
  }

  @ParameterizedTest
  @EnumSource(
      value = Says.class,
      names = {"NOT_SEEN", "POSSIBLE", "INDETERMINATE", "PENDING"})
  void whatIsNeitherAYesNorANoContradictsNothing(Says unsure) {
    assertThat(contradict(said(unsure, "unsure"), said(Says.PRESENT, "seen")))
        .first()
        .isEqualTo(false);
    assertThat(contradict(said(unsure, "unsure"), said(Says.ABSENT, "not seen")))
        .containsExactly(false, false);
  }

  @Test
  void theNoOfAPartContradictsNoYesOfTheWhole() {
    assertThat(contradict(said(Says.PRESENT, "BCR::ABL1"), ofAPart(Says.ABSENT, "no p190")))
        .containsExactly(false, false);
  }

  @Test
  void ofSeveralNoesOneByTheSameMethodIsEnough() {
    assertThat(
            contradict(
                said(Says.PRESENT, "FISH: BCR::ABL1"),
                said(Says.ABSENT, "PCR: none"),
                said(Says.ABSENT, "FISH: none")))
        .containsExactly(true, false, true);
  }

  @Test
  void theMethodsOfAStatementAreThoseItNames() {
    assertThat(TEXTS.methods("BCR::ABL1 by FISH and RNA sequencing"))
        .containsExactly("fish", "sequencing", "rna sequencing");
    assertThat(TEXTS.methods("BCR::ABL1 was seen")).isEmpty();
  }
}
