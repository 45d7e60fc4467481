package org.karyon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTestContextBootstrapper;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.cache.DefaultCacheAwareContextLoaderDelegate;
import org.springframework.test.context.support.DefaultBootstrapContext;

/**
 * How many services the tests start: each costs seconds and some fifty megabytes until the end of
 * the run. Whoever needs one more has a setting that no other test can live with.
 */
class StartedServicesTest {

  /** That of the examples, and one a setting: lean prefetch, hostile EHRs, certificates, tokens. */
  private static final int MOST_SERVICES = 16;

  private static List<Class<?>> testsOfAService() throws Exception {
    Path root = Path.of("src/test/java");
    List<Class<?>> tests = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
        String source = read(file);
        if (source.contains("@SpringBootTest") || source.contains("@OnTheDayOfTheExamples")) {
          String name = root.relativize(file).toString().replace('/', '.');
          tests.add(
              Class.forName(
                  name.substring(0, name.length() - ".java".length()),
                  false,
                  StartedServicesTest.class.getClassLoader()));
        }
      }
    }
    return tests.stream()
        .filter(test -> AnnotatedElementUtils.hasAnnotation(test, SpringBootTest.class))
        .toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private static MergedContextConfiguration service(Class<?> test) {
    SpringBootTestContextBootstrapper bootstrapper = new SpringBootTestContextBootstrapper();
    bootstrapper.setBootstrapContext(
        new DefaultBootstrapContext(test, new DefaultCacheAwareContextLoaderDelegate()));
    return bootstrapper.buildMergedContextConfiguration();
  }

  @Test
  void theTestsStartNoMoreServicesThanTheyNeed() throws Exception {
    Map<MergedContextConfiguration, List<String>> services = new LinkedHashMap<>();
    for (Class<?> test : testsOfAService()) {
      services
          .computeIfAbsent(service(test), unused -> new ArrayList<>())
          .add(test.getSimpleName());
    }

    assertThat(services.values()).as("tests by service").hasSizeLessThanOrEqualTo(MOST_SERVICES);
    assertThat(services.values().stream().mapToInt(List::size).max().orElseThrow())
        .as("tests that share the service of the examples")
        .isGreaterThan(10);
  }

  @Test
  void whatStartsTheServiceStaysOutOfTheFastLane() throws Exception {
    for (Class<?> test : testsOfAService()) {
      assertThat(AnnotatedElementUtils.getMergedRepeatableAnnotations(test, Tag.class))
          .as("mvn test answers within a minute, so that %s is slow", test.getSimpleName())
          .anyMatch(tag -> tag.value().equals("slow") || tag.value().equals("hostile"));
    }
  }
}
