package org.karyon.explorer.outcome;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.karyon.feedback.FeedbackOverTime;
import org.karyon.feedback.FeedbackReport;

/** Makes the tables of a feedback report: by rule, over time, reasons. */
public final class OutcomePages {

  private static final int MOST_DAYS = 45;

  private OutcomePages() {}

  /**
   * Makes them.
   *
   * @param report the numbers by rule
   * @param days the numbers by day, oldest first
   * @return the page
   */
  public static OutcomePage of(FeedbackReport report, List<FeedbackOverTime.Day> days) {
    Map<String, Long> reasons = new LinkedHashMap<>();
    Map<String, String> systems = new LinkedHashMap<>();
    report.lines().stream()
        .flatMap(line -> line.counts().reasons().stream())
        .forEach(
            reason -> {
              reasons.merge(reason.code(), reason.count(), Long::sum);
              systems.putIfAbsent(reason.code(), reason.system());
            });
    List<FeedbackOverTime.Day> shown = days.size() > MOST_DAYS ? weeks(days) : days;
    return new OutcomePage(
        days.stream().mapToLong(FeedbackOverTime.Day::shown).sum(),
        days.stream().mapToLong(FeedbackOverTime.Day::accepted).sum(),
        days.stream().mapToLong(FeedbackOverTime.Day::overridden).sum(),
        report.unknown(),
        report.lines().stream()
            .map(
                line ->
                    new OutcomePage.RuleLine(
                        line.rule(),
                        line.kind(),
                        line.guidelineVersion(),
                        line.counts().shown(),
                        line.counts().accepted(),
                        line.counts().overridden()))
            .toList(),
        shown.stream()
            .map(
                day ->
                    new OutcomePage.Time(
                        day.day().toString(), day.shown(), day.accepted(), day.overridden()))
            .toList(),
        reasons.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .map(
                reason ->
                    new OutcomePage.Reason(
                        reason.getKey().isEmpty() ? "no reason given" : reason.getKey(),
                        systems.getOrDefault(reason.getKey(), ""),
                        reason.getValue()))
            .toList());
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
}
