package org.karyon.population;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.karyon.BuiltIn;
import org.karyon.bulk.BackendService;
import org.karyon.bulk.BulkExport;
import org.karyon.bulk.ExportingServer;
import org.karyon.bulk.Patience;
import org.karyon.chart.ReadLimits;
import org.karyon.chart.RecordJson;
import org.karyon.feedback.FeedbackDatabase;
import org.karyon.guideline.Guideline;
import org.karyon.registry.AssessRegistry;
import org.karyon.security.FhirBaseUrl;
import org.karyon.security.ReachableAddresses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Jobs of several replicas with one database and one folder, and a server that exports. */
@Tag("slow")
class PopulationRunnerTest {

  private static final Guideline GUIDELINE = BuiltIn.GUIDELINE;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Duration KEPT = Duration.ofHours(24);
  private static final Patience SHORT =
      new Patience(Duration.ofMillis(5), Duration.ofMillis(20), 4, Duration.ofDays(100));

  @TempDir private Path temporary;
  private final List<PopulationRunner> replicas = new ArrayList<>();
  private final Setting clock = new Setting();
  private ExportingServer ehr;
  private Path folder;
  private JdbcClient database;
  private PopulationDesk desk;

  /** A clock that is set by hand; all replicas look at it. */
  private static final class Setting extends Clock {

    private Instant now = Instant.now();

    @Override
    public synchronized Instant instant() {
      return now;
    }

    synchronized void forward(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @BeforeEach
  void start() {
    ehr = new ExportingServer();
    folder = temporary.resolve("populations");
    database = FeedbackDatabase.open(FeedbackDatabase.H2.empty(temporary));
    desk = desk(folder, 3);
  }

  @AfterEach
  void stop() {
    replicas.forEach(PopulationRunner::close);
    ehr.close();
  }

  private PopulationDesk desk(Path own, int mostJobs) {
    return new PopulationDesk(new PopulationJobs(database, clock), own, mostJobs, KEPT, clock);
  }

  private PopulationRunner replica() throws Exception {
    return replica(folder);
  }

  private PopulationRunner replica(Path own) throws Exception {
    BackendService service =
        new BackendService(
            "karyon",
            new ECKeyGenerator(Curve.P_384).keyID("k").generate(),
            "system/*.rs",
            Optional.empty());
    PopulationServers servers =
        new PopulationServers(
            List.of(
                new PopulationServer(
                    FhirBaseUrl.of(ehr.at("/fhir")), List.of(), Optional.of(service))));
    PopulationRun run =
        new PopulationRun(
            servers,
            (server, told) ->
                new BulkExport(
                    server.base(),
                    server.files(),
                    server.service(),
                    true,
                    new ReachableAddresses(InetAddress::getAllByName, true),
                    SHORT,
                    clock,
                    told),
            (threads, told) ->
                new AssessRegistry(
                    GUIDELINE, new RecordJson(ReadLimits.CLINICAL), threads, 1 << 20, told),
            1,
            List.of(),
            (answers, results) -> {
              Files.move(answers.resolve("patients.ndjson"), results.resolve("patients.ndjson"));
              return List.of(new ResultFile("patients.ndjson", ResultFile.Kind.OUTPUT, "Basic", 1));
            });
    PopulationRunner replica =
        new PopulationRunner(new PopulationJobs(database, clock), own, run, KEPT, true, clock);
    replicas.add(replica);
    return replica;
  }

  private UUID ask() throws IOException {
    return ask("registry").orElseThrow();
  }

  private Optional<UUID> ask(String client) throws IOException {
    return desk.ask(
        new PopulationOrder(client, "here", ehr.at("/fhir"), "Patient/$export", DAY, true));
  }

  private PopulationJob job(UUID id) {
    return desk.job("registry", id).orElseThrow();
  }

  private static void until(BooleanSupplier reached) {
    for (int times = 0; times < 3_000 && !reached.getAsBoolean(); times++) {
      sleep(Duration.ofMillis(20));
    }
    assertThat(reached.getAsBoolean()).as("reached within a minute").isTrue();
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  private void untilEnd(UUID id, JobState state) {
    until(() -> job(id).endedAt().isPresent());
    assertThat(job(id).state()).as(job(id).message()).isEqualTo(state);
  }

  private void untilTheServerIsAsked(String path) {
    until(() -> !ehr.server().findAll(getRequestedFor(urlPathEqualTo(path))).isEmpty());
  }

  @Test
  void aJobLeavesItsResultsAndNothingOfTheExport() throws Exception {
    UUID id = ask();
    assertThat(job(id).state()).isEqualTo(JobState.WAITING);
    assertThat(Files.getPosixFilePermissions(folder.resolve(id.toString())))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));

    replica().tick();
    untilEnd(id, JobState.DONE);

    Results results = desk.results(job(id)).orElseThrow();
    assertThat(results.transactionTime()).isEqualTo("2026-11-23T08:00:00Z");
    Path file = desk.file(job(id), results.file("patients.ndjson").orElseThrow());
    assertThat(Files.readAllLines(file)).hasSizeGreaterThan(20);
    assertThat(results.file("../results.json")).isEmpty();
    assertThat(folder.resolve(id.toString()))
        .isDirectoryNotContaining(
            inside -> List.of("export", "answers").contains(inside.getFileName().toString()));
    ehr.server().verify(1, deleteRequestedFor(urlPathEqualTo("/status/7")));
  }

