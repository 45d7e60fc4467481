package org.karyon.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Loads an address with {@code wrk}, as fast as it answers. */
final class Wrk {

  private static final Path BINARY = Path.of("/usr/bin/wrk");
  private static final Pattern LATENCY = Pattern.compile("(50|99)%\\s+([\\d.]+)(us|ms|s)");
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
  private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");

  private Wrk() {}

  /**
   * What was measured.
   *
   * @param median microseconds
   * @param ninetyNinth microseconds
   * @param rate answers a second
   * @param requests how many there were
   */
  record Load(double median, double ninetyNinth, double rate, int requests) {}

  static boolean isInstalled() {
    return Files.isExecutable(BINARY);
  }

  static Load load(String address, byte[] body, int connections, int seconds)
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
      return run(address, script, connections, seconds);
    } finally {
      Files.delete(request);
      Files.delete(script);
    }
  }

  private static Load run(String address, Path script, int connections, int seconds)
      throws IOException, InterruptedException {
    Process wrk =
        new ProcessBuilder(
                BINARY.toString(),
                "-t1",
                "-c" + connections,
                "-d" + seconds + "s",
                "--timeout",
                "10s",
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
    return new Load(median, ninetyNinth, number(RATE, told), (int) number(REQUESTS, told));
  }

  private static double number(Pattern pattern, String told) {
    Matcher matcher = pattern.matcher(told);
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
  }

  private static double micros(String unit) {
    return switch (unit) {
      case "us" -> 1;
      case "ms" -> 1_000;
      default -> 1_000_000;
    };
  }
}
