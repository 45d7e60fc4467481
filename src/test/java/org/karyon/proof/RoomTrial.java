package org.karyon.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.excludeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.karyon.Prepared;
import org.karyon.facts.PatientRecord;
import org.karyon.guideline.yaml.CaseReader;
import org.karyon.guideline.yaml.ClinicalCase;
import org.karyon.reading.RecordReader;

/**
 * The fast tests of one room ({@code -Dtrial.room}, such as {@code iscn}) with the cases and the
 * recorded answers, one class of tests as one test that ends at the first failure: mutation of code
 * tries thousands of changes, and starting each of four thousand sentences on its own would take
 * days. It is no test of the build, which runs those classes themselves. Left out are long runs
 * over generated input.
 */
class RoomTrial {

  private static final String LONG_RUNS =
      ".*\\.(TableSoundnessTest|GeneratedReportsTest|RandomTextTest|RecordsPageTest)";
  private static final Launcher LAUNCHER =
      LauncherFactory.create(
          LauncherConfig.builder()
              .enableTestEngineAutoRegistration(false)
              .addTestEngines(new JupiterTestEngine())
              .build());
  private static final String ROOM = System.getProperty("trial.room", "assessment");
  private static final List<Class<?>> CLASSES = classes("org.karyon." + ROOM);

  @TestFactory
  Stream<DynamicTest> everyTestOfTheRoomHolds() {
    List<Class<?>> more =
        ROOM.equals("assessment")
            ? List.of(ReadBefore.class)
            : List.of(CasesTest.class, RecordedAnswersTest.class);
    return Stream.concat(CLASSES.stream(), more.stream())
        .map(tests -> DynamicTest.dynamicTest(tests.getName(), () -> holds(tests)));
  }

  /** The recorded answers and the cases, for a room that comes after the reading. */
  static final class ReadBefore {

    private static final Instrument READING = new Instrument(EveryPatient.GUIDELINE);
    private static final List<RecordedAnswer> ANSWERS =
        RecordedAnswer.read(new RecordReader(EveryPatient.GUIDELINE));
    private static final Map<ClinicalCase, PatientRecord> CASES = new LinkedHashMap<>();

    static {
      for (ClinicalCase tried : CaseReader.read(CasesTest.FOLDER, EveryPatient.GUIDELINE)) {
        CASES.put(tried, READING.read(tried.resources(), tried.drafts(), tried.today()));
      }
    }

    @Test
    void everyCaseHolds() {
      Instrument instrument = new Instrument(EveryPatient.GUIDELINE);
      CASES.forEach(
          (tried, record) ->
              assertThat(CaseTrial.faults(tried, record, instrument)).as(tried.name()).isEmpty());
    }

    @Test
    void everyExampleIsAnsweredAsRecorded() {
      ANSWERS.forEach(
          answer ->
              assertThat(answer.written(EveryPatient.GUIDELINE))
                  .as(answer.name())
                  .isEqualTo(answer.cards()));
    }
  }

  private static List<Class<?>> classes(String room) {
    TestPlan plan =
        LAUNCHER.discover(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage(room))
                .filters(
                    TagFilter.excludeTags("slow", "hostile"), excludeClassNamePatterns(LONG_RUNS))
                .build());
    List<Class<?>> classes = new ArrayList<>();
    plan.getRoots().stream()
        .flatMap(engine -> plan.getChildren(engine).stream())
        .forEach(
            container ->
                container
                    .getSource()
                    .filter(ClassSource.class::isInstance)
                    .map(ClassSource.class::cast)
                    .ifPresent(source -> classes.add(source.getJavaClass())));
    return classes;
  }

  private static void holds(Class<?> tests) throws Throwable {
    Prepared.anew();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(tests)).build();
    CancellationToken end = CancellationToken.create();
    AtomicReference<Optional<Throwable>> failure = new AtomicReference<>(Optional.empty());
    LAUNCHER.execute(
        LauncherExecutionRequestBuilder.request(request)
            .cancellationToken(end)
            .listeners(
                new TestExecutionListener() {
                  @Override
                  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                    if (result.getStatus() == Status.FAILED) {
                      failure.compareAndSet(Optional.empty(), result.getThrowable());
                      end.cancel();
                    }
                  }
                })
            .build());
    if (failure.get().isPresent()) {
      throw failure.get().get();
    }
  }
}
