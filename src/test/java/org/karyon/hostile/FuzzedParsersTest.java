package org.karyon.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The parsers of text that comes from outside, fuzzed by Jazzer along their branches from the
 * inputs in {@code src/test/corpus}. {@code -Dkaryon.fuzz} says how many seconds each. An input
 * that was a finding is put there, so that it stays one that is tried.
 */
class FuzzedParsersTest {

  private static final int SECONDS = Integer.getInteger("karyon.fuzz", 10);
  private static final String DRIVER = "com.code_intelligence.jazzer.Jazzer";
  private static final Path CORPUS = Path.of("src/test/corpus");

  static Stream<String> targets() {
    return Stream.of(
        "hostile.KaryotypeFuzz", "hostile.RecordFuzz", "hooks.FeedbackFuzz", "security.TokenFuzz");
  }

  @ParameterizedTest
  @MethodSource("targets")
  void everyInputThatIsKeptIsRead(String target) throws Exception {
    var method =
        Class.forName("org.karyon." + target).getMethod("fuzzerTestOneInput", byte[].class);
    try (Stream<Path> inputs = Files.list(CORPUS.resolve(target))) {
      List<Path> kept = inputs.sorted().toList();
      assertThat(kept).isNotEmpty();
      for (Path input : kept) {
        try {
          method.invoke(null, (Object) Files.readAllBytes(input));
        } catch (InvocationTargetException failure) {
          throw new AssertionError(input.toString(), failure.getCause());
        }
      }
    }
  }

  @Tag("hostile")
  @ParameterizedTest
  @MethodSource("targets")
  void noInputThatFuzzingFindsIsAFault(String target, @TempDir Path found) throws Exception {
    try {
      Class.forName(DRIVER, false, getClass().getClassLoader());
    } catch (ClassNotFoundException absent) {
      Assumptions.abort("Jazzer is only here in the Maven profile 'hostile'");
    }
    Path log = found.resolve("log.txt");
    Path inputs = Files.createDirectory(found.resolve("inputs"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx600m",
                "-cp",
                System.getProperty("java.class.path"),
                DRIVER,
                "--target_class=org.karyon." + target,
                "--instrumentation_includes=org.karyon.**",
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.**",
                "--reproducer_path=" + found,
                "-max_total_time=" + SECONDS,
                // The first input pays for the guideline, which is read under instrumentation.
                "-timeout=120",
                "-max_len=4000",
                "-artifact_prefix=" + found + "/",
                inputs.toString(),
                CORPUS.resolve(target).toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(SECONDS + 240L, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    String output = Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1);
    String last = output.substring(Math.max(0, output.length() - 3000));
    assertThat(ended).as(last).isTrue();
    assertThat(process.exitValue()).as(last).isZero();
    System.out.println(
        target
            + ": "
            + output.lines().filter(line -> line.contains("DONE")).findFirst().orElse(last));
  }
}
