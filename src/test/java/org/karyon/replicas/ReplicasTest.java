package org.karyon.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karyon.feedback.FeedbackDatabase;
import org.karyon.security.SigningClient;

/** Three replicas behind a plain proxy with one PostgreSQL, while things go wrong. */
@Tag("slow")
class ReplicasTest {

  private static final String SERVICE = "/cds-services/all-patient-view";
  private static final int CALLERS = 3;
  private static final SigningClient EHR =
      SigningClient.rsa("https://ehr.example.org", JWSAlgorithm.RS384);
  private static final String CALL =
      "{\"hook\":\"patient-view\",\"hookInstance\":\"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea\","
          + "\"context\":{\"patientId\":\"p\",\"userId\":\"Practitioner/u\"},\"prefetch\":{"
          + "\"patient\":{\"resourceType\":\"Patient\",\"id\":\"p\"},\"conditions\":null}}";

  @TempDir private Path folder;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
  private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
  private final AtomicBoolean going = new AtomicBoolean(true);

  @Test
  void aKilledReplicaAndARestartedDatabaseLoseNoAcknowledgedFeedback() throws Exception {
    Path data = folder.resolve("postgres");
    EmbeddedPostgres database = FeedbackDatabase.postgres(data, 0);
    int databasePort = database.getPort();
    try (PlainProxy proxy = new PlainProxy()) {
      List<String> settings = settings(proxy.address(), databasePort);
      // The first one brings the database to its present shape, as a rolling start does.
      try (Replica first = Replica.start(folder, settings)) {
        first.awaitReady();
        try (Replica second = Replica.start(folder, settings);
            Replica third = Replica.start(folder, settings)) {
          second.awaitReady();
          third.awaitReady();
          proxy.handTo(List.of(first.port(), second.port(), third.port()));

          aTokenLetsInOnceAcrossReplicas(proxy.address(), first, second, third);

          try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (int caller = 0; caller < CALLERS; caller++) {
              callers.submit(() -> keepCalling(proxy.address()));
            }
            awaitAcknowledged(30);
            second.kill();
            awaitAcknowledged(acknowledged.size() + 30);
            int lostByTheKill = statuses.getOrDefault(502, 0);

            database.close();
            TimeUnit.SECONDS.sleep(4);
            assertThat(proxiedCall(proxy.address()).statusCode())
                .as("without the database nothing is acknowledged")
                .isNotEqualTo(200);
            database = FeedbackDatabase.postgres(data, databasePort);
            awaitAcknowledged(acknowledged.size() + 30);
            going.set(false);

            assertThat(lostByTheKill).as("calls in flight").isLessThanOrEqualTo(CALLERS);
          }
          assertThat(statuses.keySet()).as("%s", statuses).isSubsetOf(200, 502, 503);
          assertThat(stored(database))
              .containsAll(acknowledged.stream().map(UUID::toString).toList());
        }
      }
    } finally {
      going.set(false);
      database.close();
    }
  }

  private List<String> settings(String address, int databasePort) throws IOException {
    Path keys = folder.resolve("keys.json");
    Files.writeString(keys, EHR.publicKeys());
    return List.of(
        "--server.address=127.0.0.1",
        "--karyon.public-url=" + address,
        "--karyon.security.clients.hospital.issuer=https://ehr.example.org",
        "--karyon.security.clients.hospital.jwks-file=" + keys,
        "--spring.datasource.url=jdbc:postgresql://localhost:" + databasePort + "/postgres",
        "--spring.datasource.username=postgres",
        "--spring.datasource.password=");
  }

  private void aTokenLetsInOnceAcrossReplicas(String address, Replica... replicas)
      throws IOException, InterruptedException {
    String token = EHR.token(address + SERVICE);
    List<Integer> answers = new ArrayList<>();
    for (Replica replica : replicas) {
      answers.add(post("http://localhost:" + replica.port() + SERVICE, CALL, token).statusCode());
    }
    assertThat(answers).containsExactly(200, 401, 401);
  }

  private void keepCalling(String address) {
    while (going.get()) {
      UUID card = UUID.randomUUID();
      try {
        int status =
            post(
                    address + SERVICE + "/feedback",
                    feedback(card),
                    EHR.token(address + SERVICE + "/feedback"))
                .statusCode();
        statuses.merge(status, 1, Integer::sum);
        if (status == 200) {
          acknowledged.add(card);
        }
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (IOException unreachable) {
        statuses.merge(0, 1, Integer::sum);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static String feedback(UUID card) {
    return String.format(
        Locale.ROOT,
        "{\"feedback\":[{\"card\":\"%s\",\"outcome\":\"overridden\",\"outcomeTimestamp\":\"%s\"}]}",
        card,
        Instant.now());
  }

  private HttpResponse<String> proxiedCall(String address)
      throws IOException, InterruptedException {
    return post(
        address + SERVICE + "/feedback",
        feedback(UUID.randomUUID()),
        EHR.token(address + SERVICE + "/feedback"));
  }

  private HttpResponse<String> post(String address, String body, String token)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address))
            .timeout(Duration.ofSeconds(40))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private void awaitAcknowledged(int wanted) throws InterruptedException {
    Instant until = Instant.now().plusSeconds(90);
    while (acknowledged.size() < wanted) {
      assertThat(Instant.now())
          .as("%d of %d acknowledged, statuses %s", acknowledged.size(), wanted, statuses)
          .isBefore(until);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static List<String> stored(EmbeddedPostgres database) throws SQLException {
    List<String> cards = new ArrayList<>();
    try (Connection connection = database.getPostgresDatabase().getConnection();
        ResultSet rows = connection.createStatement().executeQuery("select card from feedback")) {
      while (rows.next()) {
        cards.add(rows.getString(1));
      }
    }
    return cards;
  }
}
