package org.karyon.explorer.outcome;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.karyon.feedback.FeedbackOverTime;
import org.karyon.feedback.FeedbackReport;

/** Draws a feedback report: bars by rule, columns over time, reasons. */
public final class OutcomePages {

  private static final int WIDTH = 940;
  private static final int HEIGHT = 160;
  private static final int FULL = 1000;
  private static final int MOST_DAYS = 45;
  private static final int LABELS = 8;

  private OutcomePages() {}

  /**
   * Draws.
   *
   * @param report the numbers by rule
   * @param days the numbers by day, oldest first
   * @return the page
   */
  public static OutcomePage of(FeedbackReport report, List<FeedbackOverTime.Day> days) {
    Map<String, Long> reasons = new LinkedHashMap<>();
    Map<String, String> systems = new LinkedHashMap<>();
    report.lines().stream()
        .flatMap(line -> line.reasons().stream())
        .forEach(
            reason -> {
              reasons.merge(reason.code(), reason.count(), Long::sum);
              systems.putIfAbsent(reason.code(), reason.system());
            });
    long commonest = reasons.values().stream().max(Comparator.naturalOrder()).orElse(1L);
    List<FeedbackOverTime.Day> drawn = days.size() > MOST_DAYS ? weeks(days) : days;
    long most =
        drawn.stream()
            .mapToLong(day -> Math.max(day.shown(), day.accepted() + day.overridden()))
            .max()
            .orElse(1);
    return new OutcomePage(
        days.stream().mapToLong(FeedbackOverTime.Day::shown).sum(),
        days.stream().mapToLong(FeedbackOverTime.Day::accepted).sum(),
        days.stream().mapToLong(FeedbackOverTime.Day::overridden).sum(),
        report.unknown(),
        report.lines().stream().map(OutcomePages::bar).toList(),
        columns(drawn, most),
        reasons.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .map(
                reason ->
                    new OutcomePage.Reason(
                        reason.getKey().isEmpty() ? "no reason given" : reason.getKey(),
                        systems.getOrDefault(reason.getKey(), ""),
                        reason.getValue(),
                        share(reason.getValue(), commonest, FULL)))
            .toList(),
        most);
  }

  private static OutcomePage.RuleBar bar(FeedbackReport.Line line) {
    long whole = Math.max(line.shown(), line.accepted() + line.overridden());
    return new OutcomePage.RuleBar(
        line.rule(),
        line.kind(),
        line.guidelineVersion(),
        line.shown(),
        line.accepted(),
        line.overridden(),
        share(line.accepted(), whole, FULL),
        share(line.overridden(), whole, FULL));
  }

  private static List<OutcomePage.Column> columns(List<FeedbackOverTime.Day> days, long most) {
    List<OutcomePage.Column> columns = new ArrayList<>();
    int width = days.isEmpty() ? 0 : Math.min(60, WIDTH / days.size());
    int every = Math.max(1, (days.size() + LABELS - 1) / LABELS);
    for (int index = 0; index < days.size(); index++) {
      FeedbackOverTime.Day day = days.get(index);
      columns.add(
          new OutcomePage.Column(
              50 + index * width,
              Math.max(2, width - 3),
              day.day().toString(),
              day.shown(),
              day.accepted(),
              day.overridden(),
              share(day.shown(), most, HEIGHT),
              share(day.accepted(), most, HEIGHT),
              share(day.overridden(), most, HEIGHT),
              index % every == 0));
    }
    return columns;
  }

  private static List<FeedbackOverTime.Day> weeks(List<FeedbackOverTime.Day> days) {
    Map<LocalDate, FeedbackOverTime.Day> weeks = new TreeMap<>();
    for (FeedbackOverTime.Day day : days) {
      LocalDate monday = day.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      weeks.merge(
          monday,
          new FeedbackOverTime.Day(monday, day.shown(), day.accepted(), day.overridden()),
          (one, other) ->
              new FeedbackOverTime.Day(
                  monday,
                  one.shown() + other.shown(),
                  one.accepted() + other.accepted(),
                  one.overridden() + other.overridden()));
    }
    return List.copyOf(weeks.values());
  }

  private static int share(long part, long whole, int of) {
    return whole <= 0 ? 0 : (int) Math.round((double) part * of / whole);
  }
}
