package org.karyon.population;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where clients ask for jobs and about them, whichever replica they reach. */
public final class PopulationDesk {

  private static final Logger AUDIT = LoggerFactory.getLogger("org.karyon.audit");
  private static final String SERVICE = "$assess-population";

  private final PopulationJobs jobs;
  private final JobFolders folders;
  private final int mostJobs;
  private final Duration kept;
  private final Clock clock;

  /**
   * Opens.
   *
   * @param jobs the jobs of all replicas
   * @param folder the operator's folder
   * @param mostJobs how many jobs may wait or run at the same time
   * @param kept how long results wait
   * @param clock tells the time
   */
  public PopulationDesk(
      PopulationJobs jobs, Path folder, int mostJobs, Duration kept, Clock clock) {
    this.jobs = jobs;
    this.folders = new JobFolders(folder);
    this.mostJobs = mostJobs;
    this.kept = kept;
    this.clock = clock;
  }

  /**
   * Takes an order.
   *
   * @param order what is asked for
   * @return the id of the job; empty when too many are waiting or running
   * @throws IOException when the operator's folder cannot be written
   */
  public Optional<UUID> ask(PopulationOrder order) throws IOException {
    if (jobs.unfinished() >= mostJobs) {
      return Optional.empty();
    }
    UUID id = UUID.randomUUID();
    folders.make(id);
    jobs.add(id, order);
    note(order.client(), "asked for", id);
    return Optional.of(id);
  }

  /**
   * A job.
   *
   * @param client who asks
   * @param id its id
   * @return empty when there is none of this id, or another client asked for it
   */
  public Optional<PopulationJob> job(String client, UUID id) {
    return jobs.of(client, id);
  }

  /**
   * Cancels a job, or has the results of one deleted that is done.
   *
   * @param client who asks
   * @param id its id
   * @return false when there is none of this id, or another client asked for it
   * @throws IOException when its results cannot be deleted
   */
  public boolean cancel(String client, UUID id) throws IOException {
    Optional<PopulationJob> job = jobs.of(client, id);
    if (job.isEmpty()) {
      return false;
    }
    jobs.remove(id);
    // What a replica works on it deletes itself, once it has stopped.
    if (job.get().state() != JobState.RUNNING) {
      folders.delete(id);
    }
    note(client, "cancelled", id);
    return true;
  }

  /**
   * The results of a job that is done.
   *
   * @param job the job
   * @return empty where they do not lie in this replica's folder
   * @throws IOException when they cannot be read
   */
  public Optional<Results> results(PopulationJob job) throws IOException {
    return folders.finished(job.id());
  }

  /**
   * A file of the results.
   *
   * @param job the job
   * @param file one of its files
   * @return where it is
   */
  public Path file(PopulationJob job, ResultFile file) {
    note(job.order().client(), "fetched " + file.name(), job.id());
    return folders.results(job.id()).resolve(file.name());
  }

  /**
   * When the results of a job that has ended are deleted.
   *
   * @param job the job
   */
  public Instant expiry(PopulationJob job) {
    return job.endedAt().orElse(job.askedAt()).plus(kept);
  }

  /**
   * Whether a replica was working on a job and is silent now.
   *
   * @param job the job
   */
  public boolean isInterrupted(PopulationJob job) {
    return job.state() == JobState.RUNNING
        && job.beatAt()
            .filter(beat -> beat.plus(PopulationJobs.LOST).isBefore(clock.instant()))
            .isPresent();
  }

  private static void note(String client, String what, UUID id) {
    AUDIT
        .atInfo()
        .addKeyValue("karyon.service", SERVICE)
        .addKeyValue("karyon.client", client)
        .addKeyValue("karyon.job", id)
        .log(what);
  }
}
