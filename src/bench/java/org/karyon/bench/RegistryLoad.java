package org.karyon.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.karyon.chart.ReadLimits;
import org.karyon.chart.RecordJson;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.yaml.GuidelineFolder;
import org.karyon.guideline.yaml.GuidelineReader;
import org.karyon.registry.AssessExported;
import org.karyon.registry.AssessRegistry;
import org.karyon.registry.Drugs;
import org.karyon.registry.ExportLine;
import org.karyon.registry.ExportedPatient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures whole registries: patients once read on one core, and runs from files to answers of
 * growing size, with one thread and with two.
 */
public final class RegistryLoad {

  private static final int OBSERVATIONS = 100;
  private static final String EXAMPLE = "example-08";
  private static final Guideline GUIDELINE = GuidelineReader.read(GuidelineFolder.builtIn());

  private final Path folder;
  private final List<String> resources;
  private final List<String> rows = new ArrayList<>();

  private RegistryLoad(Path folder) {
    this.folder = folder;
    this.resources = resources();
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
    load.rows.add("| whole registries, 100 Observations a patient | measured | to reach |");
    load.rows.add("|---|---|---|");
    load.onceRead();
    int largest = 0;
    for (String size : List.of(arguments).subList(2, arguments.length)) {
      largest = Integer.parseInt(size);
      load.run(largest, 1);
    }
    double two = load.run(largest, 2);
    double one = load.run(largest, 1);
    load.row("two threads ÷ one, from files to answers", "%.2f", one / two, "≥ 1.8");
    load.rows.add("");
    load.rows.add(
        "%s, %d processors, load %.1f, at most %,d MiB of heap, Java %s, %s"
            .formatted(
                ManagementFactory.getOperatingSystemMXBean().getName(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.version(),
                LocalDate.now(ZoneOffset.UTC)));
    Files.write(Path.of(arguments[0]), load.rows);
    load.rows.forEach(System.out::println);
  }

  private void row(String what, String form, double measured, String goal) {
    rows.add(
        "| " + what + " | " + String.format(Locale.ROOT, form, measured) + " | " + goal + " |");
  }

  private static List<String> resources() {
    List<String> resources = new ArrayList<>();
    JsonNode request =
        JsonMapper.shared()
            .readTree(new BenchPatient(OBSERVATIONS, true, "patient-view").request());
    for (JsonNode part : request.path("prefetch")) {
      if (part.path("resourceType").asString("").equals("Patient")) {
        resources.add(part.toString());
      }
      part.path("entry").forEach(entry -> resources.add(entry.path("resource").toString()));
    }
    return resources;
  }

  private static String name(int patient) {
    return String.format(Locale.ROOT, "patient-%07d", patient);
  }

  /** The steps from lines to an answer, with the lines in memory. */
  private void onceRead() {
    AssessExported assess =
        new AssessExported(
            GUIDELINE,
            new RecordJson(ReadLimits.CLINICAL),
            new Drugs(0),
            line -> "memory:" + line.line(),
            BenchPatient.TODAY,
            false);
    List<ExportLine> lines = new ArrayList<>();
    for (String resource : resources) {
      lines.add(new ExportLine(EXAMPLE, 0, lines.size(), resource));
    }
    ExportedPatient patient = new ExportedPatient(EXAMPLE, lines);
    long written = 0;
    for (long until = System.nanoTime() + 15_000_000_000L; System.nanoTime() < until; ) {
      written += assess.assess(patient).line().length();
    }
    long patients = 0;
    // The time of this thread alone, so that other programs on the machine do not count.
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long begin = clock.getCurrentThreadCpuTime();
    while (clock.getCurrentThreadCpuTime() - begin < 10_000_000_000L) {
      written += assess.assess(patient).line().length();
      patients++;
    }
    double seconds = (clock.getCurrentThreadCpuTime() - begin) / 1e9;
    row("patients a second on one core, once read", "%,.0f", patients / seconds, "≥ 2,000");
    if (written == 0) {
      throw new IllegalStateException("Nothing was answered.");
    }
  }

  private double run(int patients, int threads) throws IOException, InterruptedException {
    Path export = folder.resolve("export-" + patients);
    if (!Files.exists(export)) {
      write(export, patients);
    }
    Path output = folder.resolve("answers");
    empty(output);
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      pool.resetPeakUsage();
    }
    long cpu = processTime();
    long begin = System.nanoTime();
    new AssessRegistry(
            GUIDELINE,
            new RecordJson(ReadLimits.CLINICAL),
            threads,
            Runtime.getRuntime().maxMemory() / 4,
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .run(new AssessRegistry.Order(export, output, BenchPatient.TODAY, false, List.of()));
    double seconds = (System.nanoTime() - begin) / 1e9;
    double work = (processTime() - cpu) / 1e9;
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    rows.add(
        String.format(
            Locale.ROOT,
            "| %,d patients, from files to answers, %d thread%s | %.1f s, %,.0f a second; %.2f ms"
                + " of a core a patient; peak of the heap %,d MiB | linear, flat |",
            patients,
            threads,
            threads == 1 ? "" : "s",
            seconds,
            patients / seconds,
            1000 * work / patients,
            peak >> 20));
    return seconds;
  }

  private static long processTime() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }

  /** By kinds of resource, as servers export: the lines of a patient lie far apart. */
  private void write(Path export, int patients) throws IOException {
    Files.createDirectories(export);
    for (int number = 0; number < resources.size(); number++) {
      String resource = resources.get(number);
      Path file = export.resolve("part-%02d.ndjson".formatted(number % 8));
      try (BufferedWriter out =
          Files.newBufferedWriter(
              file,
              StandardCharsets.UTF_8,
              java.nio.file.StandardOpenOption.CREATE,
              java.nio.file.StandardOpenOption.APPEND)) {
        for (int patient = 0; patient < patients; patient++) {
          out.write(resource.replace(EXAMPLE, name(patient)));
          out.write('\n');
        }
      }
    }
  }

  private static void empty(Path output) throws IOException {
    if (Files.exists(output)) {
      try (Stream<Path> files = Files.walk(output)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
