package org.karyon.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/**
 * Bodies that come drop by drop, are too large, or are too many: they cost their sender a
 * connection for a moment, and nobody else anything.
 */
@Tag("slow")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "karyon.hooks.body-deadline=1s",
      "karyon.hooks.connections-per-address=200",
      "server.tomcat.connection-timeout=3s",
      "server.tomcat.threads.max=10"
    })
@ActiveProfiles("demo")
@ExtendWith(OutputCaptureExtension.class)
class SlowBodiesTest {

  private static final int DRIPPING = 150;
  private static final String HOOK = "/cds-services/all-patient-view";

  private final HttpClient client = HttpClient.newHttpClient();
  @LocalServerPort private int port;
  @Autowired private BytesInFlight room;

  private Socket connected() throws IOException {
    Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static String head(String path, String length) {
    return "POST %s HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n%s\r\n\r\n"
        .formatted(path, length);
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(2))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> call() throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + HOOK))
            .timeout(Duration.ofSeconds(2))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofByteArray(
                    Files.readAllBytes(
                        Path.of("fhir-examples/01-ph-positive-induction/request.json"))))
            .build(),
        BodyHandlers.ofString());
  }

  private record Dripping(String what, Future<String> answer) {}

  /** To every address come more of each kind than there are threads. */
  @Test
  void bodiesThatComeDropByDropHoldNoThread() throws Exception {
    List<String> paths =
        List.of(
            HOOK,
            "/cds-services/all-patient-view/feedback",
            "/karyotype",
            "/fhir/$assess",
            "/fhir/CodeSystem/$lookup",
            "/no/such/address");
    call();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Dripping> dripping = new ArrayList<>();
      for (int number = 0; number < DRIPPING; number++) {
        String path = paths.get(number / 2 % paths.size());
        String length = number % 2 == 0 ? "Content-Length: 5000" : "Transfer-Encoding: chunked";
        String drop = number % 2 == 0 ? "{" : "1\r\n{\r\n";
        Future<String> answer =
            threads.submit(
                () -> {
                  try (Socket socket = connected()) {
                    write(socket, head(path, length));
                    long begun = System.nanoTime();
                    while (System.nanoTime() - begun < Duration.ofSeconds(8).toNanos()
                        && socket.getInputStream().available() == 0) {
                      write(socket, drop);
                      Thread.sleep(200);
                    }
                    return answer(socket);
                  }
                });
        dripping.add(new Dripping(path + " by " + length, answer));
      }
      Thread.sleep(500);

      assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
      assertThat(call().statusCode()).isEqualTo(200);
      for (Dripping body : dripping) {
        assertThat(body.answer().get())
            .as(body.what())
            .startsWith("HTTP/1.1 408")
            .contains("within 1 second.");
      }
    }
    assertThat(room.held()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {HOOK, "/fhir/$assess", "/karyotype"})
  void aBodyThatIsTooLargeIsAnsweredWithoutAReset(String path) throws Exception {
    for (String length : List.of("Content-Length: 9000000", "Transfer-Encoding: chunked")) {
      try (Socket socket = connected()) {
        write(socket, head(path, length));
        OutputStream out = socket.getOutputStream();
        byte[] block = "1".repeat(90_000).getBytes(ISO_8859_1);
        for (int number = 0; number < 100; number++) {
          if (length.startsWith("T")) {
            write(socket, "15f90\r\n");
          }
          out.write(block);
          if (length.startsWith("T")) {
            write(socket, "\r\n");
          }
        }
        if (length.startsWith("T")) {
          write(socket, "0\r\n\r\n");
        }
        out.flush();

        assertThat(answer(socket))
            .as(length)
            .startsWith("HTTP/1.1 413")
            .contains("larger than 8388608 bytes", "OperationOutcome");
      }
    }
  }

  @Test
  void whoAsksBeforeSendingTooMuchIsToldBeforeSending() throws Exception {
    try (Socket socket = connected()) {
      write(socket, head(HOOK, "Content-Length: 9000000\r\nExpect: 100-continue"));

      assertThat(answer(socket)).startsWith("HTTP/1.1 413").doesNotContain("100 Continue");
    }
  }

  @Test
  void whoSendsForEverIsCutOff() throws Exception {
    try (Socket socket = connected()) {
      write(socket, head(HOOK, "Content-Length: 2000000000"));
      byte[] block = new byte[1 << 16];
      long begun = System.nanoTime();
      try {
        while (System.nanoTime() - begun < Duration.ofSeconds(15).toNanos()) {
          socket.getOutputStream().write(block);
        }
      } catch (SocketException closed) {
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
        return;
      }
      throw new AssertionError("two gigabytes were taken");
    }
  }

  @Test
  void headersThatComeDropByDropAreCutOff() throws Exception {
    try (Socket socket = connected()) {
      write(socket, "GET /cds-services HTTP/1.1\r\nHost: here\r\n");
      long begun = System.nanoTime();
      try {
        while (System.nanoTime() - begun < Duration.ofSeconds(12).toNanos()) {
          write(socket, "X: y\r\n");
          Thread.sleep(200);
        }
      } catch (SocketException closed) {
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
        return;
      }
      throw new AssertionError("headers without end were taken");
    }
  }

  @Test
  void oneAddressHoldsAFewConnections() throws Exception {
    List<Socket> held = new ArrayList<>();
    try {
      int closed = 0;
      for (int number = 0; number < 230; number++) {
        Socket socket = connected();
        held.add(socket);
      }
      Thread.sleep(500);
      for (Socket socket : held) {
        socket.setSoTimeout(1);
        try {
          closed += socket.getInputStream().read() < 0 ? 1 : 0;
        } catch (java.net.SocketTimeoutException open) {
          // This one may stay.
        } catch (SocketException reset) {
          closed++;
        }
      }
      assertThat(closed).as("of 230").isBetween(25, 40);
    } finally {
      for (Socket socket : held) {
        socket.close();
      }
    }
    Thread.sleep(300);
    assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
  }

  @Test
  void aBodyMayComeInPieces() throws Exception {
    byte[] body =
        Files.readAllBytes(Path.of("fhir-examples/01-ph-positive-induction/request.json"));
    try (Socket socket = connected()) {
      write(socket, head(HOOK, "Connection: close\r\nContent-Length: " + body.length));
      for (int at = 0; at < body.length; at += 5000) {
        socket.getOutputStream().write(body, at, Math.min(5000, body.length - at));
        socket.getOutputStream().flush();
        Thread.sleep(20);
      }

      assertThat(answer(socket)).startsWith("HTTP/1.1 200").contains("\"cards\":[{");
    }
  }

  @Test
  void whoTakesTheAnswersOfManyPatientsLaterGetsThemAll() throws Exception {
    int patients = 60;
    String line =
        Files.readString(Path.of("fhir-examples/01-ph-positive-induction/patient.json"))
                .replaceAll("\\s*\\R\\s*", "")
            + "\n";
    try (Socket socket = new Socket()) {
      // So small that the service has to wait for its client.
      socket.setReceiveBufferSize(4_096);
      socket.connect(new InetSocketAddress("127.0.0.1", port));
      socket.setSoTimeout(20_000);
      byte[] body = line.repeat(patients).getBytes(StandardCharsets.UTF_8);
      Thread sender =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      write(
                          socket,
                          "POST /fhir/$assess-batch HTTP/1.1\r\nHost: here\r\nConnection: close\r\n"
                              + "Content-Type: application/fhir+ndjson\r\nContent-Length: "
                              + body.length
                              + "\r\n\r\n");
                      socket.getOutputStream().write(body);
                    } catch (IOException broken) {
                      throw new UncheckedIOException(broken);
                    }
                  });
      // Longer than the container waits for who sends.
      Thread.sleep(4_000);

      String answers = answer(socket);

      assertThat(
              answers.lines().filter(answer -> answer.startsWith("{\"resourceType\":\"Bundle\"")))
          .hasSize(patients);
      assertThat(answers).endsWith("0\r\n\r\n");
      sender.join();
    }
  }

  @Test
  void whoHangsUpIsNoFaultOfTheService(CapturedOutput log) throws Exception {
    String begun = "{\"hook\":";
    for (int time = 0; time < 10; time++) {
      try (Socket hook = connected();
          Socket batch = connected()) {
        hook.setSoLinger(true, 0);
        batch.setSoLinger(true, 0);
        write(hook, head(HOOK, "Content-Length: 400") + begun);
        write(batch, lines() + "3\r\n{}\n\r\n".repeat(20));
        Thread.sleep(time);
      }
    }
    for (int status = 503; status == 503; status = call().statusCode()) {
      Thread.sleep(100);
    }
    try (Socket noHttp = connected()) {
      write(noHttp, lines() + "no length of a chunk\r\n");
      assertThat(answer(noHttp)).startsWith("HTTP/1.1 400");
    }

    assertThat(log.getOut()).doesNotContain("ERROR");
  }

  private static String lines() {
    return """
    POST /fhir/$assess-batch HTTP/1.1\r
    Host: here\r
    Content-Type: application/fhir+ndjson\r
    Transfer-Encoding: chunked\r
    \r
    """;
  }
}
