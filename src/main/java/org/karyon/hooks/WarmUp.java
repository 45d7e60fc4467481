package org.karyon.hooks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.karyon.assessment.Assess;
import org.karyon.assessment.Assessment;
import org.karyon.cards.CardContext;
import org.karyon.cards.CardDetail;
import org.karyon.cards.Cards;
import org.karyon.chart.Chart;
import org.karyon.chart.HandedRecord;
import org.karyon.chart.RecordJson;
import org.karyon.facts.OrderSelection;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.HookMoment;
import org.karyon.reading.RecordReader;
import org.karyon.web.LatestCall;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes example patients through every step: one of them before the service says that it is ready,
 * so that the first clinician does not wait for classes to be loaded, and then several for some
 * time in the background, because the virtual machine compiles only what was called thousands of
 * times. A call goes first: while calls come, the background waits. Nothing of it is counted,
 * audited or kept.
 */
final class WarmUp implements ApplicationRunner, DisposableBean {

  private static final String FIRST = "27-ph-positive-chemotherapy-without-tki";

  /** One of each branch, with a karyotype, with residual disease, with orders on the screen. */
  private static final List<String> EXAMPLES =
      List.of(
          FIRST,
          "03-ph-positive-remission-mrd-positive",
          "08-ph-negative-adult-cd20-positive-work-up-complete",
          "14-ph-negative-refractory-kmt2a",
          "16-t-all-older-orders-before-signing",
          "23-in-induction",
          "25-chronic-myeloid-leukemia-no-cards",
          "26-contradictions-mrd-unknown-broken",
          "33-ph-negative-relapse-after-blinatumomab-and-transplant");

  private static final int ROUNDS = 3;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final HandedRecord handed;
  private final RecordJson json;
  private final RecordReader reader;
  private final Assess assess;
  private final Cards cards;
  private final Clock clock;
  private final LatestCall latest;
  private final Duration goesOn;
  private volatile boolean stopped;

  WarmUp(
      HandedRecord handed,
      RecordJson json,
      RecordReader reader,
      Assess assess,
      Guideline guideline,
      Clock clock,
      LatestCall latest,
      Duration goesOn) {
    this.handed = handed;
    this.json = json;
    this.reader = reader;
    this.assess = assess;
    this.clock = clock;
    this.latest = latest;
    this.goesOn = goesOn;
    this.cards =
        new Cards(
            guideline,
            "http://localhost",
            (moment, kind, rules) -> UUID.randomUUID(),
            CardDetail.BRIEF);
  }

  @Override
  public void run(ApplicationArguments arguments) {
    byte[] example = example(FIRST);
    for (int round = 0; round < ROUNDS; round++) {
      answerEverywhere(example);
    }
    if (goesOn.isPositive()) {
      Thread.ofPlatform().name("warm-up").daemon().start(this::goOn);
    }
  }

  @Override
  public void destroy() {
    stopped = true;
  }

  private void goOn() {
    List<byte[]> examples = EXAMPLES.stream().map(WarmUp::example).toList();
    long begin = System.nanoTime();
    for (int next = 0;
        !stopped && System.nanoTime() - begin < goesOn.toNanos();
        next = (next + 1) % examples.size()) {
      if (latest.isWithin(PAUSE)) {
        LockSupport.parkNanos(PAUSE.toNanos());
      } else {
        answerEverywhere(examples.get(next));
      }
    }
  }

  private void answerEverywhere(byte[] example) {
    for (HookMoment moment : HookMoment.values()) {
      answer(example, moment);
    }
  }

  private byte[] answer(byte[] example, HookMoment moment) {
    JsonNode request = json.readHook(example);
    JsonNode context = request.path("context");
    String patient = context.path("patientId").asString();
    Chart chart =
        Chart.open(patient, handed.keys(), request.path("prefetch"), context.path("draftOrders"));
    Assessment assessment =
        assess.assess(reader.read(chart, LocalDate.now(clock), new OrderSelection.Every()));
    CardContext screen =
        new CardContext(
            patient, Optional.empty(), Optional.empty(), moment, chart.draftsByReference());
    return JsonMapper.shared().writeValueAsBytes(Map.of("cards", cards.write(assessment, screen)));
  }

  private static byte[] example(String name) {
    String path = "/fhir-examples/" + name + "/request.json";
    try (InputStream file = WarmUp.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("The example " + path + " is not in the application.");
      }
      return file.readAllBytes();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
