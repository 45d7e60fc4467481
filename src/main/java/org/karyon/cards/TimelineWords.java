package org.karyon.cards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.karyon.facts.Milestone;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.Term;

/** Says the way to where the patient stands: one short line for each day and kind of event. */
final class TimelineWords {

  private static final int MOST_LINES = 10;
  private static final int FIRST_LINES = 3;
  private static final int MOST_NAMES = 3;

  private final FindingWords words;

  TimelineWords(FindingWords words) {
    this.words = words;
  }

  /** Events of one day that are told together. */
  private record Day(RecordedDate date, Milestone.Kind kind, Optional<Term> value) {}

  List<String> lines(List<Milestone> timeline) {
    Map<Day, List<Milestone>> days =
        changes(timeline).stream()
            .collect(
                Collectors.groupingBy(
                    event -> new Day(event.date(), event.kind(), event.value()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<String> lines = new ArrayList<>();
    days.forEach((day, events) -> lines.add(line(day, events)));
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    int left = lines.size() - MOST_LINES;
    List<String> shortened = new ArrayList<>(lines.subList(0, FIRST_LINES));
    shortened.add(left + (left == 1 ? " event" : " events") + " between left out here");
    shortened.addAll(lines.subList(FIRST_LINES + left, lines.size()));
    return shortened;
  }

  /** A course that is only confirmed is no new event; the findings show its newest evidence. */
  private static List<Milestone> changes(List<Milestone> timeline) {
    List<Milestone> changes = new ArrayList<>();
    Optional<Milestone> course = Optional.empty();
    for (Milestone event : timeline) {
      boolean response = event.kind() == Milestone.Kind.RESPONSE;
      boolean confirmed =
          response
              && course
                  .filter(
                      last ->
                          last.value().equals(event.value()) && !last.date().equals(event.date()))
                  .isPresent();
      if (!confirmed) {
        changes.add(event);
        course = response ? Optional.of(event) : course;
      }
    }
    return changes;
  }

  private String line(Day day, List<Milestone> events) {
    String resources =
        names(events.stream().map(event -> event.evidence().resource()).distinct().toList());
    return words.dates().of(day.date()) + " " + said(day, events) + " (" + resources + ")";
  }

  private String said(Day day, List<Milestone> events) {
    String value = day.value().map(term -> " " + term.id().replace('-', ' ')).orElse("");
    return switch (day.kind()) {
      case DIAGNOSIS -> "Diagnosis";
      case GENETICS -> "Genetics: " + names(whats(events));
      case TREATMENT -> "Treatment begun: " + names(shows(events));
      case CELL_THERAPY -> names(shows(events));
      case RESPONSE -> "Course:" + value;
      case RESIDUAL_DISEASE -> "MRD" + value;
    };
  }

  private List<String> whats(List<Milestone> events) {
    return events.stream().map(event -> words.test(event.evidence())).distinct().toList();
  }

  private static List<String> shows(List<Milestone> events) {
    return events.stream().map(event -> event.evidence().shows()).distinct().toList();
  }

  private static String names(List<String> names) {
    String first =
        names.stream().limit(MOST_NAMES).map(Markdown::text).collect(Collectors.joining(", "));
    return names.size() > MOST_NAMES
        ? first + " and " + (names.size() - MOST_NAMES) + " more"
        : first;
  }
}
