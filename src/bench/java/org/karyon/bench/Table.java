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
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
    Table table = new Table();
    ServiceTable service = new ServiceTable(4 * seconds);
    service.measure();
    table.measure(
        options(seconds)
            .include(StageBenchmark.class.getName())
            .param("observations", "300")
            .param("leukemia", "true")
            .param("hook", SELECT));
    table.measure(
        options(seconds)
            .include(StageBenchmark.class.getName() + ".whole")
            .param("observations", "20", "3000")
            .param("leukemia", "true")
            .param("hook", SELECT));
    table.measure(
        options(seconds)
            .include(StageBenchmark.class.getName() + ".whole")
            .param("observations", "300")
            .param("leukemia", "true")
            .param("hook", "patient-view", "order-sign"));
    table.measure(
        options(seconds)
            .include(StageBenchmark.class.getName() + ".whole")
            .param("observations", "20", "300")
            .param("leukemia", "false")
            .param("hook", SELECT));
    table.measure(
        options(seconds)
            .include(HapiParseBenchmark.class.getName())
            .include(CqlPeerBenchmark.class.getName())
            .param("observations", "300"));
    Files.writeString(Path.of(arguments[0]), table.page(service), StandardCharsets.UTF_8);
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

  private String page(ServiceTable service) {
    List<String> lines = new ArrayList<>();
    lines.add("| goal | measured | to reach |");
    lines.add("|---|---|---|");
    ratios(lines, service);
    lines.addAll(service.goals());
    lines.add("");
    lines.addAll(service.loads());
    lines.add("");
    lines.add("| step in process, 300 Observations, ALL | µs | kB allocated |");
    lines.add("|---|---|---|");
    for (String step :
        List.of("floorTokens", "parse", "open", "read", "assess", "cards", "write", "whole")) {
      step(lines, step, key(step, "300", "true", SELECT));
    }
    step(lines, "whole, 20", key("whole", "20", "true", SELECT));
    step(lines, "whole, 3,000", key("whole", "3000", "true", SELECT));
    step(lines, "whole, patient-view", key("whole", "300", "true", "patient-view"));
    step(lines, "whole, order-sign", key("whole", "300", "true", "order-sign"));
    step(lines, "whole, 20, no ALL", key("whole", "20", "false", SELECT));
    step(lines, "whole, no ALL", key("whole", "300", "false", SELECT));
    step(lines, "HAPI's parse", key("hapiParse", "300", "null", "null"));
    step(lines, "CQL engine, $apply", key("cqlApply", "300", "null", "null"));
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

  private void step(List<String> lines, String name, String key) {
    lines.add(
        String.format(
            Locale.ROOT,
            "| %s | %.0f | %.0f |",
            name,
            times.getOrDefault(key, Double.NaN),
            bytes.getOrDefault(key, Double.NaN) / 1_000));
  }

  private void ratios(List<String> lines, ServiceTable service) {
    double whole = time("whole", 300, true, SELECT);
    double body = new BenchPatient(300, true, SELECT).request().length;
    double decision =
        time("assess", 300, true, SELECT)
            + time("cards", 300, true, SELECT)
            + time("write", 300, true, SELECT);
    ratio(
        lines,
        "CQL engine in process ÷ order-select over HTTP, 300 Observations, ALL",
        single("cqlApply", 300) / service.allOf300(),
        "≥ 10");
    ratio(lines, "the same, both in process", single("cqlApply", 300) / whole, "≥ 10");
    ratio(
        lines,
        "bytes allocated ÷ body, 300, ALL",
        bytes.getOrDefault(key("whole", "300", "true", SELECT), Double.NaN) / body,
        "≤ 3");
    ratio(
        lines,
        "decision without reading ÷ HAPI's parse",
        decision / single("hapiParse", 300),
        "≤ 0.1");
    ratio(lines, "whole call in process ÷ HAPI's parse", whole / single("hapiParse", 300), "≤ 0.5");
  }

  private static void ratio(List<String> lines, String what, double measured, String goal) {
    lines.add(String.format(Locale.ROOT, "| %s | %.2f | %s |", what, measured, goal));
  }
}
