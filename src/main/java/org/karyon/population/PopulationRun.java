package org.karyon.population;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiFunction;
import org.karyon.bulk.BulkExport;
import org.karyon.bulk.ExportGone;
import org.karyon.guideline.Cohort;
import org.karyon.registry.AssessRegistry;
import org.karyon.registry.FolderInUse;
import org.karyon.registry.HeldFolder;

/**
 * The work of one job: the same as the command {@code assess --from}. Each part of it goes on where
 * an earlier attempt stopped.
 */
public final class PopulationRun {

  private final PopulationServers servers;
  private final BiFunction<PopulationServer, PrintStream, BulkExport> exports;
  private final BiFunction<Integer, PrintStream, AssessRegistry> registries;
  private final int threads;
  private final List<Cohort> questions;
  private final Publication publication;

  /**
   * Prepares runs.
   *
   * @param servers the servers that may be asked
   * @param exports fetches from one of them, telling its progress
   * @param registries assesses with a number of threads, telling its progress
   * @param threads how many patients are assessed at once
   * @param questions what every run answers
   * @param publication writes the results
   */
  public PopulationRun(
      PopulationServers servers,
      BiFunction<PopulationServer, PrintStream, BulkExport> exports,
      BiFunction<Integer, PrintStream, AssessRegistry> registries,
      int threads,
      List<Cohort> questions,
      Publication publication) {
    this.servers = servers;
    this.exports = exports;
    this.registries = registries;
    this.threads = threads;
    this.questions = List.copyOf(questions);
    this.publication = publication;
  }

  /**
   * Fetches, assesses and writes the results.
   *
   * @throws FolderInUse while a replica that lost the job has not noticed yet
   */
  void run(PopulationJob job, JobFolders folders, PrintStream told)
      throws IOException, InterruptedException {
    Path folder = folders.of(job.id());
    try (HeldFolder own = HeldFolder.of(folder, folder)) {
      told.println("Begun in " + own.work().getFileName());
      runAlone(job, folders, told);
    }
  }

  private void runAlone(PopulationJob job, JobFolders folders, PrintStream told)
      throws IOException, InterruptedException {
    if (folders.finished(job.id()).isPresent()) {
      // An earlier attempt was done, and could not note it.
      return;
    }
    Path export = folders.export(job.id());
    Path answers = folders.answers(job.id());
    Path results = folders.results(job.id());
    fetch(job.order(), export, told);
    registries
        .apply(threads, told)
        .run(
            new AssessRegistry.Order(
                export, answers, job.order().asOf(), job.order().replayed(), questions));
    told.println("Writing the results");
    JobFolders.delete(results);
    Files.createDirectories(results);
    List<ResultFile> files = new ArrayList<>(publication.publish(answers, results));
    folders.finish(
        job.id(), new Results(Files.readString(export.resolve(BulkExport.FETCHED)), files));
  }

  /** A server may have dropped the export while nobody asked for it; once more is tried. */
  private void fetch(PopulationOrder order, Path export, PrintStream told)
      throws IOException, InterruptedException {
    BulkExport source = exports.apply(server(order), told);
    try {
      source.fetch(order.export(), AssessRegistry.kinds(), export);
    } catch (ExportGone gone) {
      source.fetch(order.export(), AssessRegistry.kinds(), export);
    }
  }

  private PopulationServer server(PopulationOrder order) {
    return servers
        .named(Optional.of(order.server()))
        .orElseThrow(
            () -> new NoSuchElementException("the server is not in the settings any more"));
  }

  /** Lets the server delete an export that nobody will fetch. */
  void abandon(PopulationOrder order, Path export, PrintStream told) throws InterruptedException {
    Optional<PopulationServer> server = servers.named(Optional.of(order.server()));
    if (server.isPresent()) {
      exports.apply(server.get(), told).abandon(export);
    }
  }
}
