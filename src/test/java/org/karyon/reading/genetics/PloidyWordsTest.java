package org.karyon.reading.genetics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.BuiltIn;
import org.karyon.facts.Facts;

/** A ploidy that is named is the one that its number of chromosomes allows (L47, L55). */
class PloidyWordsTest {

  private static final PloidyWords PLOIDY = PloidyWords.of(BuiltIn.GUIDELINE);

  @ParameterizedTest
  @CsvSource({"50,false", "51,true", "58,true", "65,true", "66,false"})
  void highHyperdiploidyIsFromFiftyOneToSixtyFiveChromosomes(String number, boolean high) {
    String subject = "hyperdiploid clone with %s chromosomes".formatted(number);

    assertThat(PLOIDY.of(subject).isPresent()).isEqualTo(high);
    assertThat(PLOIDY.mayBe(Facts.HIGH_HYPERDIPLOIDY, subject)).isEqualTo(high);
  }

  @ParameterizedTest
  @CsvSource({"34,true", "43,true", "44,false", "45,false"})
  void hypodiploidyIsBelowFortyFourChromosomes(String number, boolean low) {
    String subject = "hypodiploid clone with %s chromosomes".formatted(number);

    assertThat(PLOIDY.mayBe(Facts.HYPODIPLOIDY, subject)).isEqualTo(low);
  }

  @ParameterizedTest
  @ValueSource(strings = {"masked hypodiploidy, 68 chromosomes", "doubled, 68 chromosomes"})
  void aDoubledHypodiploidCloneHasMoreChromosomes(String subject) {
    assertThat(PLOIDY.mayBe(Facts.HYPODIPLOIDY, subject)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"high hyperdiploidy", "hypodiploidy", "hyperdiploidy in 7 cells"})
  void whereNoNumberIsNamedTheWordsStandAlone(String subject) {
    assertThat(PLOIDY.mayBe(Facts.HIGH_HYPERDIPLOIDY, subject)).isTrue();
    assertThat(PLOIDY.mayBe(Facts.HYPODIPLOIDY, subject)).isTrue();
    assertThat(PLOIDY.of(subject)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BCR::ABL1 fusion, 48 chromosomes", "iAMP21, 46 chromosomes"})
  void aNumberOfChromosomesSaysNothingOfAnotherLesion(String subject) {
    assertThat(PLOIDY.mayBe(Facts.BCR_ABL1, subject)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Hyperdiploid clone with 54 chromosomes,true",
    "hyperdiploid clone with 54 55 chromosomes,true",
    "hyperdiploid with a modal number of 54,true",
    "hyperdiploid with a modal number 54,true",
    "clone with 54 chromosomes,false"
  })
  void onlyAHyperdiploidCloneIsHighByItsNumber(String subject, boolean high) {
    assertThat(PLOIDY.of(subject))
        .isEqualTo(high ? Optional.of(Facts.HIGH_HYPERDIPLOIDY) : Optional.empty());
  }
}
