package org.karyon.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.karyon.fhirapi.CqlPeerBenchmark;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures everything in one run and writes the table with its ratios. */
public final class Table {

  private static final String SELECT = "order-select";

  private final Map<String, Double> times = new HashMap<>();
  private final Map<String, Double> bytes = new HashMap<>();

  private Table() {}

  /**
   * Runs the benchmarks.
   *
   * @param arguments the file of the table, and optionally the seconds of each measurement
   * @throws RunnerException when a benchmark fails
   * @throws IOException when the file cannot be written
   * @throws InterruptedException when the measurement is stopped
   */
  public static void main(String[] arguments)
      throws RunnerException, IOException, InterruptedException {
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
    Table table = new Table();
    List<String> http = HttpLoad.measure(5 * seconds);
    table.measure(options(seconds).include(StageBenchmark.class.getName()));
    table.measure(options(seconds).include(HapiParseBenchmark.class.getName()));
    table.measure(options(seconds).include(CqlPeerBenchmark.class.getName()));
    Files.writeString(
        Path.of(arguments[0]),
        table.page() + "\n" + String.join("\n", http) + "\n",
        StandardCharsets.UTF_8);
  }

  private static org.openjdk.jmh.runner.options.ChainedOptionsBuilder options(int seconds) {
    return new OptionsBuilder()
        .forks(1)
        .warmupIterations(3)
        .warmupTime(TimeValue.seconds(seconds))
        .measurementIterations(3)
        .measurementTime(TimeValue.seconds(seconds))
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true);
  }

  private void measure(org.openjdk.jmh.runner.options.ChainedOptionsBuilder options)
      throws RunnerException {
    Options built = options.build();
    Collection<RunResult> results = new Runner(built).run();
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark();
      String step = name.substring(name.lastIndexOf('.') + 1);
      String key =
          key(
              step,
              result.getParams().getParam("observations"),
              String.valueOf(result.getParams().getParam("leukemia")),
              String.valueOf(result.getParams().getParam("hook")));
      times.put(key, result.getPrimaryResult().getScore());
      bytes.put(key, result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
    }
  }

  private static String key(String step, String observations, String leukemia, String hook) {
    return String.join(" ", step, observations, leukemia, hook);
  }

  private double time(String step, int observations, boolean leukemia, String hook) {
    return times.getOrDefault(
        key(step, String.valueOf(observations), String.valueOf(leukemia), hook), Double.NaN);
  }

  private double single(String step, int observations) {
    return times.getOrDefault(key(step, String.valueOf(observations), "null", "null"), Double.NaN);
  }

  private String page() {
    List<String> lines = new ArrayList<>();
    lines.add("| step (µs) | 20 | 300 | 3,000 | 300, no ALL |");
    lines.add("|---|---|---|---|---|");
    for (String step :
        List.of("floorTokens", "parse", "open", "read", "assess", "cards", "write", "whole")) {
      lines.add(
          "| %s | %.0f | %.0f | %.0f | %.0f |"
              .formatted(
                  step,
                  time(step, 20, true, SELECT),
                  time(step, 300, true, SELECT),
                  time(step, 3000, true, SELECT),
                  time(step, 300, false, SELECT)));
    }
    for (String step : List.of("hapiParse", "cqlApply")) {
      lines.add(
          "| %s | %.0f | %.0f | %.0f | |"
              .formatted(step, single(step, 20), single(step, 300), single(step, 3000)));
    }
    lines.add("");
    lines.add("| whole call, in process (µs) | order-select | patient-view | order-sign |");
    lines.add("|---|---|---|---|");
    for (int observations : List.of(20, 300, 3000)) {
      for (boolean leukemia : List.of(true, false)) {
        lines.add(
            "| %,d Observations, %s | %.0f | %.0f | %.0f |"
                .formatted(
                    observations,
                    leukemia ? "ALL" : "no ALL",
                    time("whole", observations, leukemia, SELECT),
                    time("whole", observations, leukemia, "patient-view"),
                    time("whole", observations, leukemia, "order-sign")));
      }
    }
    lines.add("");
    ratios(lines);
    lines.add("");
    lines.add(
        "%s, %d processors, Java %s, %s"
            .formatted(
                ManagementFactory.getOperatingSystemMXBean().getName(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                LocalDate.now(ZoneOffset.UTC)));
    return String.join("\n", lines) + "\n";
  }

  private void ratios(List<String> lines) {
    double whole = time("whole", 300, true, SELECT);
    double body = new BenchPatient(300, true, SELECT).request().length;
    double decision =
        time("assess", 300, true, SELECT)
            + time("cards", 300, true, SELECT)
            + time("write", 300, true, SELECT);
    lines.add("| ratio, in process | measured | goal |");
    lines.add("|---|---|---|");
    ratio(
        lines, "CQL peer ÷ whole, 300 Observations, ALL", single("cqlApply", 300) / whole, "≥ 10");
    ratio(
        lines, "floor ÷ whole, 300, ALL", time("floorTokens", 300, true, SELECT) / whole, "≥ 0.5");
    ratio(
        lines,
        "floor ÷ whole, 300, no ALL",
        time("floorTokens", 300, false, SELECT) / time("whole", 300, false, SELECT),
        "≥ 0.8");
    ratio(lines, "whole at 3,000 ÷ at 300", time("whole", 3000, true, SELECT) / whole, "≤ 10");
    ratio(
        lines,
        "whole at 20, ALL ÷ no ALL",
        time("whole", 20, true, SELECT) / time("whole", 20, false, SELECT),
        "≤ 2");
    ratio(
        lines,
        "bytes allocated ÷ body, 300, ALL",
        bytes.getOrDefault(key("whole", "300", "true", SELECT), Double.NaN) / body,
        "≤ 3");
    ratio(lines, "decision ÷ HAPI's parse", decision / single("hapiParse", 300), "≤ 0.1");
    ratio(lines, "whole ÷ HAPI's parse", whole / single("hapiParse", 300), "≤ 0.5");
  }

  private static void ratio(List<String> lines, String what, double measured, String goal) {
    lines.add(String.format(Locale.ROOT, "| %s | %.2f | %s |", what, measured, goal));
  }
}
