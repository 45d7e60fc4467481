package org.karyon.hooks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.node.ObjectNode;

/**
 * An EHR's FHIR server that sends what no HTTP library of a test server would: without end, drop by
 * drop, too much, or broken. The hook is answered when its time is over, says what it did not get,
 * and the service is as it was before.
 */
@Tag("slow")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "karyon.security.http-allowed=true",
      "karyon.fhir.deadline=400ms",
      "karyon.fhir.connections-per-server=12"
    })
@ActiveProfiles("demo")
class HostileEhrTest {

  private static final Duration LATEST = Duration.ofMillis(1900);
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String JSON = "Content-Type: application/fhir+json\r\n";
  private static final String CHUNKED = OK + JSON + "Transfer-Encoding: chunked\r\n\r\n";
  private static final ServerSocket SERVER = listening();
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

  private static volatile Behaviour behaviour = out -> {};

  private final HttpClient client = HttpClient.newHttpClient();
  @LocalServerPort private int port;

  private interface Behaviour {
    void answer(OutputStream out) throws Exception;
  }

  private static ServerSocket listening() {
    try {
      return new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  @DynamicPropertySource
  static void allowed(DynamicPropertyRegistry registry) {
    registry.add("karyon.security.fhir-base-urls", HostileEhrTest::base);
    THREADS.submit(HostileEhrTest::accept);
  }

  private static String base() {
    return "http://127.0.0.1:" + SERVER.getLocalPort() + "/fhir";
  }

  private static Void accept() throws IOException {
    while (true) {
      Socket socket = SERVER.accept();
      THREADS.submit(
          () -> {
            try (socket) {
              socket.getInputStream().read(new byte[8192]);
              behaviour.answer(socket.getOutputStream());
              socket.getOutputStream().flush();
            }
            return null;
          });
    }
  }

  @AfterAll
  static void stop() throws IOException {
    SERVER.close();
    THREADS.shutdownNow();
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(ISO_8859_1));
    out.flush();
  }

  private static Behaviour always(String start, String again) {
    byte[] block = again.repeat(Math.max(1, 8192 / again.length())).getBytes(ISO_8859_1);
    return out -> {
      write(out, start);
      while (true) {
        out.write(block);
      }
    };
  }

  private static Behaviour slowly(String start, String drop) {
    return out -> {
      write(out, start);
      while (true) {
        Thread.sleep(50);
        write(out, drop);
      }
    };
  }

  private static Behaviour body(byte[] body, String... headers) {
    return out -> {
      write(out, OK + JSON + String.join("\r\n", headers) + (headers.length > 0 ? "\r\n" : ""));
      write(out, "Content-Length: " + body.length + "\r\n\r\n");
      out.write(body);
    };
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      byte[] blanks = new byte[1 << 20];
      Arrays.fill(blanks, (byte) ' ');
      for (int mebibyte = 0; mebibyte < 500; mebibyte++) {
        out.write(blanks);
      }
    }
    return packed.toByteArray();
  }

