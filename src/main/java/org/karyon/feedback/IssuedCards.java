package org.karyon.feedback;

import jakarta.annotation.PreDestroy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.karyon.cards.CardIdentities;
import org.karyon.guideline.HookMoment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Numbers the cards and counts them by origin and day. Counts are written every few seconds and at
 * the end, so that no answer waits for the database; a process that is killed loses the counts of
 * those seconds, and nothing else.
 */
public class IssuedCards implements CardIdentities {

  private static final Logger LOG = LoggerFactory.getLogger(IssuedCards.class);

  private final String guidelineVersion;
  private final JdbcClient database;
  private final Clock clock;
  private final RandomGenerator random = new SecureRandom();
  private final Map<Shown, Long> counts = new ConcurrentHashMap<>();

  private record Shown(CardOrigin origin, LocalDate day) {}

  /**
   * Begins to count.
   *
   * @param guidelineVersion the guideline that the cards are written from
   * @param database where counts are kept
   * @param clock tells the time
   */
  public IssuedCards(String guidelineVersion, JdbcClient database, Clock clock) {
    this.guidelineVersion = guidelineVersion;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public UUID card(HookMoment moment, String kind, List<String> rules) {
    CardOrigin origin = new CardOrigin(guidelineVersion, moment.hook(), kind, rules);
    Instant now = clock.instant();
    counts.merge(new Shown(origin, LocalDate.ofInstant(now, ZoneOffset.UTC)), 1L, Long::sum);
    return new CardNumber(now, origin.code()).issue(random);
  }

  /** Writes the counts; what cannot be written now is tried again. */
  @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
  @PreDestroy
  public void write() {
    for (Shown shown : List.copyOf(counts.keySet())) {
      Long count = counts.remove(shown);
      if (count == null) {
        continue;
      }
      try {
        add(shown, count);
      } catch (DataAccessException failure) {
        counts.merge(shown, count, Long::sum);
        LOG.warn("Counts of cards could not be written: {}", failure.getClass().getSimpleName());
        return;
      }
    }
  }

  private void add(Shown shown, long count) {
    if (increase(shown, count)) {
      return;
    }
    try {
      insert(shown, count);
    } catch (DuplicateKeyException meanwhile) {
      // Another replica was first.
      increase(shown, count);
    }
  }

  private boolean increase(Shown shown, long count) {
    return database
            .sql(
                """
                update cards_shown set shown = shown + :count
                where origin_code = :code and shown_on = :day
                """)
            .param("count", count)
            .param("code", shown.origin().code())
            .param("day", shown.day())
            .update()
        == 1;
  }

  private void insert(Shown shown, long count) {
    CardOrigin origin = shown.origin();
    database
        .sql(
            """
            insert into cards_shown
              (origin_code, shown_on, guideline_version, service, kind, rules, shown)
            values (:code, :day, :version, :service, :kind, :rules, :count)
            """)
        .param("code", origin.code())
        .param("day", shown.day())
        .param("version", origin.guidelineVersion())
        .param("service", origin.service())
        .param("kind", origin.kind())
        .param("rules", origin.rulesText())
        .param("count", count)
        .update();
  }
}
