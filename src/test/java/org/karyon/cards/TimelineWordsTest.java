package org.karyon.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.karyon.BuiltIn;
import org.karyon.facts.Course;
import org.karyon.facts.Evidence;
import org.karyon.facts.MeasurableResidualDisease;
import org.karyon.facts.Milestone;
import org.karyon.facts.Milestone.Kind;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.Term;
import org.karyon.guideline.Guideline;

/** The timeline in words: short, escaped, and each line with its date and its resources. */
class TimelineWordsTest {

  private static final Guideline GUIDELINE = BuiltIn.GUIDELINE;

  private static TimelineWords words() {
    return new TimelineWords(
        new FindingWords(
            GUIDELINE, new TestNames(GUIDELINE), new DateWords(LocalDate.of(2026, 6, 1))));
  }

  private static Milestone event(Kind kind, int day, String what, String id) {
    return event(kind, Optional.empty(), day, what, id);
  }

  private static Milestone event(Kind kind, Optional<Term> value, int day, String what, String id) {
    RecordedDate date = RecordedDate.of(LocalDate.of(2026, 1, 1).plusDays(day));
    return new Milestone(kind, value, new Evidence(id, what, what, Optional.of(date)));
  }

  @Test
  void eventsOfOneDayAndKindShareALine() {
    assertThat(
            words()
                .lines(
                    List.of(
                        event(Kind.GENETICS, 0, "Karyotype", "Observation/a"),
                        event(Kind.GENETICS, 0, "FISH | long name of the code", "Observation/b"),
                        event(Kind.TREATMENT, 3, "vincristine", "MedicationRequest/v"))))
        .containsExactly(
            "1 Jan Genetics: Karyotype, FISH (Observation/a, Observation/b)",
            "4 Jan Treatment begun: vincristine (MedicationRequest/v)");
  }

  @Test
  void aCourseThatIsOnlyConfirmedIsNoNewLine() {
    Optional<Term> remission = Optional.of(Course.COMPLETE_REMISSION);

    assertThat(
            words()
                .lines(
                    List.of(
                        event(Kind.RESPONSE, remission, 0, "marrow", "Observation/a"),
                        event(Kind.RESPONSE, remission, 20, "marrow", "Observation/b"),
                        event(
                            Kind.RESIDUAL_DISEASE,
                            Optional.of(MeasurableResidualDisease.NEGATIVE),
                            20,
                            "MRD",
                            "Observation/m"),
                        event(
                            Kind.RESPONSE,
                            Optional.of(Course.RELAPSED),
                            40,
                            "marrow",
                            "Observation/c"),
                        event(Kind.RESPONSE, remission, 60, "marrow", "Observation/d"))))
        .containsExactly(
            "1 Jan Course: complete remission (Observation/a)",
            "21 Jan MRD negative (Observation/m)",
            "10 Feb Course: relapsed (Observation/c)",
            "2 Mar Course: complete remission (Observation/d)");
  }

  @Test
  void aLongWayIsShortenedInItsMiddle() {
    List<Milestone> events = new ArrayList<>();
    for (int day = 0; day < 14; day++) {
      events.add(event(Kind.GENETICS, day, "test " + day, "Observation/" + day));
    }

    List<String> lines = words().lines(events);

    assertThat(lines).hasSize(11);
    assertThat(lines.get(3)).isEqualTo("4 events between left out here");
    assertThat(lines.get(10)).contains("test 13");
  }

  @Test
  void textOfTheRecordIsEscaped() {
    assertThat(
            words()
                .lines(List.of(event(Kind.TREATMENT, 0, "<b>x</b> [y](http://z)", "Procedure/p"))))
        .singleElement()
        .asString()
        .doesNotContain("<b>", "](http")
        .contains("\\< b\\>");
  }
}
