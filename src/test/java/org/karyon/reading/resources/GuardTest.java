package org.karyon.reading.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.karyon.facts.DataGap;

/** What nobody foresaw costs the resource it is in; what is of no resource is thrown on. */
class GuardTest {

  private final Guard guard = new Guard();

  private static List<String> read(List<String> references) {
    if (references.contains("Observation/bad")) {
      throw new IllegalStateException("unforeseen");
    }
    return references;
  }

  @Test
  void aHarmfulResourceIsLeftOutAndNamedAndTheOthersAreRead() {
    List<String> read =
        guard.over(
            List.of("Observation/a", "Observation/bad", "Condition/c"),
            Function.identity(),
            GuardTest::read);

    assertThat(read).containsExactly("Observation/a", "Condition/c");
    assertThat(guard.gaps()).extracting(DataGap::subject).containsExactly("Observation/bad");
    assertThat(guard.broken()).containsExactly("Observation");
  }

  @Test
  void resourcesReadOneByOneCostOnlyThemselves() {
    List<String> read = new ArrayList<>();

    guard.each(
        List.of("Observation/bad", "Observation/b"),
        Function.identity(),
        one -> read.addAll(read(List.of(one))));

    assertThat(read).containsExactly("Observation/b");
    assertThat(guard.broken()).containsExactly("Observation");
  }

  @Test
  void ofTwoListsTheOneWithTheFaultIsBlamed() {
    List<String> read =
        guard.over(
            List.of("Condition/bad", "Condition/c"),
            Function.identity(),
            conditions ->
                guard.over(
                    List.of("Observation/a"),
                    Function.identity(),
                    results -> {
                      if (conditions.contains("Condition/bad")) {
                        throw new IllegalStateException("unforeseen");
                      }
                      return results;
                    }));

    assertThat(read).containsExactly("Observation/a");
    assertThat(guard.gaps()).extracting(DataGap::subject).containsExactly("Condition/bad");
  }

  @Test
  void aFaultOfNoResourceIsThrownOn() {
    assertThatThrownBy(
            () ->
                guard.over(
                    List.of("Observation/a"),
                    Function.identity(),
                    results -> read(List.of("Observation/bad"))))
        .isInstanceOf(IllegalStateException.class);

    assertThat(guard.gaps()).isEmpty();
  }
}
