package org.karyon.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A started service, and how long it took to its first card. */
final class Child implements AutoCloseable {

  private static final Pattern LIVE = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
  private static final Duration LONGEST_START = Duration.ofMinutes(5);

  private final Process process;
  private final int port;
  private final Path log;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Duration start;

  /**
   * Starts a service and waits for its first card.
   *
   * @param java flags, and what to run
   * @param profiles Spring's profiles
   */
  Child(List<String> java, String profiles) throws IOException, InterruptedException {
    this.port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(java);
    command.addAll(
        List.of(
            "--spring.profiles.active=" + profiles,
            "--server.port=" + port,
            "--spring.datasource.url=jdbc:h2:mem:bench",
            "--logging.level.root=WARN"));
    byte[] request = new BenchPatient(20, true, "order-select").request();
    this.log = Files.createTempFile("karyon-bench", ".log");
    long begin = System.nanoTime();
    this.process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    while (!answers(request)) {
      if (!process.isAlive() || System.nanoTime() - begin > LONGEST_START.toNanos()) {
        close();
        throw new IllegalStateException("The service does not start: " + command);
      }
      Thread.sleep(20);
    }
    this.start = Duration.ofNanos(System.nanoTime() - begin);
  }

  /** The service on the class path of this process, with the floor beside it. */
  static Child onClassPath(String... flags) throws IOException, InterruptedException {
    List<String> java = new ArrayList<>(List.of(flags));
    java.addAll(
        List.of("-cp", System.getProperty("java.class.path"), BenchService.class.getName()));
    return new Child(java, "demo,floor");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private boolean answers(byte[] request) throws InterruptedException {
    try {
      return client
              .send(post(service(), request), HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  static HttpRequest post(String address, byte[] body) {
    return HttpRequest.newBuilder(URI.create(address))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  /** Where the cards are asked for. */
  String service() {
    return "http://localhost:" + port + "/cds-services/all-order-select";
  }

  /** Where the floor is. */
  String floor() {
    return "http://localhost:" + port + "/cds-services/floor";
  }

  /** Where the FHIR API is. */
  URI fhir() {
    return URI.create("http://localhost:" + port + "/fhir");
  }

  /** From the beginning of the process to its first card. */
  Duration start() {
    return start;
  }

  /** Microseconds of each of some calls, one after the other. */
  List<Double> calls(byte[] body, int number) throws InterruptedException {
    List<Double> micros = new ArrayList<>();
    HttpRequest request = post(service(), body);
    try {
      for (int call = 0; call < number; call++) {
        long begin = System.nanoTime();
        client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        micros.add((System.nanoTime() - begin) / 1_000.0);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return micros;
  }

  /** Megabytes of memory that the process holds, as Linux counts them. */
  double resident() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Double.parseDouble(line.replaceAll("\\D", "")) / 1_024;
      }
    }
    return Double.NaN;
  }

  /** Whether it runs, and the end of what it wrote. */
  String state() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return (process.isAlive() ? "running" : "ended with " + process.exitValue())
        + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }

  /** Megabytes of the objects that live after a full collection. */
  double heap() throws IOException, InterruptedException {
    Matcher live = LIVE.matcher(diagnose("GC.class_histogram"));
    return live.find() ? Long.parseLong(live.group(1)) / (1_024.0 * 1_024) : Double.NaN;
  }

  private String diagnose(String what) throws IOException, InterruptedException {
    Process diagnosis =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()),
                what)
            .redirectErrorStream(true)
            .start();
    String told = new String(diagnosis.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    diagnosis.waitFor();
    return told;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
