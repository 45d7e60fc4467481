package org.karyon.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.karyon.feedback.FeedbackDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A token is let in once, whichever replica it reaches, on both databases. */
@Tag("slow")
class SeenTokensTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(300);

  @TempDir Path folder;

  private static SeenTokens at(Instant now, JdbcClient database) {
    return new SeenTokens(database, Clock.fixed(now, ZoneOffset.UTC));
  }

  @ParameterizedTest
  @EnumSource
  void aTokenThatOneReplicaSawIsSeenByTheOther(FeedbackDatabase kind) {
    JdbcClient database = FeedbackDatabase.open(kind.empty(folder));
    SeenTokens one = at(NOW, database);
    SeenTokens other = at(NOW, database);

    assertThat(one.isNew("issuer", "1", LATER)).isTrue();
    assertThat(other.isNew("issuer", "1", LATER)).isFalse();
    assertThat(other.isNew("issuer", "2", LATER)).isTrue();
    assertThat(one.isNew("another", "1", LATER)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void ofManyAtTheSameTimeOneIsFirst(FeedbackDatabase kind) throws Exception {
    JdbcClient database = FeedbackDatabase.open(kind.empty(folder));
    List<Callable<Boolean>> attempts = new ArrayList<>();
    for (int attempt = 0; attempt < 16; attempt++) {
      SeenTokens replica = at(NOW, database);
      attempts.add(() -> replica.isNew("issuer", "1", LATER));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      int first = 0;
      for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
        first += attempt.get() ? 1 : 0;
      }
      assertThat(first).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTokenIsForgottenOnceItWouldBeRefusedAnywayAndNotBefore(FeedbackDatabase kind) {
    JdbcClient database = FeedbackDatabase.open(kind.empty(folder));
    at(NOW, database).isNew("issuer", "1", LATER);

    at(LATER, database).forget();
    assertThat(at(LATER, database).isNew("issuer", "1", LATER)).isFalse();
    at(LATER.plusSeconds(1), database).forget();
    assertThat(at(LATER, database).isNew("issuer", "1", LATER)).isTrue();
  }
}
