package org.karyon.hostile;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.karyon.ExampleFolders;
import org.karyon.feedback.FeedbackDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Good, bad, slow and hostile traffic at once on 256 MB, while PostgreSQL is stopped and started
 * twice: every answer is one that its sender can act on, health is told all the time, and
 * afterwards everything is as before. {@code -Dkaryon.soak} says how many seconds.
 */
@Tag("hostile")
class SoakTest {

  private static final int SECONDS = Integer.getInteger("karyon.soak", 60);
  private static final long MORE_HEAP = 40L << 20;
  private static final String HOOK = "/cds-services/all-patient-view";
  private static final Set<Integer> COME_AGAIN = Set.of(429, 503);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> seen = new ConcurrentSkipListMap<>();
  private volatile boolean over;

  @Test
  void fortyEightBodiesOfNothingButObjectsAreTooMany() throws Exception {
    try (StartedService service = StartedService.start(folder)) {
      flood(service);
      flood(service);
      service.isAlive();
      service.isReadyWithin(Duration.ofSeconds(30));
      assertThat(wrong).isEmpty();
      assertThat(service.unforeseen()).isEmpty();
      System.out.println(seen);
    }
  }

  @Test
  void afterEverythingAtOnceItIsAsBefore() throws Exception {
    Path data = folder.resolve("postgres");
    EmbeddedPostgres first = FeedbackDatabase.postgres(data, 0);
    int port = first.getPort();
    try (StartedService service =
        StartedService.start(
            folder,
            "--spring.datasource.url=" + first.getJdbcUrl("postgres", "postgres"),
            "--spring.datasource.username=postgres")) {
      good(service, new Random(1));
      long before = service.heap();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<Void>> traffic = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
          Random random = new Random(number);
          traffic.add(threads.submit(again(() -> good(service, random), 10)));
          traffic.add(threads.submit(again(() -> feedback(service), 50)));
          traffic.add(threads.submit(again(() -> bad(service, random), 20)));
        }
        for (int number = 0; number < 40; number++) {
          traffic.add(threads.submit(again(() -> slow(service), 100)));
        }
        traffic.add(threads.submit(again(() -> flood(service), 5000)));
        traffic.add(threads.submit(again(() -> alive(service), 500)));
        EmbeddedPostgres running = first;
        for (int stop = 0; stop < 2; stop++) {
          Thread.sleep(SECONDS * 1000L / 5);
          running.close();
          Thread.sleep(SECONDS * 1000L / 5);
          running = FeedbackDatabase.postgres(data, port);
        }
        Thread.sleep(SECONDS * 1000L / 5);
        over = true;
        for (Future<Void> one : traffic) {
          one.get();
        }
        service.isReadyWithin(Duration.ofSeconds(60));
        feedback(service);
        running.close();
      }
      service.isAlive();
      System.out.println(SECONDS + " seconds: " + seen);
      assertThat(wrong).isEmpty();
      assertThat(service.unforeseen()).isEmpty();
      assertThat(service.heap()).as("heap").isLessThan(before + MORE_HEAP);
      assertThat(seen).containsKeys("good 200", "feedback 200", "feedback 503", "flood 413");
    }
  }

  private interface Sent {
    void send() throws Exception;
  }

  private Callable<Void> again(Sent sent, int pause) {
    return () -> {
      while (!over && wrong.size() < 20) {
        sent.send();
        Thread.sleep(pause);
      }
      return null;
    };
  }

  private HttpResponse<String> post(StartedService service, String path, byte[] body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(service.at(path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofString());
  }

  private void note(String kind, HttpResponse<String> answer, Set<Integer> allowed) {
    int status = answer.statusCode();
    seen.merge(kind + ' ' + status, 1, Integer::sum);
    boolean again =
        COME_AGAIN.contains(status) && answer.headers().firstValue("Retry-After").isPresent();
    if (!again && !allowed.contains(status)) {
      wrong.add(kind + ' ' + status + ' ' + answer.body());
    }
  }

  private static List<byte[]> examples() throws IOException {
    List<byte[]> all = new ArrayList<>();
    for (Path example : ExampleFolders.all()) {
      all.add(Files.readAllBytes(example.resolve("request.json")));
    }
    return all;
  }

  private void good(StartedService service, Random random) throws Exception {
    List<byte[]> examples = examples();
    byte[] body = examples.get(random.nextInt(examples.size()));
    String hook = JsonMapper.shared().readTree(body).path("hook").asString();
    note("good", post(service, "/cds-services/all-" + hook, body), Set.of(200));
  }

  private void bad(StartedService service, Random random) throws Exception {
    List<JsonNode> examples = new ArrayList<>();
    for (byte[] example : examples()) {
      examples.add(JsonMapper.shared().readTree(example));
    }
    byte[] body = new Mutation(random, examples).of(examples.get(random.nextInt(examples.size())));
    note("bad", post(service, HOOK, body), Set.of(200, 400, 412, 413));
  }

  private void feedback(StartedService service) throws Exception {
    String body =
        "{\"feedback\":[{\"card\":\"%s\",\"outcome\":\"overridden\",\"outcomeTimestamp\":\"2026-11-25T10:00:00Z\"}]}"
            .formatted(UUID.randomUUID());
    note("feedback", post(service, HOOK + "/feedback", body.getBytes(UTF_8)), Set.of(200));
  }

  private void slow(StartedService service) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", service.port())) {
      socket
          .getOutputStream()
          .write(
              ("POST "
                      + HOOK
                      + " HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n"
                      + "Content-Length: 100000\r\n\r\n")
                  .getBytes(US_ASCII));
      while (!over && socket.getInputStream().available() == 0) {
        socket.getOutputStream().write(' ');
        Thread.sleep(1000);
      }
    } catch (IOException closed) {
      seen.merge("slow closed", 1, Integer::sum);
    }
  }

  private void alive(StartedService service) throws Exception {
    HttpResponse<String> answer = service.get("/actuator/health/liveness", Duration.ofSeconds(20));
    seen.merge("liveness " + answer.statusCode(), 1, Integer::sum);
    if (answer.statusCode() != 200) {
      wrong.add("liveness " + answer.statusCode());
    }
  }

  /** 48 bodies of 4 MiB at once that are nothing but empty objects. */
  private void flood(StartedService service) throws Exception {
    byte[] body = ("[" + "{},".repeat(1_390_000) + "{}]").getBytes(US_ASCII);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HttpResponse<String>>> answers = new ArrayList<>();
      for (int number = 0; number < 48; number++) {
        answers.add(threads.submit(() -> post(service, HOOK, body)));
      }
      for (Future<HttpResponse<String>> answer : answers) {
        note("flood", answer.get(), Set.of(413));
      }
    }
  }
}
