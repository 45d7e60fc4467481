package org.karyon.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.facts.RecordedTest;
import org.karyon.facts.RecordedTest.State;

/** How tests of a record are found. */
class TestIndexTest {

  private static RecordedTest test(String words, State state, boolean genetic, String... concepts) {
    return new RecordedTest(
        Set.of(concepts),
        words,
        state,
        genetic,
        OrderScreens.evidence("Observation/" + words.hashCode(), "2026-11-20"));
  }

  private static final RecordedTest KARYOTYPE =
      test("Karyotype", State.RESULTED, false, "karyotype");
  private static final RecordedTest AGAIN = test("Karyotype", State.ORDERED, false);
  private static final RecordedTest FISH = test("FISH panel", State.LIMITED, true, "fish-panel");
  private static final TestIndex INDEX = new TestIndex(List.of(KARYOTYPE, AGAIN, FISH));

  @Test
  void byWhatTheyAreByWhatTheyAreCalledAndByHowFarTheyAre() {
    assertThat(INDEX.of(List.of("karyotype", "unheard-of"))).containsExactly(KARYOTYPE);
    assertThat(INDEX.named(List.of("karyotype"))).containsExactly(KARYOTYPE, AGAIN);
    assertThat(INDEX.named(List.of("chromosome", "fish panel"))).containsExactly(FISH);
    assertThat(INDEX.named(List.of())).isEmpty();
    assertThat(INDEX.ordered()).containsExactly(AGAIN);
    assertThat(INDEX.genetic()).containsExactly(FISH);
  }

  /** A name is whole words, whatever signs stand between and around them. */
  @ParameterizedTest
  @CsvSource({
    "DIC panel, dic panel, true",
    "DIC panel, 'Coagulation/DIC--PANEL, stat', true",
    "DIC panel, dicpanel, false",
    "DIC panel, dic panels, false",
    "DIC panel, medic panel, false",
    "DIC panel, zdic panel, false",
    "DIC panel, adic panel, false",
    "a9z0, 'x a9z0', true",
    "a9z0, 'x a9z', false",
    "MRD 10, 'MRD 1 0', false",
    "MRD 10, 'MRD, 10', true",
    "MRD 10, 'MRD 109', false",
    "z a, 'Z.A', true",
    "9 0, '9-0', true"
  })
  void aNameIsWholeWords(String name, String words, boolean named) {
    assertThat(TestIndex.names(List.of("nothing of this", name), words)).isEqualTo(named);
  }
}
