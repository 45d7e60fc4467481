package org.karyon.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.karyon.assessment.Assess;
import org.karyon.chart.HandedRecord;
import org.karyon.chart.ReadLimits;
import org.karyon.chart.RecordJson;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.yaml.GuidelineFolder;
import org.karyon.guideline.yaml.GuidelineReader;
import org.karyon.reading.RecordReader;
import org.karyon.web.LatestCall;
import org.springframework.boot.DefaultApplicationArguments;

/** What the service does by itself after its start. */
@Tag("slow")
class WarmUpTest {

  private static final Guideline GUIDELINE = GuidelineReader.read(GuidelineFolder.builtIn());
  private static final int BEFORE_READY = 9;
  private static final int EXAMPLES_ON_EACH_HOOK = 27;

  private final LatestCall latest = new LatestCall();
  private final CountingClock clock = new CountingClock();
  private WarmUp warmUp = warmUp(Duration.ZERO);

  /** Every example that is answered asks for the day once. */
  private static final class CountingClock extends Clock {

    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      asked.incrementAndGet();
      return Instant.parse("2026-11-23T12:00:00Z");
    }
  }

  private WarmUp warmUp(Duration goesOn) {
    return new WarmUp(
        new HandedRecord(Discovery.builtIn().service("all-patient-view").keys(), 5_000_000),
        new RecordJson(ReadLimits.CLINICAL),
        new RecordReader(GUIDELINE),
        new Assess(GUIDELINE),
        GUIDELINE,
        clock,
        latest,
        goesOn);
  }

  private int answeredAfterTheStart(Duration goesOn) {
    warmUp = warmUp(goesOn);
    warmUp.run(new DefaultApplicationArguments());
    return clock.asked.get();
  }

  @AfterEach
  void stop() {
    warmUp.destroy();
  }

  @Test
  void everyExampleIsAnsweredOnEachHookInTheBackground() throws InterruptedException {
    answeredAfterTheStart(Duration.ofMinutes(1));
    int all = BEFORE_READY + EXAMPLES_ON_EACH_HOOK;
    for (int waited = 0; clock.asked.get() <= all && waited < 300; waited++) {
      Thread.sleep(100);
    }
    assertThat(clock.asked.get()).isGreaterThan(all);
  }

  /** The example under way when it ends may still be answered. */
  private void assertThatItHasEnded() throws InterruptedException {
    Thread.sleep(2_000);
    int answered = clock.asked.get();
    Thread.sleep(500);
    assertThat(clock.asked).hasValue(answered);
  }

  @Test
  void itEndsAfterTheTimeThatIsSet() throws InterruptedException {
    answeredAfterTheStart(Duration.ofMillis(1));
    assertThatItHasEnded();
  }

  @Test
  void itEndsWithTheService() throws InterruptedException {
    answeredAfterTheStart(Duration.ofMinutes(1));
    warmUp.destroy();
    assertThatItHasEnded();
  }

  @Test
  void nothingIsAnsweredInTheBackgroundWhereNoTimeIsSet() throws InterruptedException {
    int answered = answeredAfterTheStart(Duration.ZERO);
    Thread.sleep(500);
    assertThat(clock.asked).hasValue(answered).hasValue(BEFORE_READY);
  }

  @Test
  void aCallGoesFirst() throws InterruptedException {
    AtomicBoolean calling = new AtomicBoolean(true);
    Thread calls =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (calling.get()) {
                    latest.note();
                    LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
                  }
                });
    answeredAfterTheStart(Duration.ofMinutes(1));
    Thread.sleep(1_000);
    calling.set(false);
    calls.join();
    assertThat(clock.asked.get()).isLessThanOrEqualTo(BEFORE_READY + 3);
  }
}
