package org.karyon.replicas;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One process of the service on a port of its own, as an orchestrator would start it. */
final class Replica implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofSeconds(120);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Process process;
  private final int port;

  private Replica(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Replica start(Path folder, List<String> settings) throws IOException {
    int port = freePort();
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "org.karyon.KaryonApplication",
                "--server.port=" + port));
    command.addAll(settings);
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("replica-" + port + ".log").toFile())
            .start();
    return new Replica(process, port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  String readiness() throws InterruptedException {
    try {
      return CLIENT
          .send(
              HttpRequest.newBuilder(
                      URI.create("http://localhost:" + port + "/actuator/health/readiness"))
                  .timeout(Duration.ofSeconds(10))
                  .build(),
              BodyHandlers.ofString())
          .body();
    } catch (IOException unreachable) {
      return "";
    }
  }

  void awaitReady() throws InterruptedException {
    Instant until = Instant.now().plus(LONGEST_START);
    while (!readiness().contains("UP")) {
      if (!process.isAlive() || Instant.now().isAfter(until)) {
        throw new AssertionError("the replica on port " + port + " did not become ready");
      }
      TimeUnit.MILLISECONDS.sleep(250);
    }
  }

  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