  @Test
  void whatFailsInPassingIsAskedForAgain() throws Exception {
    ehr.status(
        aResponse().withStatus(503),
        aResponse().withStatus(202).withHeader("Retry-After", "0"),
        aResponse().withStatus(429).withHeader("Retry-After", "0"),
        ehr.manifest());
    UUID id = ask();

    replica().tick();

    untilEnd(id, JobState.DONE);
  }

  @Test
  void anExportThatTheServerForgotIsAskedForOnceMore() throws Exception {
    ehr.status(aResponse().withStatus(404), ehr.manifest());
    UUID id = ask();

    replica().tick();

    untilEnd(id, JobState.DONE);
    ehr.server().verify(2, getRequestedFor(urlPathMatching("/fhir/.*export")));
  }

  @Test
  void aJobThatFailsTellsWhyAndLeavesNothing() throws Exception {
    ehr.server().stubFor(get("/files/1").willReturn(aResponse().withStatus(403)));
    UUID id = ask();

    replica().tick();

    untilEnd(id, JobState.FAILED);
    assertThat(job(id).message()).contains("/files/1", "does not allow it").doesNotContain("good");
    assertThat(folder.resolve(id.toString())).doesNotExist();
    ehr.server().verify(1, deleteRequestedFor(urlPathEqualTo("/status/7")));
  }

  @Test
  void aCancelledJobIsStoppedAndItsExportDeleted() throws Exception {
    ehr.atWork();
    UUID id = ask();
    PopulationRunner replica = replica();
    replica.tick();
    untilTheServerIsAsked("/status/7");
    sleep(Duration.ofMillis(50));
    replica.tick();
    assertThat(job(id).state()).isEqualTo(JobState.RUNNING);
    assertThat(job(id).progress()).contains("half of it");

    assertThat(desk.cancel("another", id)).isFalse();
    assertThat(desk.cancel("registry", id)).isTrue();
    assertThat(desk.job("registry", id)).isEmpty();
    replica.tick();

    assertThat(folder.resolve(id.toString())).doesNotExist();
    ehr.server().verify(1, deleteRequestedFor(urlPathEqualTo("/status/7")));
    ehr.done();
    UUID next = ask();
    replica.tick();
    untilEnd(next, JobState.DONE);
  }

