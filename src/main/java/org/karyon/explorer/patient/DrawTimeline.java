package org.karyon.explorer.patient;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.karyon.facts.Milestone;

/** Draws dated events along time: one lane for each kind, time from left to right. */
final class DrawTimeline {

  private static final int LEFT = 150;
  private static final int WIDTH = 820;
  private static final int LANE = 46;
  private static final int TOP = 24;
  private static final int NEAR = 14;
  private static final int MOST_TICKS = 8;
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

  private DrawTimeline() {}

  static TimelineDrawing of(List<Milestone> timeline, LocalDate today) {
    if (timeline.isEmpty()) {
      return new TimelineDrawing(List.of(), List.of(), List.of(), 0);
    }
    LocalDate from = timeline.getFirst().date().earliest().minusDays(3);
    LocalDate last = timeline.getLast().date().earliest();
    LocalDate to = (last.isAfter(today) ? last : today).plusDays(3);
    long span = Math.max(1, ChronoUnit.DAYS.between(from, to));
    Map<Milestone.Kind, Integer> rows = rows(timeline);
    Map<String, Integer> taken = new HashMap<>();
    List<Event> events = new ArrayList<>();
    for (Milestone milestone : timeline) {
      int row = rows.getOrDefault(milestone.kind(), 0);
      int x = place(from, milestone.date().earliest(), span);
      // Events of the same days lie beside each other and not on each other.
      int beside = taken.merge(row + ":" + x / NEAR, 1, Integer::sum) - 1;
      events.add(event(milestone, x, TOP + row * LANE + LANE / 2 + offset(beside)));
    }
    List<TimelineDrawing.Lane> lanes = new ArrayList<>();
    rows.forEach(
        (kind, row) ->
            lanes.add(new TimelineDrawing.Lane(TOP + row * LANE + LANE / 2, name(kind))));
    return new TimelineDrawing(events, ticks(from, to, span), lanes, TOP + rows.size() * LANE + 28);
  }

  private static int offset(int beside) {
    return beside == 0 ? 0 : (beside % 2 == 1 ? -1 : 1) * (8 * ((beside + 1) / 2));
  }

  private static Map<Milestone.Kind, Integer> rows(List<Milestone> timeline) {
    Map<Milestone.Kind, Integer> rows = new EnumMap<>(Milestone.Kind.class);
    for (Milestone.Kind kind : Milestone.Kind.values()) {
      if (timeline.stream().anyMatch(milestone -> milestone.kind() == kind)) {
        rows.put(kind, rows.size());
      }
    }
    return rows;
  }

  private static int place(LocalDate from, LocalDate day, long span) {
    return LEFT + (int) (ChronoUnit.DAYS.between(from, day) * WIDTH / span);
  }

  private static List<TimelineDrawing.Tick> ticks(LocalDate from, LocalDate to, long span) {
    List<TimelineDrawing.Tick> ticks = new ArrayList<>();
    long months = Math.max(1, ChronoUnit.MONTHS.between(from, to));
    long step = Math.max(1, (months + MOST_TICKS - 1) / MOST_TICKS);
    for (YearMonth month = YearMonth.from(from).plusMonths(1);
        !month.atDay(1).isAfter(to);
        month = month.plusMonths(step)) {
      ticks.add(new TimelineDrawing.Tick(place(from, month.atDay(1), span), MONTH.format(month)));
    }
    if (ticks.isEmpty()) {
      ticks.add(new TimelineDrawing.Tick(LEFT, from.plusDays(3).toString()));
    }
    return ticks;
  }

  private static Event event(Milestone milestone, int x, int y) {
    String value = milestone.value().map(term -> ' ' + term.id().replace('-', ' ')).orElse("");
    return new Event(
        milestone.date().text(),
        milestone.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')
            + milestone.value().map(term -> " is-" + term.id()).orElse(""),
        name(milestone.kind()) + value,
        FactLines.shortened(milestone.evidence().what()) + ": " + milestone.evidence().shows(),
        milestone.evidence().resource(),
        x,
        y);
  }

  private static String name(Milestone.Kind kind) {
    return switch (kind) {
      case DIAGNOSIS -> "Diagnosis";
      case GENETICS -> "Genetics";
      case TREATMENT -> "Treatment";
      case CELL_THERAPY -> "Cell therapy";
      case RESPONSE -> "Course";
      case RESIDUAL_DISEASE -> "MRD";
    };
  }
}
