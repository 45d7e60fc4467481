package org.karyon.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.karyon.chart.ReadLimits;
import org.karyon.chart.RecordJson;
import org.karyon.fhirapi.CqlRegistryPeer;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.yaml.GuidelineFolder;
import org.karyon.guideline.yaml.GuidelineReader;
import org.karyon.registry.AssessExported;
import org.karyon.registry.Drugs;
import org.karyon.registry.ExportLine;
import org.karyon.registry.ExportedPatient;

/**
 * Measures whole registries: patients once read on one core, beside another engine, and runs from
 * files to answers of growing size, each in a process of its own. What counts is the time of the
 * processor, so that other programs on the machine do not.
 */
public final class RegistryLoad {

  private static final double WARM = 8;
  private static final double MEASURED = 8;

  private final Path folder;
  private final List<String> rows = new ArrayList<>();

  private RegistryLoad(Path folder) {
    this.folder = folder;
  }

  /**
   * Measures.
   *
   * @param arguments the file of the rows, a folder with room for the exports, and the sizes of the
   *     registries
   * @throws IOException when something cannot be written
   * @throws InterruptedException when the measurement is stopped
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    RegistryLoad load = new RegistryLoad(Path.of(arguments[1]));
    List<Integer> sizes =
        List.of(arguments).subList(2, arguments.length).stream().map(Integer::valueOf).toList();
    load.rows.add("| whole registries, 100 Observations a patient | measured | to reach |");
    load.rows.add("|---|---|---|");
    load.onceRead();
    load.fromFiles(sizes);
    load.rows.add("");
    load.rows.add(
        "%s, %d processors, load %.1f, at most 512 MB of heap, Java %s, %s"
            .formatted(
                ManagementFactory.getOperatingSystemMXBean().getName(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version(),
                LocalDate.now(ZoneOffset.UTC)));
    Files.write(Path.of(arguments[0]), load.rows);
    load.rows.forEach(System.out::println);
  }

  private void row(String what, String goal, String form, Object... measured) {
    rows.add(
        "| " + what + " | " + String.format(Locale.ROOT, form, measured) + " | " + goal + " |");
  }

  /** The steps from lines to an answer, with the lines in memory. */
  private void onceRead() {
    Guideline guideline = GuidelineReader.read(GuidelineFolder.builtIn());
    List<String> resources = RegistryExport.resources();
    AssessExported assess =
        new AssessExported(
            guideline,
            new RecordJson(ReadLimits.CLINICAL),
            new Drugs(0),
            line -> "memory:" + line.line(),
            BenchPatient.TODAY,
            false);
    List<ExportLine> lines = new ArrayList<>();
    for (String resource : resources) {
      lines.add(new ExportLine(RegistryExport.EXAMPLE, 0, lines.size(), resource));
    }
    ExportedPatient patient = new ExportedPatient(RegistryExport.EXAMPLE, lines);
    double ours = aSecond(() -> assess.assess(patient).line().length());
    row("patients a second of a core, once read", "≥ 2,000", "%,.0f", ours);
    CqlRegistryPeer peer = new CqlRegistryPeer(resources);
    double others = aSecond(peer::assess);
    row(
        "the same by the CQL engine of the CQF project: HAPI parses the lines, the plan is applied,"
            + " the facts are handed to it",
        "",
        "%,.0f, ours %.1f times as many",
        others,
        ours / others);
  }

  /** How often something is done in a second of this thread's own time. */
  private static double aSecond(Supplier<Integer> work) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long done = 0;
    double measured = 0;
    for (double seconds : new double[] {WARM, MEASURED}) {
      long begin = clock.getCurrentThreadCpuTime();
      long end = begin + (long) (seconds * 1e9);
      done = 0;
      while (clock.getCurrentThreadCpuTime() < end) {
        if (work.get() == 0) {
          throw new IllegalStateException("Nothing was answered.");
        }
        done++;
      }
      measured = (clock.getCurrentThreadCpuTime() - begin) / 1e9;
    }
    return done / measured;
  }

  private void fromFiles(List<Integer> sizes) throws IOException, InterruptedException {
    Path output = folder.resolve("answers");
    int compared = sizes.get(Math.min(1, sizes.size() - 1));
    double[] seconds = new double[3];
    for (int size : sizes) {
      Path export = RegistryExport.of(folder, size);
      // The largest shows the memory, on all threads that are measured.
      List<Integer> threads = size == compared ? List.of(1, 2) : List.of(size > compared ? 2 : 1);
      for (int number : threads) {
        RegistryRun.Taken taken = RegistryRun.of(export, output, number);
        seconds[number] = size == compared ? taken.seconds() : seconds[number];
        row(
            String.format(
                Locale.ROOT,
                "%,d patients, from files to answers, %d thread%s",
                size,
                number,
                number == 1 ? "" : "s"),
            "linear, flat",
            "%.2f ms of a core each (sorting %.2f, assessing %.2f, table and page %.2f); process at"
                + " most %,.0f MiB; %,.0f s, %,.0f a second",
            1000 * taken.core() / size,
            1000 * taken.sorting() / size,
            1000 * taken.assessing() / size,
            1000 * (taken.core() - taken.sorting() - taken.assessing()) / size,
            taken.resident(),
            taken.seconds(),
            size / taken.seconds());
      }
      if (size == compared) {
        reading(export, size);
      }
    }
    row("two threads ÷ one, from files to answers", "≥ 1.8", "%.2f", seconds[1] / seconds[2]);
  }

  /** What no reader of these files can be without. */
  private void reading(Path export, int size) throws IOException {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long begin = clock.getCurrentThreadCpuTime();
    long lines = 0;
    long bytes = 0;
    byte[] block = new byte[1 << 16];
    List<Path> files;
    try (Stream<Path> found = Files.list(export)) {
      files = found.filter(file -> file.toString().endsWith(".ndjson")).toList();
    }
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
          bytes += read;
          lines +=
              new String(block, 0, read, StandardCharsets.UTF_8)
                  .chars()
                  .filter(c -> c == '\n')
                  .count();
        }
      }
    }
    row(
        "reading these files and counting their lines, nothing else",
        "",
        "%.2f ms of a core each, %,d lines, %,d MB",
        (clock.getCurrentThreadCpuTime() - begin) / 1e6 / size,
        lines,
        bytes / 1_000_000);
  }
}