  @Test
  void aReplicaThatIsLostLosesItsJobToAnotherThatGoesOnWithTheSameExport() throws Exception {
    ehr.atWork();
    UUID id = ask();
    PopulationRunner lost = replica();
    lost.tick();
    untilTheServerIsAsked("/status/7");
    PopulationRunner other = replica();
    other.tick();
    assertThat(desk.isInterrupted(job(id))).isFalse();
    clock.forward(PopulationJobs.LOST.plusSeconds(1));
    assertThat(desk.isInterrupted(job(id))).isTrue();

    ehr.done();
    other.tick();
    // It was only slow and notices now; until then the other waits for it.
    lost.tick();
    until(
        () -> {
          other.tick();
          return job(id).endedAt().isPresent();
        });
    untilEnd(id, JobState.DONE);

    assertThat(desk.results(job(id))).isPresent();
    ehr.server().verify(1, getRequestedFor(urlPathMatching("/fhir/.*export")));
  }

  /** Lets the work of a job be found while it is at the database. */
  private static final class FoundAtWork extends DelegatingDataSource {

    private final CountDownLatch found = new CountDownLatch(1);
    private volatile boolean interrupted;

    FoundAtWork(DataSource database) {
      super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (Thread.currentThread().getName().equals("population")) {
        found.countDown();
        try {
          Thread.sleep(300);
        } catch (InterruptedException reached) {
          interrupted = true;
          Thread.currentThread().interrupt();
        }
      }
      return super.getConnection();
    }
  }

  @Test
  void workThatIsStoppedIsNotInterruptedAtTheDatabase() throws Exception {
    FoundAtWork slow =
        new FoundAtWork(
            FeedbackDatabase.source(
                FeedbackDatabase.H2.empty(Files.createDirectory(temporary.resolve("slow")))));
    database = JdbcClient.create(slow);
    desk = desk(folder, 3);
    UUID id = ask();
    PopulationRunner lost = replica();
    lost.tick();

    assertThat(slow.found.await(1, TimeUnit.MINUTES)).isTrue();
    desk.cancel("registry", id);
    lost.tick();

    assertThat(slow.interrupted).isFalse();
    assertThat(desk.job("registry", id)).isEmpty();
    assertThat(ask("registry")).as("the database is open for all others").isPresent();
  }

  @Test
  void aReplicaThatIsStoppedGivesItsJobBackAtOnce() throws Exception {
    ehr.atWork();
    UUID id = ask();
    PopulationRunner stopped = replica();
    stopped.tick();
    untilTheServerIsAsked("/status/7");
    stopped.close();
    stopped.tick();
    assertThat(job(id).state()).isEqualTo(JobState.WAITING);

    ehr.done();
    replica().tick();

    untilEnd(id, JobState.DONE);
    ehr.server().verify(1, getRequestedFor(urlPathMatching("/fhir/.*export")));
  }

  @Test
  void aJobOnWhichReplicasAreLostIsNotBegunForEver() throws Exception {
    UUID id = ask();
    PopulationJobs jobs = new PopulationJobs(database, clock);
    for (int times = 0; times < 3; times++) {
      assertThat(jobs.claim("lost " + times, any -> true)).isPresent();
      clock.forward(PopulationJobs.LOST.plusSeconds(1));
    }

    replica().tick();

    untilEnd(id, JobState.FAILED);
    assertThat(job(id).message()).contains("begun 3 times");
    assertThat(folder.resolve(id.toString())).doesNotExist();
  }

  @Test
  void aClientReadsWhatItCanAskForAndWhatTheOperatorCanSet() throws Exception {
    ehr.server()
        .stubFor(get(urlPathMatching("/fhir/.*export")).willReturn(aResponse().withStatus(404)));
    UUID missing = ask();
    PopulationRunner replica = replica();
    replica.tick();
    untilEnd(missing, JobState.FAILED);
    assertThat(job(missing).message())
        .isEqualTo(
            "The export was asked for: the server does not offer it (status 404). The parameter"
                + " 'group' asks for the export of one Group instead.");

    ehr.server()
        .stubFor(
            get(urlPathMatching("/fhir/.*export"))
                .willReturn(
                    aResponse()
                        .withStatus(202)
                        .withHeader("Content-Location", "https://elsewhere.example/status")));
    UUID elsewhere = ask();
    until(
        () -> {
          replica.tick();
          return job(elsewhere).endedAt().isPresent();
        });
    assertThat(job(elsewhere).message())
        .contains("karyon.population.servers.<name>.files-from")
        .doesNotContain("--");
  }

