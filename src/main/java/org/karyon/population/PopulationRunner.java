package org.karyon.population;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.karyon.bulk.ExportFailed;
import org.karyon.registry.FolderInUse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Works on the jobs of {@code $assess-population}, one at a time, and deletes what has expired.
 * Every few seconds it says that it works on its job; when it could not say so for long, it stops,
 * because another replica may have taken the job.
 */
public class PopulationRunner implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PopulationRunner.class);
  private static final Duration LEASE = PopulationJobs.LOST.minusSeconds(15);
  private static final Duration ORPHANED = Duration.ofMinutes(15);
  private static final Duration GIVEN_UP = Duration.ofHours(1);
  private static final Duration LONGEST_WAIT = Duration.ofDays(7);
  private static final Duration END = Duration.ofSeconds(2);
  private static final Duration END_AT_CLOSE = Duration.ofSeconds(10);
  private static final int MOST_ATTEMPTS = 3;

  private final PopulationJobs jobs;
  private final JobFolders folders;
  private final PopulationRun run;
  private final Duration kept;
  private final boolean offered;
  private final String replica = UUID.randomUUID().toString();
  private final Clock clock;
  private Optional<Work> work = Optional.empty();
  private boolean closed;

  /**
   * Prepares work; none is done before the first tick.
   *
   * @param jobs the jobs of all replicas
   * @param folder the operator's folder
   * @param run the work of one job
   * @param kept how long results wait
   * @param offered whether there is anything to do at all
   * @param clock tells the time
   */
  public PopulationRunner(
      PopulationJobs jobs,
      Path folder,
      PopulationRun run,
      Duration kept,
      boolean offered,
      Clock clock) {
    this.jobs = jobs;
    this.folders = new JobFolders(folder);
    this.run = run;
    this.kept = kept;
    this.offered = offered;
    this.clock = clock;
  }

  /** A job under work. */
  private final class Work {

    private final PopulationJob job;
    private final LastLine told = new LastLine();
    private final Thread thread;
    private final ReentrantLock atDatabase = new ReentrantLock();
    private Instant said = clock.instant();
    private volatile boolean stopped;

    Work(PopulationJob job) {
      this.job = job;
      this.thread = Thread.ofPlatform().daemon().name("population").unstarted(this::work);
    }

    private void work() {
      try {
        if (job.attempts() >= MOST_ATTEMPTS) {
          end(
              JobState.FAILED,
              "The job was begun %d times, and each time the replica that ran it was lost."
                  .formatted(job.attempts()));
          return;
        }
        run.run(job, folders, told.stream());
        end(JobState.DONE, "");
      } catch (InterruptedException interrupted) {
        LOG.info("The population job {} was stopped here", job.id());
      } catch (FolderInUse slow) {
        // Whoever lost the job has not noticed yet.
        LOG.info("The population job {} waits for the replica that lost it", job.id());
        release();
      } catch (ExportFailed failed) {
        end(JobState.FAILED, (failed.told() + ' ' + PopulationAdvice.of(failed.remedy())).strip());
      } catch (IOException | RuntimeException failure) {
        if (stopped) {
          LOG.info("The population job {} was stopped here", job.id());
          return;
        }
        // The message may name a file or quote a line, so only its kind and place are logged.
        StackTraceElement[] trace = failure.getStackTrace();
        LOG.error(
            "The population job {} failed: {} at {}",
            job.id(),
            failure.getClass().getName(),
            trace.length == 0 ? "an unknown place" : trace[0]);
        end(JobState.FAILED, why(failure));
      }
    }

    /**
     * Waits until the work is at no database: one that is a file is closed for everybody when a
     * thread that reads or writes it is interrupted.
     *
     * @return false where the work stays there for longer, and is not interrupted
     */
    private boolean interrupt(Duration wait) throws InterruptedException {
      stopped = true;
      if (!atDatabase.tryLock(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
      try {
        thread.interrupt();
        return true;
      } finally {
        atDatabase.unlock();
      }
    }

    private <T> T atDatabase(Supplier<T> call) {
      atDatabase.lock();
      boolean interrupted = Thread.interrupted();
      try {
        return call.get();
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
        atDatabase.unlock();
      }
    }

    private void release() {
      try {
        if (atDatabase(() -> jobs.release(job.id(), replica))) {
          LOG.info("The population job {} waits for the next replica", job.id());
        }
      } catch (DataAccessException unreachable) {
        LOG.warn("The population job {} waits until this replica is lost", job.id());
      }
    }

    private String why(Exception failure) {
      return switch (failure) {
        case NoSuchElementException gone -> "The server is not in the settings any more.";
        case IOException disk ->
            "The export could not be read, or its folder not be written. The operator finds the"
                + " kind of failure in the log by the id of the job.";
        default ->
            "The service failed on this job. The operator finds the kind of failure in the log by"
                + " the id of the job.";
      };
    }

    private void end(JobState state, String message) {
      try {
        if (state == JobState.FAILED) {
          run.abandon(job.order(), folders.export(job.id()), told.stream());
          folders.delete(job.id());
        }
        if (!atDatabase(() -> jobs.end(job.id(), replica, state, message))) {
          LOG.info("The population job {} was cancelled or taken by another", job.id());
        }
      } catch (InterruptedException interrupted) {
        LOG.info("The population job {} was stopped here", job.id());
      } catch (IOException | DataAccessException failed) {
        // Its replica is taken for lost then, and the job is begun again.
        LOG.warn("The end of the population job {} could not be noted", job.id());
      }
    }
  }

  /** Looks after the job under work, or takes one, and deletes what has expired. */
  @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
  public synchronized void tick() {
    if (!offered || closed) {
      return;
    }
    try {
      work = work.filter(under -> under.thread.isAlive());
      if (work.isPresent()) {
        say(work.get());
      } else {
        work = jobs.claim(replica, folders::has).map(Work::new);
        work.ifPresent(under -> under.thread.start());
      }
      expire();
    } catch (DataAccessException failure) {
      LOG.warn("Population jobs could not be read: {}", failure.getClass().getSimpleName());
      work.filter(under -> under.said.plus(LEASE).isBefore(clock.instant()))
          .ifPresent(under -> stop(under, END));
    } catch (IOException failure) {
      LOG.warn("What has expired could not be deleted: {}", failure.getClass().getSimpleName());
    }
  }

  private void say(Work under) throws IOException {
    if (jobs.beat(under.job.id(), replica, under.told.text())) {
      under.said = clock.instant();
      return;
    }
    // It may have come to its end this very moment.
    boolean cancelled = !jobs.exists(under.job.id());
    if (stop(under, END) && cancelled) {
      abandon(under.job);
      folders.delete(under.job.id());
    }
  }

  private void abandon(PopulationJob job) {
    try {
      run.abandon(job.order(), folders.export(job.id()), new LastLine().stream());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** True when nothing of the work goes on. */
  private static boolean stop(Work under, Duration wait) {
    try {
      return under.interrupt(wait) && under.thread.join(wait);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void expire() throws IOException {
    jobs.giveUp(clock.instant().minus(GIVEN_UP), clock.instant().minus(LONGEST_WAIT));
    for (UUID id : jobs.endedBefore(clock.instant().minus(kept))) {
      folders.delete(id);
      jobs.remove(id);
      LOG.info("The results of the population job {} have expired", id);
    }
    for (UUID id : folders.untouchedSince(clock.instant().minus(ORPHANED))) {
      if (!jobs.exists(id)) {
        folders.delete(id);
      }
    }
  }

  /** Stops, and gives the job under work to whoever takes it next. */
  @Override
  public synchronized void close() {
    closed = true;
    work.filter(under -> under.thread.isAlive())
        .filter(under -> stop(under, END_AT_CLOSE))
        .ifPresent(Work::release);
  }
}
