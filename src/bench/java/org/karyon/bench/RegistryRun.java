package org.karyon.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.karyon.BuiltIn;
import org.karyon.chart.ReadLimits;
import org.karyon.chart.RecordJson;
import org.karyon.registry.AssessRegistry;

/** One run from files to answers in a process of its own, so that its memory is its own. */
public final class RegistryRun {

  private static final String RESULT = "result ";
  private static final double TICKS = 100;

  private RegistryRun() {}

  /**
   * What a run took.
   *
   * @param seconds by the clock
   * @param core seconds of the processor, the compiler's and the collector's included
   * @param sorting of these, those until the lines lay sorted by patient
   * @param assessing of these, those until the last patient was answered
   * @param compiling of the whole, those of the compilers of the virtual machine
   * @param collecting of the whole, those of its collector
   * @param resident the most mebibytes that the process held
   */
  record Taken(
      double seconds,
      double core,
      double sorting,
      double assessing,
      double compiling,
      double collecting,
      double resident) {}

  /**
   * Runs, and writes what it took to the standard output.
   *
   * @param arguments the folder of the export, the folder of the answers, and how many threads
   * @throws Exception when the run fails
   */
  public static void main(String[] arguments) throws Exception {
    Path output = Path.of(arguments[1]);
    Stages stages = new Stages();
    AssessRegistry registry =
        new AssessRegistry(
            BuiltIn.GUIDELINE,
            new RecordJson(ReadLimits.CLINICAL),
            Integer.parseInt(arguments[2]),
            Runtime.getRuntime().maxMemory() / 4,
            new PrintStream(stages, true, StandardCharsets.UTF_8));
    double before = core();
    long begin = System.nanoTime();
    registry.run(
        new AssessRegistry.Order(
            Path.of(arguments[0]), output, BenchPatient.TODAY, false, List.of()));
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.println(
        RESULT
            + seconds
            + ' '
            + (core() - before)
            + ' '
            + (stages.sorted - before)
            + ' '
            + (stages.assessed - stages.sorted)
            + ' '
            + ofThreads("C1 Comp", "C2 Comp")
            + ' '
            + ofThreads("GC ", "G1 ", "VM Thread")
            + ' '
            + resident());
  }

  /** Notes the time of the processor whenever a stage tells how far it is. */
  private static final class Stages extends OutputStream {

    private final StringBuilder line = new StringBuilder();
    private double sorted;
    private double assessed;

    @Override
    public synchronized void write(int sign) {
      if (sign != '\n') {
        line.append((char) sign);
        return;
      }
      if (line.indexOf("sorting") == 0) {
        sorted = core();
      } else if (line.indexOf("assessing") == 0) {
        assessed = core();
      }
      line.setLength(0);
    }
  }

  static double core() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
            .getProcessCpuTime()
        / 1e9;
  }

  /** Seconds of the processor of the virtual machine's own threads, as Linux counts them. */
  private static double ofThreads(String... names) throws IOException {
    double seconds = 0;
    try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
      for (Path thread : threads.toList()) {
        seconds += ofThread(thread.resolve("stat"), names);
      }
    }
    return seconds;
  }

  private static double ofThread(Path stat, String... names) throws IOException {
    try {
      String[] parts = Files.readString(stat).split("[()]", -1);
      if (Arrays.stream(names).noneMatch(parts[1]::startsWith)) {
        return 0;
      }
      String[] counts = parts[2].strip().split(" ", -1);
      return (Long.parseLong(counts[11]) + Long.parseLong(counts[12])) / TICKS;
    } catch (NoSuchFileException ended) {
      return 0;
    }
  }

  private static double resident() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) {
        return Double.parseDouble(line.replaceAll("\\D", "")) / 1_024;
      }
    }
    return Double.NaN;
  }

  /**
   * Runs in a process with a heap of 512 MB, with a thread for each core.
   *
   * @param export the folder of the export
   * @param output the folder of the answers, which is emptied
   * @param cores how many cores the process may use, for its own compilers and collector as well
   * @return what it took
   */
  static Taken of(Path export, Path output, int cores) throws IOException, InterruptedException {
    empty(output);
    List<String> command = new ArrayList<>();
    command.addAll(List.of("taskset", "--cpu-list", "0-" + (cores - 1)));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:-UseDynamicNumberOfCompilerThreads",
            "-cp",
            System.getProperty("java.class.path"),
            RegistryRun.class.getName(),
            export.toString(),
            output.toString(),
            Integer.toString(cores)));
    Process run =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String told = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (run.waitFor() != 0) {
      throw new IllegalStateException("The run failed: " + told);
    }
    String[] parts =
        told.lines()
            .filter(line -> line.startsWith(RESULT))
            .findFirst()
            .orElseThrow()
            .substring(RESULT.length())
            .split(" ", -1);
    empty(output);
    return new Taken(
        Double.parseDouble(parts[0]),
        Double.parseDouble(parts[1]),
        Double.parseDouble(parts[2]),
        Double.parseDouble(parts[3]),
        Double.parseDouble(parts[4]),
        Double.parseDouble(parts[5]),
        Double.parseDouble(parts[6]));
  }

  static void empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