  @Test
  void aJobWhoseFolderNoReplicaHasIsGivenUp() throws Exception {
    UUID id = ask();
    assertThat(new PopulationJobs(database, clock).claim("lost", any -> true)).isPresent();
    PopulationRunner elsewhere = replica(temporary.resolve("another disk"));
    clock.forward(Duration.ofMinutes(59));
    elsewhere.tick();
    assertThat(job(id).state()).isEqualTo(JobState.RUNNING);
    assertThat(desk.isInterrupted(job(id))).isTrue();

    clock.forward(Duration.ofMinutes(2));
    elsewhere.tick();

    untilEnd(id, JobState.FAILED);
    assertThat(job(id).message()).contains("no other has its folder");
    assertThat(desk(temporary.resolve("another disk"), 3).results(job(id))).isEmpty();
  }

  @Test
  void oneJobIsWorkedOnAtATimeAndAsManyWaitAsTheOperatorAllows() throws Exception {
    ehr.atWork();
    PopulationRunner replica = replica();
    UUID first = ask();
    UUID second = ask();
    ask();
    assertThat(ask("registry")).isEmpty();
    replica.tick();
    replica.tick();

    assertThat(job(first).state()).isEqualTo(JobState.RUNNING);
    assertThat(job(second).state()).isEqualTo(JobState.WAITING);
    assertThat(desk.job("another", first)).isEmpty();
    desk.cancel("registry", second);
    assertThat(ask("registry")).isPresent();
  }

  @Test
  void resultsExpireAndWhatIsNotOursStays() throws Exception {
    UUID id = ask();
    PopulationRunner replica = replica();
    replica.tick();
    untilEnd(id, JobState.DONE);
    Path others = Files.createDirectories(folder.resolve("of-the-operator"));
    Path orphan = Files.createDirectories(folder.resolve(UUID.randomUUID().toString()));
    Files.writeString(orphan.resolve("half"), "x");
    for (Path old : List.of(others, orphan)) {
      Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));
    }
    clock.forward(KEPT.minusSeconds(1));
    replica.tick();
    assertThat(desk.results(job(id))).isPresent();

    clock.forward(Duration.ofSeconds(2));
    replica.tick();

    assertThat(desk.job("registry", id)).isEmpty();
    assertThat(folder.resolve(id.toString())).doesNotExist();
    assertThat(orphan).doesNotExist();
    assertThat(others).exists();
  }

  @ParameterizedTest
  @EnumSource(FeedbackDatabase.class)
  void ofManyReplicasOneTakesAJob(FeedbackDatabase kind) throws Exception {
    JdbcClient shared = FeedbackDatabase.open(kind.empty(Files.createTempDirectory("jobs")));
    PopulationJobs jobs = new PopulationJobs(shared, clock);
    for (int job = 0; job < 5; job++) {
      UUID id = UUID.randomUUID();
      jobs.add(id, new PopulationOrder("c", "here", "there", "Patient/$export", DAY, false));
      List<Callable<Boolean>> attempts = new ArrayList<>();
      for (int replica = 0; replica < 6; replica++) {
        String name = "replica " + replica;
        attempts.add(() -> jobs.claim(name, any -> true).isPresent());
      }
      int taken = 0;
      try (ExecutorService threads = Executors.newFixedThreadPool(attempts.size())) {
        for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
          taken += attempt.get() ? 1 : 0;
        }
      }
      assertThat(taken).isEqualTo(1);
      assertThat(jobs.of("c", id).orElseThrow().attempts()).isEqualTo(1);
      assertThat(jobs.end(id, "nobody", JobState.DONE, "")).isFalse();
      jobs.remove(id);
    }
  }
}
