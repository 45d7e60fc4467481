package org.karyon.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.karyon.OnTheDayOfTheExamples;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every command of docs/fhir-api.md runs and is answered by a FHIR resource that is no error. */
@OnTheDayOfTheExamples
class FhirApiPageTest {

  private static final Pattern COMMAND = Pattern.compile("(?s)```\n(.*?)\n```");

  @LocalServerPort private int port;

  @TestFactory
  Stream<DynamicTest> everyCommandIsAnswered() throws Exception {
    Assumptions.assumeTrue(has("bash") && has("curl"), "bash and curl run the commands");
    Matcher commands = COMMAND.matcher(Files.readString(Path.of("docs/fhir-api.md")));
    return commands
        .results()
        .map(found -> DynamicTest.dynamicTest(found.group(1), () -> run(found.group(1))));
  }

  private static boolean has(String program) {
    return Stream.of("/bin/", "/usr/bin/").anyMatch(f -> Files.isExecutable(Path.of(f + program)));
  }

  private void run(String command) throws Exception {
    // Addresses that are called change their port; names inside requests keep theirs.
    String here =
        command
            .replace("http://localhost:8080/fhir/", "http://localhost:" + port + "/fhir/")
            .replace("http://localhost:8080/examples/", "http://localhost:" + port + "/examples/");
    Process process = new ProcessBuilder("bash", "-c", here).start();
    process.getOutputStream().close();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(answer)
        .containsAnyOf("\"resourceType\"", "xmlns=\"http://hl7.org/fhir\"")
        .doesNotStartWith("{\"resourceType\":\"OperationOutcome\"")
        .doesNotContain("\"name\":\"result\",\"valueBoolean\":false");
  }
}
