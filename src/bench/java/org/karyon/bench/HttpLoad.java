package org.karyon.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.karyon.KaryonApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Loads the started service with {@code wrk}, on one connection, after a warm-up. */
public final class HttpLoad {

  private static final Pattern LATENCY = Pattern.compile("(50|99)%\\s+([\\d.]+)(us|ms|s)");

  private HttpLoad() {}

  /** The latencies of one load, in microseconds. */
  private record Latency(double median, double ninetyNinth) {}

  /**
   * Measures.
   *
   * @param seconds of each load
   * @return the lines of the table; one that says so where wrk is not installed
   * @throws IOException when a file cannot be written
   * @throws InterruptedException when the measurement is stopped
   */
  public static List<String> measure(int seconds) throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    if (!Files.isExecutable(Path.of("/usr/bin/wrk"))) {
      lines.add("Not measured over HTTP: wrk is not installed.");
      return lines;
    }
    try (ConfigurableApplicationContext service =
        new SpringApplication(KaryonApplication.class, Floor.class)
            .run(
                "--spring.profiles.active=demo,floor",
                "--server.port=0",
                "--spring.datasource.url=jdbc:h2:mem:bench",
                "--logging.level.root=WARN")) {
      String base = "http://localhost:" + service.getEnvironment().getProperty("local.server.port");
      lines.add("| over HTTP, one connection | p50 µs | p99 µs | p50 ÷ floor |");
      lines.add("|---|---|---|---|");
      for (int observations : List.of(20, 300, 3000)) {
        BenchPatient all = new BenchPatient(observations, true, "order-select");
        Latency floor = load(base + "/cds-services/floor", all.request(), seconds);
        add(lines, "floor, " + observations, floor, floor);
        for (boolean leukemia : List.of(true, false)) {
          BenchPatient patient = new BenchPatient(observations, leukemia, "order-select");
          Latency call = load(base + "/cds-services/all-order-select", patient.request(), seconds);
          add(lines, patient.toString(), call, floor);
        }
      }
    }
    return lines;
  }

  private static void add(List<String> lines, String what, Latency latency, Latency floor) {
    lines.add(
        "| %s | %.0f | %.0f | %.2f |"
            .formatted(
                what, latency.median(), latency.ninetyNinth(), latency.median() / floor.median()));
  }

  private static Latency load(String address, byte[] body, int seconds)
      throws IOException, InterruptedException {
    Path request = Files.createTempFile("request", ".json");
    Path script = Files.createTempFile("post", ".lua");
    try {
      Files.write(request, body);
      Files.writeString(
          script,
          """
          wrk.method = "POST"
          wrk.headers["Content-Type"] = "application/json"
          wrk.body = io.open("%s", "rb"):read("*all")
          """
              .formatted(request));
      run(address, script, seconds);
      return run(address, script, seconds);
    } finally {
      Files.delete(request);
      Files.delete(script);
    }
  }

  private static Latency run(String address, Path script, int seconds)
      throws IOException, InterruptedException {
    Process wrk =
        new ProcessBuilder(
                "wrk",
                "-t1",
                "-c1",
                "-d" + seconds + "s",
                "--latency",
                "-s",
                script.toString(),
                address)
            .redirectErrorStream(true)
            .start();
    String told = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (wrk.waitFor() != 0 || told.contains("Non-2xx")) {
      throw new IllegalStateException(told);
    }
    double median = Double.NaN;
    double ninetyNinth = Double.NaN;
    Matcher latency = LATENCY.matcher(told);
    while (latency.find()) {
      double value = Double.parseDouble(latency.group(2)) * micros(latency.group(3));
      if (latency.group(1).equals("50")) {
        median = value;
      } else {
        ninetyNinth = value;
      }
    }
    return new Latency(median, ninetyNinth);
  }

  private static double micros(String unit) {
    return switch (unit) {
      case "us" -> 1;
      case "ms" -> 1_000;
      default -> 1_000_000;
    };
  }
}
