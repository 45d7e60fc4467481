package org.karyon.proof;

import static org.junit.platform.engine.discovery.ClassNameFilter.excludeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
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
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The fast tests of one room ({@code -Dtrial.room}, such as {@code iscn}), the recorded answers and
 * the cases, one class of tests as one test that ends at the first failure: mutation of code tries
 * thousands of changes, and starting each of four thousand sentences on its own would take days. It
 * is no test of the build, which runs those classes themselves. Left out are long runs over
 * generated input.
 */
class RoomTrial {

  private static final String LONG_RUNS =
      ".*\\.(TableSoundnessTest|GeneratedReportsTest|RandomTextTest|RecordsPageTest)";
  private static final Launcher LAUNCHER = LauncherFactory.create();
  private static final List<Class<?>> CLASSES = classes();

  @TestFactory
  Stream<DynamicTest> everyTestOfTheRoomHolds() {
    return CLASSES.stream()
        .map(tests -> DynamicTest.dynamicTest(tests.getName(), () -> holds(tests)));
  }

  private static List<Class<?>> classes() {
    List<Class<?>> classes = new ArrayList<>();
    for (String room : System.getProperty("trial.room", "assessment").split(",")) {
      classes.addAll(classes("org.karyon." + room));
    }
    classes.add(RecordedAnswersTest.class);
    classes.add(CasesTest.class);
    return List.copyOf(classes);
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