  private static Map<String, Behaviour> behaviours() throws IOException {
    Map<String, Behaviour> all = new LinkedHashMap<>();
    all.put("headers without end", always(OK, "X-Header: " + "h".repeat(200) + "\r\n"));
    all.put("a header line without end", always(OK + "X-Header: ", "h"));
    all.put("a folded header without end", always(OK + "X-Header: h\r\n", " folded\r\n"));
    all.put("a status line without end", always("HTTP/1.1 200 ", "OK"));
    all.put("lines before the status without end", always("", "no status\r\n"));
    all.put(
        "interim answers without end", always("", "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"));
    all.put("headers drop by drop", slowly(OK, "X: y\r\n"));
    all.put("a header line drop by drop", slowly(OK + "X-Header: ", "h"));
    all.put("a body drop by drop", slowly(OK + JSON + "Content-Length: 100000\r\n\r\n{", " "));
    all.put("a body without end", always(OK + JSON + "\r\n[", "1,"));
    all.put("chunks without end", always(CHUNKED, "5\r\n12345\r\n"));
    all.put("a chunk's extension without end", always(CHUNKED + "5;", "e=e;"));
    all.put("trailers without end", always(CHUNKED + "2\r\n{}\r\n0\r\n", "X: y\r\n"));
    all.put("a chunk of a negative size", always(CHUNKED + "-5\r\n", "x"));
    all.put("a chunk that is larger than any", always(CHUNKED + "FFFFFFFFFFFFFFF\r\n", "x"));
    all.put(
        "redirects without end",
        out ->
            write(
                out,
                "HTTP/1.1 302 Found\r\nLocation: "
                    + base()
                    + "/r"
                    + System.nanoTime()
                    + "\r\nContent-Length: 0\r\n\r\n"));
    all.put("silence", out -> Thread.sleep(5_000));
    all.put("a close at once", out -> {});
    all.put(
        "a close after the headers", out -> write(out, OK + JSON + "Content-Length: 9\r\n\r\n"));
    all.put(
        "a body shorter than it says",
        out -> write(out, OK + JSON + "Content-Length: 99\r\n\r\n{}"));
    all.put(
        "two lengths",
        out -> write(out, OK + JSON + "Content-Length: 2\r\nContent-Length: 9\r\n\r\n{}"));
    all.put("another protocol", out -> write(out, "220 mail.example ESMTP\r\n"));
    all.put("a status that is none", out -> write(out, "HTTP/1.1 999999999999 X\r\n\r\n"));
    all.put(
        "a wait of an hour",
        out -> write(out, "HTTP/1.1 503 X\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n"));
    all.put(
        "a wait beyond numbers",
        out ->
            write(
                out,
                "HTTP/1.1 503 X\r\n"
                    + "Retry-After: 99999999999999999999\r\n"
                    + "Content-Length: 0\r\n\r\n"));
    all.put("a packed bomb", body(bomb(), "Content-Encoding: gzip"));
    all.put("a pack that is none", body("not packed".getBytes(UTF_8), "Content-Encoding: gzip"));
    all.put("an unknown packing", body("{}".getBytes(UTF_8), "Content-Encoding: br"));
    all.put("values without number", body(("[" + "{},".repeat(2_000_000) + "{}]").getBytes(UTF_8)));
    all.put("depth", body(("[".repeat(100_000)).getBytes(UTF_8)));
    all.put("huge numbers", body(("[" + "1e999999999,".repeat(100_000) + "1]").getBytes(UTF_8)));
    all.put(
        "bytes that are no text",
        body(new byte[] {'{', '"', (byte) 0xff, (byte) 0xc0, '"', ':', '1', '}'}));
    all.put(
        "an entry of null",
        body(
            "{\"resourceType\":\"Bundle\",\"entry\":[null,1,\"a\",[[]]],\"link\":[null,{\"relation\":\"next\"}]}"
                .getBytes(UTF_8)));
    all.put(
        "a page that leads to itself",
        body(
            ("{\"resourceType\":\"Bundle\",\"link\":[{\"relation\":\"next\",\"url\":\""
                    + base()
                    + "/Observation\"}]}")
                .getBytes(UTF_8)));
    return all;
  }

  @TestFactory
  Stream<DynamicTest> theHookIsAnsweredInTime() throws IOException {
    return behaviours().entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> isAnswered(entry.getValue())));
  }

  private void isAnswered(Behaviour hostile) throws Exception {
    ObjectNode request =
        EhrFhirServer.read(
            Files.readAllBytes(Path.of("fhir-examples/01-ph-positive-induction/request.json")));
    ObjectNode prefetch = (ObjectNode) request.path("prefetch");
    prefetch.remove(
        prefetch.propertyNames().stream()
            .filter(key -> !key.equals("patient") && !key.equals("conditions"))
            .toList());
    request.put("fhirServer", base());
    request.putObject("fhirAuthorization").put("access_token", "token").put("token_type", "Bearer");
    behaviour = hostile;
    for (int time = 0; time < 2; time++) {
      long begun = System.nanoTime();
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create("http://localhost:" + port + "/cds-services/all-patient-view"))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(request.toString()))
                  .build(),
              BodyHandlers.ofString());

      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LATEST);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.body()).contains("could not be read").doesNotContain("Exception");
    }
    assertThat(
            client
                .send(
                    HttpRequest.newBuilder(
                            URI.create("http://localhost:" + port + "/actuator/health/liveness"))
                        .build(),
                    BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(200);
  }
}
