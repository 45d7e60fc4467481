package org.karyon.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What docs/security.md tells a client to paste is pasted, in its order, into an empty folder. */
@Tag("slow")
class SecuredClientPageTest {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|js|python)\n(.*?)^```");

  @TempDir private Path folder;

  @Test
  void theFirstSecuredCallWorksAsItIsWritten() throws Exception {
    int port = freePort();
    String java =
        Path.of(System.getProperty("java.home"), "bin", "java")
            + " -Xmx400m -cp '"
            + System.getProperty("java.class.path")
            + "' org.karyon.KaryonApplication";
    List<String> script =
        new ArrayList<>(List.of("set -euo pipefail", "trap 'kill $(jobs -p) || true' EXIT"));
    script.add("export SERVER_PORT=" + port);
    Matcher block = BLOCK.matcher(Files.readString(Path.of("docs/security.md")));
    while (block.find()) {
      String text =
          block
              .group(2)
              .replace("java -jar karyon.jar", java)
              .replace("localhost:8080", "localhost:" + port);
      switch (block.group(1)) {
        case "sh" -> script.add(text);
        case "js" -> Files.writeString(folder.resolve("token.mjs"), text);
        default -> Files.writeString(folder.resolve("token.py"), text);
      }
    }
    script.add(other("node", "node token.mjs", "true"));
    script.add(other("python3", "python3 token.py", "python3 -c 'import cryptography'"));

    String output = run(String.join("\n", script));

    JsonNode cards = JsonMapper.shared().readTree(Files.readString(folder.resolve("cards.json")));
    assertThat(cards.path("cards").size()).as(output).isPositive();
    JsonNode report = JsonMapper.shared().readTree(Files.readString(folder.resolve("report.json")));
    long overridden =
        report
            .path("lines")
            .valueStream()
            .mapToLong(line -> line.path("overridden").asLong())
            .sum();
    assertThat(overridden).as(report.toString()).isPositive();
    assertThat(Files.readString(folder.resolve("client-keys.json"))).doesNotContain("\"d\"");
    for (String name : List.of("node", "python3")) {
      Path answer = folder.resolve(name + ".json");
      if (Files.exists(answer)) {
        assertThat(Files.readString(answer)).as(name).contains("\"cards\":[{");
      } else {
        System.err.println("SKIPPED: there is no " + name + " with what it needs here.");
      }
    }
  }

  private static String other(String name, String command, String needs) {
    return """
    if command -v %s > /dev/null && %s; then
      curl -sf -H "Authorization: Bearer $(%s $service)" -H 'Content-Type: application/json' --data @request.json $service > %s.json
    fi
    """
        .formatted(name, needs, command, name);
  }

  private String run(String script) throws IOException, InterruptedException {
    Path log = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder("bash", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(3, TimeUnit.MINUTES);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    String output = Files.readString(log, UTF_8);
    assertThat(ended).as(output).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
