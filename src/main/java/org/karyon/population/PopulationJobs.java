package org.karyon.population;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The jobs of all replicas in their database. A replica holds a job by saying every few seconds
 * that it works on it; one that is silent for longer has lost it to whoever takes it next.
 */
public class PopulationJobs {

  /** After how long a replica that says nothing is taken for lost. */
  static final Duration LOST = Duration.ofSeconds(60);

  private static final int LONGEST_PROGRESS = 200;
  private static final int LONGEST_MESSAGE = 2_000;
  private static final String COLUMNS =
      """
      select id, client, address, server, export_operation, as_of, replayed, asked_at, state,
        attempts, beat_at, progress, message, ended_at
      from population_job
      """;

  private final JdbcClient database;
  private final Clock clock;

  /**
   * Keeps jobs in a database.
   *
   * @param database where
   * @param clock tells the time; those of all replicas must agree to some seconds
   */
  public PopulationJobs(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  private OffsetDateTime at(Instant moment) {
    return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  private static PopulationJob job(ResultSet row, int unused) throws SQLException {
    return new PopulationJob(
        UUID.fromString(row.getString("id").strip()),
        new PopulationOrder(
            row.getString("client"),
            row.getString("address"),
            row.getString("server"),
            row.getString("export_operation"),
            row.getObject("as_of", LocalDate.class),
            row.getBoolean("replayed")),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        JobState.of(row.getString("state")),
        row.getInt("attempts"),
        Optional.ofNullable(row.getObject("beat_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        row.getString("progress"),
        row.getString("message"),
        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  /** Notes a job that waits. */
  void add(UUID id, PopulationOrder order) {
    database
        .sql(
            """
            insert into population_job (id, client, address, server, export_operation, as_of,
              replayed, asked_at, state, replica, attempts, progress, message)
            values (:id, :client, :address, :server, :export, :day, :replayed, :now, :state, '', 0,
              'waiting', '')
            """)
        .param("id", id.toString())
        .param("client", order.client())
        .param("address", order.address())
        .param("server", order.server())
        .param("export", order.export())
        .param("day", order.asOf())
        .param("replayed", order.replayed())
        .param("now", at(clock.instant()))
        .param("state", JobState.WAITING.word())
        .update();
  }

  /** How many jobs are not at their end. */
  int unfinished() {
    return database
        .sql("select count(*) from population_job where ended_at is null")
        .query(Integer.class)
        .single();
  }

  /**
   * A job of a client.
   *
   * @return empty when there is none of this id, or another client asked for it
   */
  Optional<PopulationJob> of(String client, UUID id) {
    return database
        .sql(COLUMNS + " where id = :id and client = :client")
        .param("id", id.toString())
        .param("client", client)
        .query(PopulationJobs::job)
        .optional();
  }

  boolean exists(UUID id) {
    return database
            .sql("select count(*) from population_job where id = :id")
            .param("id", id.toString())
            .query(Integer.class)
            .single()
        == 1;
  }

  /**
   * Takes the oldest job that waits, or whose replica is lost.
   *
   * @param replica who takes it
   * @param reachable whether this replica has its folder
   */
  Optional<PopulationJob> claim(String replica, Predicate<UUID> reachable) {
    Instant lost = clock.instant().minus(LOST);
    List<PopulationJob> open =
        database
            .sql(
                COLUMNS
                    + """
                     where ended_at is null and (beat_at is null or beat_at < :lost)
                    order by asked_at
                    """)
            .param("lost", at(lost))
            .query(PopulationJobs::job)
            .list();
    for (PopulationJob job : open) {
      if (reachable.test(job.id()) && take(job, replica, lost)) {
        return Optional.of(job);
      }
    }
    return Optional.empty();
  }

  /** Of several replicas that try at the same time one succeeds. */
  private boolean take(PopulationJob job, String replica, Instant lost) {
    return database
            .sql(
                """
                update population_job
                set state = :running, replica = :replica, beat_at = :now, attempts = attempts + 1
                where id = :id and ended_at is null and attempts = :attempts
                  and (beat_at is null or beat_at < :lost)
                """)
            .param("running", JobState.RUNNING.word())
            .param("replica", replica)
            .param("now", at(clock.instant()))
            .param("id", job.id().toString())
            .param("attempts", job.attempts())
            .param("lost", at(lost))
            .update()
        == 1;
  }

  /**
   * Says that a replica works on a job.
   *
   * @return false when it is its job no more: cancelled, or taken by another
   */
  boolean beat(UUID id, String replica, String progress) {
    return database
            .sql(
                """
                update population_job set beat_at = :now, progress = :progress
                where id = :id and replica = :replica and ended_at is null
                """)
            .param("now", at(clock.instant()))
            .param("progress", shortened(progress, LONGEST_PROGRESS))
            .param("id", id.toString())
            .param("replica", replica)
            .update()
        == 1;
  }

  /**
   * Gives a job back, so that another replica need not wait until this one is taken for lost.
   *
   * @return false when it was this replica's no more
   */
  boolean release(UUID id, String replica) {
    return database
            .sql(
                """
                update population_job
                set state = :waiting, replica = '', beat_at = null, attempts = attempts - 1
                where id = :id and replica = :replica and ended_at is null
                """)
            .param("waiting", JobState.WAITING.word())
            .param("id", id.toString())
            .param("replica", replica)
            .update()
        == 1;
  }

  /**
   * Ends a job.
   *
   * @return false when it was this replica's no more
   */
  boolean end(UUID id, String replica, JobState state, String message) {
    return database
            .sql(
                """
                update population_job
                set state = :state, message = :message, ended_at = :now
                where id = :id and replica = :replica and ended_at is null
                """)
            .param("state", state.word())
            .param("message", shortened(message, LONGEST_MESSAGE))
            .param("now", at(clock.instant()))
            .param("id", id.toString())
            .param("replica", replica)
            .update()
        == 1;
  }

  /** Fails what no replica goes on with, because none that lives has its folder. */
  void giveUp(Instant silentSince, Instant waitingSince) {
    database
        .sql(
            """
            update population_job set state = :failed, message = :message, ended_at = :now
            where ended_at is null and (beat_at < :silent or (beat_at is null and asked_at < :asked))
            """)
        .param("failed", JobState.FAILED.word())
        .param("message", "The replica that had the job is gone, and no other has its folder.")
        .param("now", at(clock.instant()))
        .param("silent", at(silentSince))
        .param("asked", at(waitingSince))
        .update();
  }

  /** Removes a job, whatever its state; whoever works on it notices with its next beat. */
  void remove(UUID id) {
    database.sql("delete from population_job where id = :id").param("id", id.toString()).update();
  }

  /** The jobs that ended before a moment. */
  List<UUID> endedBefore(Instant moment) {
    return database
        .sql("select id from population_job where ended_at < :moment")
        .param("moment", at(moment))
        .query((row, unused) -> UUID.fromString(row.getString("id").strip()))
        .list();
  }

  private static String shortened(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
