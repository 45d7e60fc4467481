package org.karyon.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.karyon.feedback.FeedbackEntry.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what became of the cards; their numbers tell which rules they rested on. */
public final class FeedbackReporter {

  /** A rule of which hardly a card was shown is not marked. */
  private static final long FEWEST_SHOWN = 10;

  private final JdbcClient database;
  private final IssuedCards issued;
  private final Clock clock;
  private final double markedFrom;

  /**
   * Prepares reports.
   *
   * @param database where feedback and counts are kept
   * @param issued writes the counts that are not written yet
   * @param clock tells the time of a report
   * @param markedFrom from which share of overridden cards on a rule is marked, from 0 to 1
   */
  public FeedbackReporter(JdbcClient database, IssuedCards issued, Clock clock, double markedFrom) {
    this.database = database;
    this.issued = issued;
    this.clock = clock;
    this.markedFrom = markedFrom;
  }

  /**
   * Makes a report.
   *
   * @return all that is kept, by rule
   */
  public FeedbackReport report() {
    issued.write();
    Map<Integer, CardOrigin> origins = new HashMap<>();
    Map<Topic, Tally> tallies = new TreeMap<>();
    for (ShownCards shown : shownCards()) {
      origins.put(shown.origin().code(), shown.origin());
      topics(shown.origin(), shown.month())
          .forEach(topic -> tally(tallies, topic).show(shown.count()));
    }
    long unknown = addOutcomes(origins, tallies);
    return new FeedbackReport(
        clock.instant(),
        tallies.entrySet().stream()
            .flatMap(entry -> entry.getKey().line(entry.getValue()).stream())
            .toList(),
        tallies.entrySet().stream()
            .flatMap(entry -> entry.getKey().monthly(entry.getValue()).stream())
            .toList(),
        marked(tallies),
        markedFrom,
        unknown);
  }

  private List<FeedbackReport.Marked> marked(Map<Topic, Tally> tallies) {
    Map<Topic, long[]> byRule = new TreeMap<>();
    tallies.forEach(
        (topic, tally) -> {
          if (topic instanceof Topic.OfVersion version && !version.rule().isEmpty()) {
            long[] counts =
                byRule.computeIfAbsent(
                    new Topic.OfVersion("", version.kind(), version.rule()), unused -> new long[2]);
            counts[0] += tally.shown();
            counts[1] += tally.overridden();
          }
        });
    return byRule.entrySet().stream()
        .filter(rule -> rule.getValue()[0] >= FEWEST_SHOWN)
        .filter(rule -> rule.getValue()[1] > markedFrom * rule.getValue()[0])
        .map(
            rule ->
                new FeedbackReport.Marked(
                    rule.getKey().kind(),
                    rule.getKey().rule(),
                    rule.getValue()[0],
                    rule.getValue()[1]))
        .sorted(
            Comparator.comparingDouble(rule -> -(double) rule.overridden() / (double) rule.shown()))
        .toList();
  }

  private static Tally tally(Map<Topic, Tally> tallies, Topic topic) {
    return tallies.computeIfAbsent(topic, unused -> new Tally());
  }

  private static List<Topic> topics(CardOrigin origin, String month) {
    List<String> rules = origin.rules().isEmpty() ? List.of("") : origin.rules();
    return rules.stream()
        .flatMap(
            rule ->
                Stream.<Topic>of(
                    new Topic.OfVersion(origin.guidelineVersion(), origin.kind(), rule),
                    new Topic.OfMonth(month, origin.service(), origin.kind(), rule)))
        .toList();
  }

  private List<ShownCards> shownCards() {
    return database
        .sql("select guideline_version, service, kind, rules, shown_on, shown from cards_shown")
        .query(
            (row, number) ->
                new ShownCards(
                    new CardOrigin(
                        row.getString("guideline_version"),
                        row.getString("service"),
                        row.getString("kind"),
                        CardOrigin.rules(row.getString("rules"))),
                    YearMonth.from(row.getObject("shown_on", LocalDate.class)).toString(),
                    row.getLong("shown")))
        .list();
  }

  /** Ordered by card, so that only one card has to be remembered. */
  private long addOutcomes(Map<Integer, CardOrigin> origins, Map<Topic, Tally> tallies) {
    long unknown = 0;
    Optional<UUID> last = Optional.empty();
    Set<Outcome> counted = new HashSet<>();
    try (Stream<Told> told =
        database
            .sql(
                """
                select card, outcome, reason_system, reason_code from feedback
                order by card, received_at
                """)
            .query(FeedbackReporter::told)
            .stream()) {
      for (Told entry : (Iterable<Told>) told::iterator) {
        if (last.filter(entry.card()::equals).isEmpty()) {
          last = Optional.of(entry.card());
          counted.clear();
        }
        Optional<CardNumber> number = CardNumber.read(entry.card());
        Optional<CardOrigin> origin = number.map(CardNumber::originCode).map(origins::get);
        if (origin.isEmpty()) {
          unknown++;
        } else if (counted.add(entry.outcome())) {
          topics(origin.get(), number.map(FeedbackReporter::month).orElse(""))
              .forEach(topic -> tally(tallies, topic).add(entry.outcome(), entry.reason()));
        }
      }
    }
    return unknown;
  }

  private static String month(CardNumber number) {
    return YearMonth.from(number.issuedAt().atZone(ZoneOffset.UTC)).toString();
  }

  private static Told told(ResultSet row, int number) throws SQLException {
    return new Told(
        row.getObject("card", UUID.class),
        Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
        new Tally.ReasonCode(row.getString("reason_system"), row.getString("reason_code")));
  }

  private record ShownCards(CardOrigin origin, String month, long count) {}

  private record Told(UUID card, Outcome outcome, Tally.ReasonCode reason) {}
}
