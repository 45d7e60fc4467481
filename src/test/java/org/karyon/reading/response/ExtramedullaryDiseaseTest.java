package org.karyon.reading.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.karyon.facts.Course;
import org.karyon.facts.Evidence;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.Presence;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.UnknownReason;

/** The newest fluid decides, and after a remission it is a relapse (contract, 5a.7). */
class ExtramedullaryDiseaseTest {

  private static final Evidence UNDATED =
      new Evidence("Observation/undated", "fluid", "fluid", Optional.empty());

  private static Evidence on(String day) {
    return new Evidence(
        "Observation/" + day, "fluid", "fluid", Optional.of(RecordedDate.of(LocalDate.parse(day))));
  }

  private static ExtramedullaryDisease disease(List<Evidence> shown, List<Evidence> excluded) {
    return new ExtramedullaryDisease(shown, excluded, List.of());
  }

  private static CourseStatement remission(Evidence evidence, boolean ofMarrow) {
    return new CourseStatement(Course.COMPLETE_REMISSION, evidence, ofMarrow);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-01, 2026-09-02, ABSENT",
    "2026-09-01, 2026-09-01, PRESENT",
    "2026-09-02, 2026-09-01, PRESENT"
  })
  void aFluidIsCleanAgainOnlyAfterTheOneWithCells(String cells, String clean, Presence presence) {
    Finding<Presence> finding = disease(List.of(on(cells)), List.of(on(clean))).finding();

    assertThat(finding.value()).contains(presence);
    assertThat(finding.evidence())
        .containsExactly(presence == Presence.PRESENT ? on(cells) : on(clean));
  }

  @Test
  void aCleanFluidMustFollowEveryOneWithCells() {
    List<Evidence> shown = List.of(on("2026-09-01"), on("2026-09-10"));

    assertThat(disease(shown, List.of(on("2026-09-05"))).finding().value())
        .contains(Presence.PRESENT);
    assertThat(disease(shown, List.of(on("2026-09-11"))).finding().value())
        .contains(Presence.ABSENT);
    assertThat(disease(shown, List.of()).finding().evidence())
        .containsExactly(on("2026-09-10"), on("2026-09-01"));
  }

  @Test
  void whatIsNotDatedOutweighsNothing() {
    assertThat(disease(List.of(on("2026-09-01")), List.of(UNDATED)).finding().value())
        .contains(Presence.PRESENT);
    assertThat(disease(List.of(UNDATED), List.of(on("2026-09-01"))).finding().value())
        .contains(Presence.PRESENT);
  }

  @Test
  void cleanFluidsAloneExcludeIt() {
    assertThat(disease(List.of(), List.of(UNDATED)).finding().value()).contains(Presence.ABSENT);
  }

  @Test
  void anUnreadableFluidIsUnknownAndNoFluidIsNotRecorded() {
    Finding<Presence> unreadable =
        new ExtramedullaryDisease(List.of(), List.of(), List.of(UNDATED)).finding();

    assertThat(unreadable)
        .isInstanceOfSatisfying(
            Unknown.class,
            unknown -> assertThat(unknown.reason()).isEqualTo(UnknownReason.NOT_INTERPRETABLE));
    assertThat(unreadable.evidence()).containsExactly(UNDATED);
    assertThat(disease(List.of(), List.of()).finding()).isEqualTo(Finding.notRecorded());
  }

  @ParameterizedTest
  @CsvSource({"2026-08-31,true", "2026-09-01,false", "2026-09-02,false"})
  void cellsAfterARemissionAreARelapse(String remission, boolean relapse) {
    CourseStatement stated = remission(on(remission), false);

    assertThat(disease(List.of(on("2026-09-01")), List.of()).among(List.of(stated)))
        .extracting(CourseStatement::course)
        .isEqualTo(
            relapse
                ? List.of(Course.RELAPSED, Course.COMPLETE_REMISSION)
                : List.of(Course.COMPLETE_REMISSION));
  }

  @Test
  void cellsWithoutADateOrWithoutARemissionAreNoRelapse() {
    CourseStatement stated = remission(on("2026-08-01"), false);
    CourseStatement refractory =
        new CourseStatement(Course.NOT_IN_REMISSION, on("2026-08-01"), true);

    assertThat(disease(List.of(UNDATED), List.of()).among(List.of(stated))).containsExactly(stated);
    assertThat(disease(List.of(on("2026-09-01")), List.of()).among(List.of(refractory)))
        .containsExactly(refractory);
  }

  @ParameterizedTest
  @CsvSource({"2026-08-31,true", "2026-09-01,false", "2026-09-05,false"})
  void aCleanMarrowBesideOrAfterARelapseElsewhereIsNoRemission(String day, boolean counts) {
    CourseStatement before = remission(on("2026-08-01"), false);
    CourseStatement marrow = remission(on(day), true);

    assertThat(
            disease(List.of(on("2026-09-01")), List.of())
                .among(List.of(before, marrow))
                .contains(marrow))
        .isEqualTo(counts);
  }

  @Test
  void aCleanMarrowCountsAgainOnceALaterFluidIsClean() {
    CourseStatement before = remission(on("2026-08-01"), false);
    CourseStatement marrow = remission(on("2026-09-20"), true);
    List<Evidence> cells = List.of(on("2026-09-01"));

    assertThat(disease(cells, List.of(on("2026-09-01"))).among(List.of(before, marrow)))
        .doesNotContain(marrow);
    assertThat(disease(cells, List.of(on("2026-09-10"))).among(List.of(before, marrow)))
        .contains(marrow);
  }

  @Test
  void aRemissionThatIsStatedAndNotCountedStandsBesideTheRelapse() {
    CourseStatement before = remission(on("2026-08-01"), false);
    CourseStatement stated = remission(on("2026-09-20"), false);

    assertThat(disease(List.of(on("2026-09-01")), List.of()).among(List.of(before, stated)))
        .contains(stated);
  }
}
