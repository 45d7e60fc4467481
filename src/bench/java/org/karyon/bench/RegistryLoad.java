package org.karyon.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.karyon.BuiltIn;
import org.karyon.chart.ReadLimits;
import org.karyon.chart.RecordJson;
import org.karyon.fhirapi.CqlRegistryPeer;
import org.karyon.guideline.Guideline;
import org.karyon.registry.AssessExported;
import org.karyon.registry.Drugs;
import org.karyon.registry.ExportLine;
import org.karyon.registry.ExportedPatient;

/**
 * Measures whole registries: patients once read on one core, beside another engine, and runs from
 * files to answers of growing size, each in a process of its own. What counts is the time of the
 * processor, so that other programs on the machine do not; the ratio of two cores to one is by the
 * clock and wants a quiet machine.
 */
public final class RegistryLoad {

  private static final double WARM = 8;
  private static final double MEASURED = 8;

  private final Path file;
  private final Path folder;
  private final long end;
  private final List<String> rows = new ArrayList<>();

  private RegistryLoad(Path file, Path folder, double minutes) {
    this.file = file;
    this.folder = folder;
    this.end = System.nanoTime() + (long) (minutes * 60e9);
  }

  /**
   * Measures.
   *
   * @param arguments the file of the rows, a folder with room for the exports, the minutes that it
   *     may take, the numbers of patients of 100 Observations, and those of small patients, each
   *     with commas between; what would take longer than is left is not run, and a row says so
   * @throws IOException when something cannot be written
   * @throws InterruptedException when the measurement is stopped
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    RegistryLoad load =
        new RegistryLoad(
            Path.of(arguments[0]), Path.of(arguments[1]), Double.parseDouble(arguments[2]));
    load.add("| whole registries | measured | to reach |");
    load.add("|---|---|---|");
    load.onceRead();
    Series large = load.new Series("100 Observations", RegistryExport::large, sizes(arguments[3]));
    Series small = load.new Series("7 resources", RegistryExport::small, sizes(arguments[4]));
    large.compare();
    // The largest of each last, because they take most of the time.
    small.upTo(small.sizes.size() - 1);
    large.upTo(large.sizes.size() - 1);
    small.upTo(small.sizes.size());
    large.upTo(large.sizes.size());
  }

  private static List<Integer> sizes(String list) {
    return Arrays.stream(list.split(",", -1)).map(String::strip).map(Integer::valueOf).toList();
  }

  private void add(String row) throws IOException {
    rows.add(row);
    System.out.println(row);
    Files.write(file, rows);
    Files.writeString(
        file,
        "\n%s, %d processors, load %.1f, at most 512 MB of heap, Java %s, %s%n"
            .formatted(
                ManagementFactory.getOperatingSystemMXBean().getName(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version(),
                LocalDate.now(ZoneOffset.UTC)),
        StandardOpenOption.APPEND);
  }

  private void row(String what, String goal, String form, Object... measured) throws IOException {
    add("| " + what + " | " + String.format(Locale.ROOT, form, measured) + " | " + goal + " |");
  }

  /** The steps from lines to an answer, with the lines in memory. */
  private void onceRead() throws IOException {
    Guideline guideline = BuiltIn.GUIDELINE;
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

  /** Writes an export of as many patients as are asked for, unless it is there. */
  @FunctionalInterface
  private interface Exports {

    Path of(Path folder, int patients) throws IOException;
  }

  /** Registries of one kind of patient, from small to large. */
  private final class Series {

    private final String kind;
    private final Exports exports;
    private final List<Integer> sizes;
    private int next;
    private double secondsEach;

    private Series(String kind, Exports exports, List<Integer> sizes) {
      this.kind = kind;
      this.exports = exports;
      this.sizes = sizes;
    }

    /** One core beside two, with the second size; its run with two cores is one of the series. */
    private void compare() throws IOException, InterruptedException {
      int size = sizes.get(Math.min(1, sizes.size() - 1));
      upTo(Math.min(2, sizes.size()));
      Path export = exports.of(folder, size);
      double two = secondsEach * size;
      double one = run(export, size, 1).seconds();
      row("two cores ÷ one, %s, %,d patients".formatted(kind, size), "≥ 1.8", "%.2f", one / two);
    }

    private void upTo(int number) throws IOException, InterruptedException {
      for (; next < number; next++) {
        int size = sizes.get(next);
        double left = (end - System.nanoTime()) / 1e9;
        // Writing the export takes about a fifth of what the run takes.
        if (secondsEach * size * 1.2 > left) {
          row(
              "%,d patients of %s".formatted(size, kind),
              "",
              "not run: some %.0f minutes were wanted, %.0f left",
              secondsEach * size * 1.2 / 60,
              left / 60);
          continue;
        }
        Path export = exports.of(folder, size);
        secondsEach = run(export, size, 2).seconds() / size;
        if (next == 1) {
          reading(kind, export, size);
        }
      }
    }

    private RegistryRun.Taken run(Path export, int size, int cores)
        throws IOException, InterruptedException {
      RegistryRun.Taken taken = RegistryRun.of(export, folder.resolve("answers"), cores);
      row(
          "%,d patients of %s, from files to answers, %d core%s"
              .formatted(size, kind, cores, cores == 1 ? "" : "s"),
          "linear, flat",
          "%.2f ms of a core each (sorting %.2f, assessing %.2f, page %.2f; in all of them the"
              + " compilers %.2f, the collector %.2f); process at most %,.0f MiB; %,.0f s, %,.0f a"
              + " second",
          1000 * taken.core() / size,
          1000 * taken.sorting() / size,
          1000 * taken.assessing() / size,
          1000 * (taken.core() - taken.sorting() - taken.assessing()) / size,
          1000 * taken.compiling() / size,
          1000 * taken.collecting() / size,
          taken.resident(),
          taken.seconds(),
          size / taken.seconds());
      return taken;
    }
  }

  /** What no reader of these files can be without. */
  private void reading(String kind, Path export, int size) throws IOException {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long begin = clock.getCurrentThreadCpuTime();
    long lines = 0;
    long bytes = 0;
    byte[] block = new byte[1 << 16];
    List<Path> files;
    try (Stream<Path> found = Files.list(export)) {
      files = found.filter(file -> file.toString().contains(".ndjson")).toList();
    }
    for (Path file : files) {
      try (InputStream raw = Files.newInputStream(file);
          InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
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
        "reading the files of %,d patients of %s and counting their lines, nothing else"
            .formatted(size, kind),
        "",
        "%.2f ms of a core each, %,d lines, %,d MB",
        (clock.getCurrentThreadCpuTime() - begin) / 1e6 / size,
        lines,
        bytes / 1_000_000);
  }
}
