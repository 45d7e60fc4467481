package org.karyon.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.karyon.feedback.FeedbackEntry.Outcome;
import org.karyon.guideline.Coded;
import org.karyon.guideline.HookMoment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Feedback on both databases: kept before it is acknowledged, never doubled, never changed. */
@Tag("slow")
class FeedbackStoreTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
  private static final String VERSION = "all-2025-11-19+0123456789ab";

  @TempDir Path folder;

  private static FeedbackEntry overridden(UUID card, String reason) {
    return new FeedbackEntry(
        card,
        Outcome.OVERRIDDEN,
        List.of(),
        Optional.of(new Coded("http://reasons", reason, "")),
        Optional.empty(),
        CLOCK.instant());
  }

  private static FeedbackEntry accepted(UUID card) {
    return new FeedbackEntry(
        card,
        Outcome.ACCEPTED,
        List.of(new UUID(1, 1)),
        Optional.empty(),
        Optional.empty(),
        CLOCK.instant());
  }

  private static long count(JdbcClient database, String table) {
    return database.sql("select count(*) from " + table).query(Long.class).single();
  }

  @ParameterizedTest
  @EnumSource
  void theSameEntryIsKeptOnceAndAnotherOnTheSameCardIsKeptToo(FeedbackDatabase kind) {
    JdbcClient database = FeedbackDatabase.open(kind.empty(folder));
    FeedbackStore store = new FeedbackStore(database, CLOCK);
    UUID card = UUID.randomUUID();

    store.keep("all-order-select", List.of(overridden(card, "a"), overridden(card, "a")));
    store.keep("all-order-select", List.of(overridden(card, "a"), accepted(card)));

    assertThat(count(database, "feedback")).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void theSameEntrySentAtTheSameTimeIsKeptOnce(FeedbackDatabase kind) throws Exception {
    JdbcClient database = FeedbackDatabase.open(kind.empty(folder));
    FeedbackStore store = new FeedbackStore(database, CLOCK);
    UUID card = UUID.randomUUID();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int attempt = 0; attempt < 32; attempt++) {
        threads.submit(() -> store.keep("all-order-select", List.of(accepted(card))));
      }
      threads.shutdown();
      assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(count(database, "feedback")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = "POSTGRESQL")
  void theDatabaseItselfRefusesAChange(FeedbackDatabase kind) {
    JdbcClient database = FeedbackDatabase.open(kind.empty(folder));
    new FeedbackStore(database, CLOCK).keep("x", List.of(accepted(UUID.randomUUID())));

    for (String change : List.of("update feedback set outcome = 'x'", "delete from feedback")) {
      assertThatThrownBy(() -> database.sql(change).update())
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("append-only");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aReportTellsByRuleWhatBecameOfTheCards(FeedbackDatabase kind) {
    JdbcClient database = FeedbackDatabase.open(kind.empty(folder));
    FeedbackStore store = new FeedbackStore(database, CLOCK);
    IssuedCards issued = new IssuedCards(VERSION, database, CLOCK);
    UUID first =
        issued.card(
            HookMoment.PATIENT_VIEW, "treatment", List.of("ph-pos-induction", "cns-prophylaxis"));
    UUID second =
        issued.card(
            HookMoment.PATIENT_VIEW, "treatment", List.of("ph-pos-induction", "cns-prophylaxis"));
    UUID third =
        issued.card(
            HookMoment.PATIENT_VIEW, "treatment", List.of("t-fit-induction", "cns-prophylaxis"));
    issued.card(HookMoment.PATIENT_VIEW, "data-gap", List.of());
    store.keep("s", List.of(accepted(first), overridden(second, "a"), overridden(second, "b")));
    store.keep("s", List.of(overridden(third, "a"), accepted(UUID.randomUUID())));

    FeedbackReport report = new FeedbackReporter(database, issued, CLOCK, 0.5).report();

    assertThat(report.unknown()).isEqualTo(1);
    assertThat(report.lines())
        .containsExactly(
            new FeedbackReport.Line(VERSION, "data-gap", "", counts(1, 0, 0, List.of())),
            new FeedbackReport.Line(
                VERSION, "treatment", "cns-prophylaxis", counts(3, 1, 2, List.of(reason(2)))),
            new FeedbackReport.Line(
                VERSION, "treatment", "ph-pos-induction", counts(2, 1, 1, List.of(reason(1)))),
            new FeedbackReport.Line(
                VERSION, "treatment", "t-fit-induction", counts(1, 0, 1, List.of(reason(1)))));
  }

  @ParameterizedTest
  @EnumSource
  void aCommitteeSeesEachMonthAndServiceAndWhatIsOverriddenTooOften(FeedbackDatabase kind) {
    JdbcClient database = FeedbackDatabase.open(kind.empty(folder));
    FeedbackStore store = new FeedbackStore(database, CLOCK);
    Clock october = Clock.fixed(Instant.parse("2026-10-05T12:00:00Z"), ZoneOffset.UTC);
    List<String> rules = List.of("no-cns-prophylaxis");
    IssuedCards before = new IssuedCards(VERSION, database, october);
    UUID earlier = before.card(HookMoment.ORDER_SIGN, "order-check", rules);
    before.write();
    IssuedCards issued = new IssuedCards(VERSION, database, CLOCK);
    store.keep("all-order-sign", List.of(accepted(earlier)));
    for (int card = 0; card < 10; card++) {
      UUID number = issued.card(HookMoment.ORDER_SELECT, "order-check", rules);
      if (card < 7) {
        store.keep("all-order-select", List.of(overridden(number, "a")));
      }
    }
    issued.card(HookMoment.ORDER_SELECT, "order-check", List.of("duplicate-order"));

    FeedbackReport report = new FeedbackReporter(database, issued, CLOCK, 0.5).report();

    assertThat(report.months())
        .containsExactly(
            new FeedbackReport.Month(
                "2026-10",
                "order-sign",
                "order-check",
                "no-cns-prophylaxis",
                counts(1, 1, 0, List.of())),
            new FeedbackReport.Month(
                "2026-11",
                "order-select",
                "order-check",
                "duplicate-order",
                counts(1, 0, 0, List.of())),
            new FeedbackReport.Month(
                "2026-11",
                "order-select",
                "order-check",
                "no-cns-prophylaxis",
                counts(10, 0, 7, List.of(reason(7)))));
    assertThat(report.marked())
        .containsExactly(new FeedbackReport.Marked("order-check", "no-cns-prophylaxis", 11, 7));
    assertThat(new FeedbackReporter(database, issued, CLOCK, 0.7).report().marked()).isEmpty();
  }

  private static FeedbackReport.Counts counts(
      long shown, long accepted, long overridden, List<FeedbackReport.Reason> reasons) {
    return new FeedbackReport.Counts(shown, accepted, overridden, reasons);
  }

  private static FeedbackReport.Reason reason(long count) {
    return new FeedbackReport.Reason("http://reasons", "a", count);
  }

  @ParameterizedTest
  @EnumSource
  void countsOfSeveralReplicasAddUpAndSurviveARestart(FeedbackDatabase kind) {
    JdbcClient database = FeedbackDatabase.open(kind.empty(folder));
    List<String> rules = List.of("ph-pos-induction");
    IssuedCards one = new IssuedCards(VERSION, database, CLOCK);
    IssuedCards other = new IssuedCards(VERSION, database, CLOCK);
    UUID card = one.card(HookMoment.PATIENT_VIEW, "treatment", rules);
    other.card(HookMoment.PATIENT_VIEW, "treatment", rules);
    one.write();
    other.write();
    one.card(HookMoment.PATIENT_VIEW, "treatment", rules);
    one.write();
    new FeedbackStore(database, CLOCK).keep("s", List.of(accepted(card)));

    IssuedCards restarted = new IssuedCards("another-version", database, CLOCK);
    assertThat(new FeedbackReporter(database, restarted, CLOCK, 0.5).report().lines())
        .containsExactly(
            new FeedbackReport.Line(
                VERSION, "treatment", rules.getFirst(), counts(3, 1, 0, List.of())));
  }

  /** A peer lost feedback silently. */
  @ParameterizedTest
  @EnumSource
  void nothingAcknowledgedIsLostOrDoubledWhenTheProcessIsKilled(FeedbackDatabase kind)
      throws Exception {
    String address = kind.empty(folder);
    Random random = new Random(20261123);
    int kills = Integer.getInteger("trial.kills", 3);
    long acknowledged = -1;
    for (int kill = 0; kill < kills; kill++) {
      // A client that saw no answer sends again, and so it begins with what it may have sent.
      acknowledged = writeUntilKilled(address, Math.max(0, acknowledged), random.nextInt(150));
    }

    JdbcClient database = FeedbackDatabase.open(address);
    assertThat(acknowledged).isGreaterThan(kills);
    assertThat(count(database, "feedback")).isBetween(acknowledged + 1, acknowledged + 2);
    List<String> cards =
        database.sql("select card from feedback order by card").query(String.class).list();
    assertThat(cards).doesNotHaveDuplicates();
    for (long number = 0; number <= acknowledged; number++) {
      assertThat(cards.get((int) number)).isEqualTo(new UUID(0, number).toString());
    }
  }

  private static long writeUntilKilled(String address, long from, int milliseconds)
      throws IOException, InterruptedException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                FeedbackWriter.class.getName(),
                address,
                Long.toString(from)));
    Process writer =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    long acknowledged = from;
    try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      while (line != null && !line.matches("\\d+")) {
        line = lines.readLine();
      }
      assertThat(line).as("the writer began").isNotNull();
      TimeUnit.MILLISECONDS.sleep(milliseconds);
      // By its handle, because the process itself would close the pipe with lines still in it.
      writer.toHandle().destroyForcibly();
      for (; line != null; line = lines.readLine()) {
        if (line.matches("\\d+")) {
          acknowledged = Long.parseLong(line);
        }
      }
    }
    writer.waitFor();
    return acknowledged;
  }
}
