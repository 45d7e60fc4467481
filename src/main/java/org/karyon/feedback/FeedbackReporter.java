package org.karyon.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
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

  private final JdbcClient database;
  private final IssuedCards issued;
  private final Clock clock;

  /**
   * Prepares reports.
   *
   * @param database where feedback and counts are kept
   * @param issued writes the counts that are not written yet
   * @param clock tells the time of a report
   */
  public FeedbackReporter(JdbcClient database, IssuedCards issued, Clock clock) {
    this.database = database;
    this.issued = issued;
    this.clock = clock;
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
      topics(shown.origin()).forEach(topic -> tally(tallies, topic).shown += shown.count());
    }
    long unknown = addOutcomes(origins, tallies);
    return new FeedbackReport(
        clock.instant(),
        tallies.entrySet().stream().map(entry -> entry.getValue().line(entry.getKey())).toList(),
        unknown);
  }

  private static Tally tally(Map<Topic, Tally> tallies, Topic topic) {
    return tallies.computeIfAbsent(topic, unused -> new Tally());
  }

  private static List<Topic> topics(CardOrigin origin) {
    List<String> rules = origin.rules().isEmpty() ? List.of("") : origin.rules();
    return rules.stream()
        .map(rule -> new Topic(origin.guidelineVersion(), origin.kind(), rule))
        .toList();
  }

  private List<ShownCards> shownCards() {
    return database
        .sql(
            """
            select guideline_version, kind, rules, sum(shown) as shown from cards_shown
            group by guideline_version, kind, rules
            """)
        .query(
            (row, number) ->
                new ShownCards(
                    new CardOrigin(
                        row.getString("guideline_version"),
                        row.getString("kind"),
                        CardOrigin.rules(row.getString("rules"))),
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
        Optional<CardOrigin> origin =
            CardNumber.read(entry.card()).map(CardNumber::originCode).map(origins::get);
        if (origin.isEmpty()) {
          unknown++;
        } else if (counted.add(entry.outcome())) {
          topics(origin.get()).forEach(topic -> tally(tallies, topic).add(entry));
        }
      }
    }
    return unknown;
  }

  private static Told told(ResultSet row, int number) throws SQLException {
    return new Told(
        row.getObject("card", UUID.class),
        Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
        new ReasonCode(row.getString("reason_system"), row.getString("reason_code")));
  }

  private record ShownCards(CardOrigin origin, long count) {}

  private record Told(UUID card, Outcome outcome, ReasonCode reason) {}

  private record ReasonCode(String system, String code) implements Comparable<ReasonCode> {
    @Override
    public int compareTo(ReasonCode other) {
      int bySystem = system.compareTo(other.system);
      return bySystem == 0 ? code.compareTo(other.code) : bySystem;
    }
  }

  private record Topic(String guidelineVersion, String kind, String rule)
      implements Comparable<Topic> {
    private String sorted() {
      return String.join("\0", kind, rule, guidelineVersion);
    }

    @Override
    public int compareTo(Topic other) {
      return sorted().compareTo(other.sorted());
    }
  }

  private static final class Tally {
    private long shown;
    private long accepted;
    private long overridden;
    private final Map<ReasonCode, Long> reasons = new TreeMap<>();

    void add(Told told) {
      switch (told.outcome()) {
        case ACCEPTED -> accepted++;
        case OVERRIDDEN -> {
          overridden++;
          if (!told.reason().code().isEmpty()) {
            reasons.merge(told.reason(), 1L, Long::sum);
          }
        }
      }
    }

    FeedbackReport.Line line(Topic topic) {
      return new FeedbackReport.Line(
          topic.guidelineVersion(),
          topic.kind(),
          topic.rule(),
          shown,
          accepted,
          overridden,
          reasons.entrySet().stream()
              .map(
                  reason ->
                      new FeedbackReport.Reason(
                          reason.getKey().system(), reason.getKey().code(), reason.getValue()))
              .toList());
    }
  }
}
