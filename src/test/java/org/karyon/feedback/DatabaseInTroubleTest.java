package org.karyon.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.karyon.KaryonApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * A database that is gone, full, locked, damaged or read-only is told to who can act: the caller
 * comes again, the orchestrator sends nobody, the operator reads two sentences.
 */
@Tag("slow")
class DatabaseInTroubleTest {

  private static final String FEEDBACK = "/cds-services/all-patient-view/feedback";

  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir private Path folder;

  private static ConfigurableApplicationContext start(String url, String user) {
    return new SpringApplicationBuilder(KaryonApplication.class)
        .logStartupInfo(false)
        .run(
            "--spring.profiles.active=demo",
            "--server.port=0",
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + user);
  }

  private HttpResponse<String> send(
      ConfigurableApplicationContext service, String path, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    String port = service.getEnvironment().getProperty("local.server.port");
    return client.send(
        request.uri(URI.create("http://127.0.0.1:" + port + path)).build(),
        BodyHandlers.ofString());
  }

  private int status(ConfigurableApplicationContext service, String path) throws Exception {
    return send(service, path, HttpRequest.newBuilder().timeout(Duration.ofSeconds(8)))
        .statusCode();
  }

  private HttpResponse<String> feedback(ConfigurableApplicationContext service, String... entries)
      throws Exception {
    return send(
        service,
        FEEDBACK,
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"feedback\":[" + String.join(",", entries) + "]}")));
  }

  private static String entry(String comment, String time) {
    return """
    {"card":"%s","outcome":"overridden","outcomeTimestamp":"%s",
     "overrideReason":{"userComment":%s}}
    """
        .formatted(
            UUID.randomUUID(),
            time,
            JsonMapper.shared().writeValueAsString(comment).replace("\ud800", "\\ud800"));
  }

  private static String good() {
    return entry("not now", "2026-11-25T10:00:00Z");
  }

  private static long kept(ConfigurableApplicationContext service) {
    return service
        .getBean(JdbcClient.class)
        .sql("select count(*) from feedback")
        .query(Long.class)
        .single();
  }

  @ParameterizedTest
  @EnumSource(FeedbackDatabase.class)
  void anEntryThatCannotBeKeptCostsItself(FeedbackDatabase kind) throws Exception {
    String url = kind.empty(folder);
    try (ConfigurableApplicationContext service =
        start(url, url.startsWith("jdbc:h2:") ? "karyon" : "postgres")) {
      List<String> bad =
          List.of(
              entry("zero \0 inside", "2026-11-25T10:00:00Z"),
              entry("half a character \ud800", "2026-11-25T10:00:00Z"),
              entry("late", "+300000-01-01T00:00:00Z"),
              entry("late", "+999999999-12-31T23:59:59Z"),
              entry("early", "-999999999-01-01T00:00:00Z"),
              entry("none", "yesterday"),
              "null",
              "[]",
              "7");
      List<String> entries = new ArrayList<>();
      bad.forEach(one -> entries.addAll(List.of(good(), one)));

      HttpResponse<String> answer = feedback(service, entries.toArray(String[]::new));

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
      assertThat(answer.body()).contains("feedback[1]", "feedback[17]", "9 others were");
      assertThat(answer.body()).doesNotContain("feedback[0]", "Exception");
      assertThat(kept(service)).isEqualTo(9);
      assertThat(feedback(service, entry("😀".repeat(1500), "2026-11-25T10:00:00Z")).statusCode())
          .as("a comment is cut between characters")
          .isEqualTo(200);
    }
  }

  @Test
  void whilePostgresIsGoneCallersComeAgainAndTheServiceIsNotReady() throws Exception {
    Path data = folder.resolve("postgres");
    EmbeddedPostgres first = FeedbackDatabase.postgres(data, 0);
    int port = first.getPort();
    try (ConfigurableApplicationContext service =
        start(first.getJdbcUrl("postgres", "postgres"), "postgres")) {
      assertThat(feedback(service, good()).statusCode()).isEqualTo(200);
      assertThat(status(service, "/actuator/health/readiness")).isEqualTo(200);

      first.close();
      long begun = System.nanoTime();
      HttpResponse<String> answer = feedback(service, good());

      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      Thread.sleep(3500);
      assertThat(status(service, "/actuator/health/readiness")).isEqualTo(503);
      assertThat(status(service, "/actuator/health/liveness")).isEqualTo(200);
      assertThat(status(service, "/cds-services")).isEqualTo(200);

      try (EmbeddedPostgres again = FeedbackDatabase.postgres(data, port)) {
        comes(service, 200);
        assertThat(feedback(service, good()).statusCode()).isEqualTo(200);
        assertThat(again.getPort()).isEqualTo(port);
      }
    }
  }

  private static String told(String url, String user) {
    Throwable failure = catchThrowable(() -> start(url, user).close());
    assertThat(failure).isNotNull();
    List<FailureAnalysis> analyses = new ArrayList<>();
    for (FailureAnalyzer analyzer :
        SpringFactoriesLoader.forDefaultResourceLocation()
            .load(FailureAnalyzer.class, (type, name, wrong) -> {})) {
      FailureAnalysis analysis = analyzer.analyze(failure);
      if (analysis != null) {
        analyses.add(analysis);
      }
    }
    assertThat(analyses).isNotEmpty();
    return analyses.getFirst().getDescription();
  }

  private String file() {
    return "jdbc:h2:file:" + folder.resolve("feedback").toAbsolutePath();
  }

  @Test
  void whileTheDiskIsFullCallersComeAgainAndNothingThatWasAcknowledgedIsLost() throws Exception {
    DiskWithoutSpace.attach();
    try (ConfigurableApplicationContext service =
        start(file().replace("h2:file:", "h2:full:") + ";WRITE_DELAY=0", "karyon")) {
      int acknowledged = 0;
      for (int number = 0; number < 20; number++) {
        acknowledged += feedback(service, good()).statusCode() == 200 ? 1 : 0;
      }
      assertThat(acknowledged).isEqualTo(20);

      DiskWithoutSpace.isFull(true);
      for (int number = 0; number < 3; number++) {
        HttpResponse<String> refused = feedback(service, good());
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).doesNotContain("Exception", "space", "h2");
      }
      comes(service, 503);
      assertThat(status(service, "/actuator/health/liveness")).isEqualTo(200);

      DiskWithoutSpace.isFull(false);
      comes(service, 200);
      assertThat(feedback(service, good()).statusCode()).isEqualTo(200);
      assertThat(kept(service)).as("acknowledged, and no other").isEqualTo(21);
    } finally {
      DiskWithoutSpace.isFull(false);
    }
  }

  private void comes(ConfigurableApplicationContext service, int readiness) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    int status = 0;
    while (status != readiness && System.nanoTime() < end) {
      Thread.sleep(200);
      status = status(service, "/actuator/health/readiness");
    }
    assertThat(status).as("readiness").isEqualTo(readiness);
  }

  @Test
  void aLockedFileIsToldInASentence() throws Exception {
    try (Connection other = DriverManager.getConnection(file(), "karyon", "")) {
      // Another process would hold the lock; in this one, another class loader's H2 stands for it.
      assertThat(other.isClosed()).isFalse();
      assertThat(toldByAnotherProcess()).contains("in use by another process");
    }
  }

  private String toldByAnotherProcess() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.karyon.KaryonApplication",
                "--spring.profiles.active=demo",
                "--server.port=0",
                "--spring.datasource.url=" + file())
            .redirectErrorStream(true)
            .start();
    String output =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isNotZero();
    assertThat(output.length()).as("no stack trace").isLessThan(8000);
    return output;
  }

  @Test
  void aDamagedFileIsToldInASentence() throws Exception {
    Files.write(
        folder.resolve("feedback.mv.db"),
        "no database at all".repeat(1000).getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertThat(told(file(), "karyon")).contains("damaged");
  }

  @Test
  void aFileThatCannotBeWrittenIsToldAtStart() throws Exception {
    start(file(), "karyon").close();

    assertThat(told(file() + ";ACCESS_MODE_DATA=r", "karyon")).contains("cannot be written");
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsToldInASentence() {
    long begun = System.nanoTime();

    assertThat(told("jdbc:postgresql://127.0.0.1:1/karyon", "karyon")).contains("does not answer");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void theFileStaysNearTheSizeOfItsData() throws Exception {
    try (ConfigurableApplicationContext service =
        start(file() + ";WRITE_DELAY=0;RETENTION_TIME=0", "karyon")) {
      for (int batch = 0; batch < 20; batch++) {
        List<String> entries = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
          entries.add(entry("a few words on why ".repeat(10), "2026-11-25T10:00:00Z"));
        }
        assertThat(feedback(service, entries.toArray(String[]::new)).statusCode()).isEqualTo(200);
      }
      assertThat(Files.size(folder.resolve("feedback.mv.db"))).isLessThan(16L << 20);
    }
  }
}
