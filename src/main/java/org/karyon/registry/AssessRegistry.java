package org.karyon.registry;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.karyon.chart.RecordJson;
import org.karyon.chart.resource.ResourceKind;
import org.karyon.guideline.Cohort;
import org.karyon.guideline.Guideline;
import org.karyon.reading.RecordReader;

/**
 * Assesses a whole registry on one machine: an export in, one answer a patient out, with a table,
 * the answers to the registry's questions, and a page. An interrupted run goes on where it stopped.
 */
public final class AssessRegistry {

  private static final int MOST_MEDICATIONS = 200_000;
  private static final int AHEAD_PER_THREAD = 64;

  private final Guideline guideline;
  private final RecordJson json;
  private final int threads;
  private final long sortMemory;
  private final PrintStream told;

  /**
   * Prepares runs.
   *
   * @param guideline the knowledge
   * @param json reads resources within limits
   * @param threads how many patients are assessed at once
   * @param sortMemory bytes that the sort may take
   * @param told where progress is told
   */
  public AssessRegistry(
      Guideline guideline, RecordJson json, int threads, long sortMemory, PrintStream told) {
    this.guideline = guideline;
    this.json = json;
    this.threads = threads;
    this.sortMemory = sortMemory;
    this.told = told;
  }

  /**
   * What a run is asked for.
   *
   * @param input the folder of the export
   * @param output the folder for the answers, made where there is none
   * @param asOf the day for which is answered
   * @param replayed whether that day lies in the past, so that what became known later is left out
   * @param cohorts questions
   */
  public record Order(
      Path input, Path output, LocalDate asOf, boolean replayed, List<Cohort> cohorts) {}

  /**
   * Runs.
   *
   * @param order what is asked for
   * @return how many patients were answered, in this run and the ones it went on from
   * @throws IOException when something cannot be read or written, with the reason in plain words
   */
  public long run(Order order) throws IOException, InterruptedException {
    ExportFolder export = ExportFolder.open(order.input());
    if (isInside(order.output(), order.input())) {
      throw new IOException(
          "The answers would lie in the export's own folder and be read as a part of it; name"
              + " another folder for them.");
    }
    Path work = Files.createDirectories(order.output().resolve("work"));
    try (HeldFolder own = HeldFolder.of(work, order.output())) {
      return run(order, export, own.work());
    }
  }

  private static boolean isInside(Path output, Path input) throws IOException {
    Path plain = output.toAbsolutePath().normalize();
    return plain.startsWith(input.toRealPath())
        || plain.startsWith(input.toAbsolutePath().normalize());
  }

  private long run(Order order, ExportFolder export, Path work)
      throws IOException, InterruptedException {
    Path answers = order.output().resolve("patients.ndjson");
    Path stateFile = work.resolve("sorted.json");
    String signature = RunState.signature(export, order.asOf(), guideline.version());
    Drugs drugs = new Drugs(MOST_MEDICATIONS);
    try (Progress progress = new Progress(told, Duration.ofSeconds(5))) {
      if (RunState.fits(stateFile, signature)) {
        told.println("Going on with the run that was interrupted.");
        drugs(export, drugs, progress);
      } else {
        Files.deleteIfExists(answers);
        sort(export, work, signature, drugs, progress).write(stateFile);
      }
      RunState state = RunState.read(stateFile);
      AssessExported assess =
          new AssessExported(guideline, json, drugs, export::place, order.asOf(), order.replayed());
      try (RegistryResults results = new RegistryResults(order, work)) {
        List<Path> blocks = state.blocks().stream().map(work::resolve).toList();
        answer(blocks, answers, assess, results, progress);
        progress.begin("writing the page", 0);
        long patients = results.finish(guideline, state.sources());
        if (!state.medicationsKept()) {
          told.println(
              "The export has more Medication resources than are kept in memory; orders that refer"
                  + " to the others count as treatment that is not understood.");
        }
        empty(work);
        return patients;
      }
    }
  }

  /** The kinds of resource that an assessment reads, as an export is asked for them. */
  public static List<String> kinds() {
    return Stream.concat(
            RecordReader.reads().stream().map(ResourceKind::type), Stream.of("Medication"))
        .distinct()
        .toList();
  }

  private RunState sort(
      ExportFolder export, Path work, String signature, Drugs drugs, Progress progress)
      throws IOException, InterruptedException {
    progress.begin("sorting by patient", export.bytes());
    try (BrokenLines broken = new BrokenLines(work.resolveSibling("broken-lines.ndjson"))) {
      SortExport.Sorted sorted =
          new SortExport(export, work, threads, sortMemory).sort(drugs, broken, progress);
      List<SourceQuality.Counts> counts = new ArrayList<>();
      for (int file = 0; file < sorted.qualities().size(); file++) {
        counts.add(sorted.qualities().get(file).counts(export.name(file)));
      }
      return new RunState(
          signature,
          sorted.blocks().stream().map(block -> block.getFileName().toString()).toList(),
          counts,
          !drugs.isFull());
    }
  }

  /** A run that goes on needs the drugs again, which are not in the sorted file. */
  private static void drugs(ExportFolder export, Drugs drugs, Progress progress)
      throws IOException {
    progress.begin("reading drugs", export.bytes());
    for (int file = 0; file < export.files().size(); file++) {
      try (SortableLines lines =
          new SortableLines(
              export.lines(file, progress::read),
              file,
              export.name(file),
              new SourceQuality(),
              unused -> {},
              drugs)) {
        // Only the drugs are wanted, which the lines hand over while they are read.
        while (lines.readLine() != null) {}
      }
    }
  }

  private void answer(
      List<Path> blocks,
      Path answers,
      AssessExported assess,
      RegistryResults results,
      Progress progress)
      throws IOException, InterruptedException {
    long size = 0;
    for (Path block : blocks) {
      size += Files.size(block);
    }
    progress.begin("assessing", size);
    AnswerLines lines = new AnswerLines(answers);
    Optional<String> last = lines.resume();
    if (last.isPresent()) {
      lines.forEach(results::addUnchecked);
    }
    try (SortedPatients patients = new SortedPatients(blocks, progress);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        BufferedWriter out =
            Files.newBufferedWriter(
                answers,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND)) {
      Deque<Future<Answered>> under = new ArrayDeque<>();
      while (patients.hasNext()) {
        ExportedPatient patient = patients.next();
        if (last.isPresent() && patient.id().compareTo(last.get()) <= 0) {
          continue;
        }
        under.add(
            pool.submit(
                () -> {
                  PatientAnswer answer = assess.assess(patient);
                  progress.patient();
                  return new Answered(answer, answer.line());
                }));
        if (under.size() >= threads * AHEAD_PER_THREAD) {
          write(under.remove(), out, results);
        }
      }
      while (!under.isEmpty()) {
        write(under.remove(), out, results);
      }
    }
  }

  /** An answer, and how it is written. */
  private record Answered(PatientAnswer answer, String line) {}

  private static void write(Future<Answered> under, BufferedWriter out, RegistryResults results)
      throws IOException, InterruptedException {
    try {
      Answered answered = under.get();
      out.write(answered.line());
      out.write('\n');
      results.add(answered.answer());
    } catch (ExecutionException unforeseen) {
      throw new IllegalStateException(
          "A patient could not be assessed: " + unforeseen.getCause(), unforeseen);
    }
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
