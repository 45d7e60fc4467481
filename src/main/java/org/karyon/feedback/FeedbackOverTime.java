package org.karyon.feedback;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of the cards, day by day. */
public final class FeedbackOverTime {

  private final JdbcClient database;
  private final IssuedCards issued;

  /**
   * Prepares the reading of days.
   *
   * @param database where feedback and counts are kept
   * @param issued writes the counts that are not written yet
   */
  public FeedbackOverTime(JdbcClient database, IssuedCards issued) {
    this.database = database;
    this.issued = issued;
  }

  /**
   * One day.
   *
   * @param day the day on which cards were shown, or on which feedback came in
   * @param shown how many cards were shown
   * @param accepted how many entries said that a suggestion was taken
   * @param overridden how many entries said that a card was set aside
   */
  public record Day(LocalDate day, long shown, long accepted, long overridden) {}

  /**
   * The days on which something happened.
   *
   * @param rule the rule that the cards rest on; empty for every card
   * @return the days, oldest first
   */
  public List<Day> days(Optional<String> rule) {
    issued.write();
    Map<LocalDate, long[]> days = new TreeMap<>();
    Map<Integer, List<String>> rules = new HashMap<>();
    database
        .sql("select origin_code, shown_on, rules, shown from cards_shown")
        .query(
            row -> {
              List<String> of = CardOrigin.rules(row.getString("rules"));
              rules.put(row.getInt("origin_code"), of);
              if (rule.isEmpty() || of.contains(rule.get())) {
                at(days, row.getObject("shown_on", LocalDate.class))[0] += row.getLong("shown");
              }
            });
    database
        .sql("select distinct card, outcome, cast(received_at as date) as told_on from feedback")
        .query(
            row -> {
              List<String> of =
                  CardNumber.read(row.getObject("card", UUID.class))
                      .map(CardNumber::originCode)
                      .map(rules::get)
                      .orElse(List.of());
              if (rule.isEmpty() || of.contains(rule.get())) {
                at(days, row.getObject("told_on", LocalDate.class))[
                    row.getString("outcome").equalsIgnoreCase("accepted") ? 1 : 2]++;
              }
            });
    return days.entrySet().stream()
        .map(day -> new Day(day.getKey(), day.getValue()[0], day.getValue()[1], day.getValue()[2]))
        .toList();
  }

  private static long[] at(Map<LocalDate, long[]> days, LocalDate day) {
    return days.computeIfAbsent(day, unused -> new long[3]);
  }
}
