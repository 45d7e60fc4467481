package org.karyon.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as a process of its own, with as little memory as it must live with. */
final class StartedService implements AutoCloseable {

  static final String MEMORY = "-Xmx256m";

  private static final Pattern HEAP =
      Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\",id=\"[^\"]*\"\\} (\\S+)$");

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Process process;
  private final int port;
  private final Path log;

  private StartedService(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  static StartedService start(Path folder, String... settings) throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY,
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                "org.karyon.KaryonApplication",
                "--spring.profiles.active=demo",
                "--server.port=" + port,
                "--karyon.operator.password=operator"));
    command.addAll(List.of(settings));
    Path log = folder.resolve("service.log");
    StartedService service =
        new StartedService(
            new ProcessBuilder(command)
                .directory(Path.of("").toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start(),
            port,
            log);
    service.isReadyWithin(Duration.ofMinutes(3));
    return service;
  }

  void isReadyWithin(Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      isAlive();
      try {
        if (get("/actuator/health/readiness", Duration.ofSeconds(10)).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // Asked again below.
      }
      Thread.sleep(200);
    }
    throw new AssertionError("not ready within " + time + "\n" + Files.readString(log));
  }

  void isAlive() throws IOException {
    assertThat(process.isAlive()).as("the process\n%s", process.isAlive() ? "" : end()).isTrue();
  }

  private String end() throws IOException {
    String all = Files.readString(log);
    return all.substring(Math.max(0, all.length() - 4000));
  }

  int port() {
    return port;
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  HttpResponse<String> get(String path, Duration timeout) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(at(path)).timeout(timeout).build(), BodyHandlers.ofString());
  }

  /** The heap in bytes after a full collection. */
  long heap() throws Exception {
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
            Long.toString(process.pid()),
            "GC.run")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    String metrics =
        client
            .send(
                HttpRequest.newBuilder(at("/actuator/prometheus"))
                    .header(
                        "Authorization",
                        "Basic "
                            + Base64.getEncoder().encodeToString("operator:operator".getBytes()))
                    .build(),
                BodyHandlers.ofString())
            .body();
    long bytes = 0;
    Matcher part = HEAP.matcher(metrics);
    while (part.find()) {
      bytes += (long) Double.parseDouble(part.group(1));
    }
    assertThat(bytes).as("heap in the metrics").isPositive();
    return bytes;
  }

  /** Lines that tell of a fault that nobody foresaw. */
  List<String> unforeseen() throws IOException {
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.contains("Unforeseen ")).distinct().limit(20).toList();
    }
  }

  @Override
  public void close() throws Exception {
    process.destroy();
    if (!process.waitFor(30, java.util.concurrent.TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
