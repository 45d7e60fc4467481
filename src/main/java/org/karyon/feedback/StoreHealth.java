package org.karyon.feedback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Whether the database can be written, which is found out by writing: a full disk and a file that
 * is read-only are seen by nothing else. Asked at most once in some seconds, whoever asks, and now
 * and then when nobody does.
 *
 * <p>A database inside this process stays broken after its disk was full as long as anybody is
 * connected, so that after a failure the connections are made afresh.
 */
public final class StoreHealth implements HealthIndicator {

  private static final Duration KEPT = Duration.ofSeconds(3);

  private final JdbcClient database;
  private final Clock clock;
  private final Runnable afresh;
  private Instant asked = Instant.MIN;
  private Health known = Health.unknown().build();

  /**
   * Watches a database.
   *
   * @param database where feedback and digests of used tokens are kept
   * @param clock tells the time
   * @param afresh ends the connections that there are, so that the next one is new
   */
  public StoreHealth(JdbcClient database, Clock clock, Runnable afresh) {
    this.database = database;
    this.clock = clock;
    this.afresh = afresh;
  }

  /** Looks also where no orchestrator asks, because looking is what mends it. */
  @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
  public void watch() {
    health();
  }

  @Override
  public synchronized Health health() {
    Instant now = clock.instant();
    if (Duration.between(asked, now).abs().compareTo(KEPT) > 0) {
      known = look(now);
      asked = now;
    }
    return known;
  }

  private Health look(Instant now) {
    try {
      write(now);
      return Health.up().build();
    } catch (DataAccessException failure) {
      afresh.run();
      return Health.down().withDetail("failure", failure.getClass().getSimpleName()).build();
    }
  }

  /**
   * Writes and takes away again.
   *
   * @throws DataAccessException when the database cannot be written
   */
  public void write() {
    write(clock.instant());
  }

  private void write(Instant now) {
    String probe = "probe-" + UUID.randomUUID();
    database
        .sql("insert into seen_token (digest, forgettable_at) values (:digest, :at)")
        .param("digest", probe)
        .param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .update();
    database.sql("delete from seen_token where digest = :digest").param("digest", probe).update();
  }
}
