package org.karyon.writing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds every source to what Error Prone and NullAway know. They need three times as long as the
 * compiler does, so that they run here, beside tests that wait, and not whenever something is
 * compiled.
 */
@Tag("slow")
class ErrorProneTest {

  /** Where {@code mvn verify} copies both. */
  private static final Path CHECKS = Path.of("target/error-prone");

  private static final List<String> ROOMS_OF_THE_COMPILER =
      List.of(
          "api", "code", "comp", "file", "main", "model", "parser", "processing", "tree", "util");

  private static final String SHIPPED =
      "-Xplugin:ErrorProne -Xep:NullAway:ERROR -XepOpt:NullAway:OnlyNullMarked=true"
          + " -XepOpt:NullAway:JSpecifyMode=true -Xep:MissingSummary:OFF -Xep:EqualsGetClass:OFF";

  /** Tests may take out of a map what they put in; a null there fails the test anyway. */
  private static final String TESTS = "-Xplugin:ErrorProne -XepDisableAllWarnings";

  @TempDir private Path folder;

  @Test
  void nothingIsFoundInWhatIsShipped() throws Exception {
    assertThat(found(SHIPPED, sources("src/main/java"))).isBlank();
  }

  @Test
  void noErrorIsFoundInTestsAndBenchmarks() throws Exception {
    assertThat(found(TESTS, sources("src/test/java", "src/bench/java"))).isBlank();
  }

  @Test
  void whatIsWrongIsFound() throws Exception {
    Path source = folder.resolve("Wrong.java");
    Files.writeString(
        source,
        """
        package org.karyon.wrong;

        import org.jspecify.annotations.NullMarked;
        import org.jspecify.annotations.Nullable;

        @NullMarked
        class Wrong {
          static int length(@Nullable String text) {
            return text.length();
          }

          static void forgotten(String text) {
            text.strip();
          }

          static String first(String text) {
            String[] parts = text.split(",");
            return parts[0];
          }
        }
        """);
    assertThat(found(SHIPPED, List.of(source)))
        .contains("[NullAway]", "[ReturnValueIgnored]", "[StringSplitter]");
    assertThat(found(TESTS, List.of(source))).contains("[ReturnValueIgnored]");
  }

  private static List<Path> sources(String... folders) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String name : folders) {
      try (Stream<Path> files = Files.walk(Path.of(name))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    assertThat(sources).isNotEmpty();
    return sources;
  }

  /** What the compiler says; it stops before it writes a class. */
  private String found(String plugin, List<Path> sources) throws Exception {
    assertThat(CHECKS).as("mvn verify copies Error Prone here").isNotEmptyDirectory();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--release",
                "21",
                "-proc:none",
                "-XDcompilePolicy=simple",
                "-XDshould-stop.ifError=FLOW",
                "-XDshould-stop.ifNoError=FLOW",
                "-XDsuppressNotes",
                "-Xmaxwarns",
                "1000",
                "-cp",
                System.getProperty("java.class.path"),
                "-processorpath",
                checks(),
                "-d",
                folder.toString(),
                plugin));
    sources.forEach(source -> arguments.add(source.toString()));
    Path file = folder.resolve("arguments");
    Files.writeString(
        file,
        arguments.stream()
            .map(argument -> '"' + argument.replace("\\", "\\\\") + '"')
            .collect(Collectors.joining("\n")));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(
        List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", "-J-Xms1000m", "-J-Xmn600m"));
    for (String room : ROOMS_OF_THE_COMPILER) {
      command.add("-J--add-opens=jdk.compiler/com.sun.tools.javac." + room + "=ALL-UNNAMED");
    }
    command.add("@" + file);
    Process compiler = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(compiler.getInputStream().readAllBytes(), UTF_8);
    assertThat(compiler.waitFor() == 0 || !said.isBlank()).as("a failure is told").isTrue();
    return said;
  }

  private static String checks() throws IOException {
    try (Stream<Path> files = Files.list(CHECKS)) {
      return files.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
  }
}
