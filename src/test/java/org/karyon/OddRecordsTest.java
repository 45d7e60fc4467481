package org.karyon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.karyon.hooks.HookCall;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The example requests with things missing, emptied or exchanged at random places, by a fixed seed:
 * the service always answers, with cards or with a reason, and never fails.
 */
@OnTheDayOfTheExamples
class OddRecordsTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Of each example; .ci/run takes more. */
  private static final int CHANGES = Integer.getInteger("trial.changes", 5);

  private static final List<String> ODD_VALUES =
      List.of(
          "null",
          "7",
          "\"\"",
          "\"odd\"",
          "[]",
          "{}",
          "true",
          "1E+400000000",
          "-0.0",
          "[[]]",
          "{\"extension\":[{\"url\":\"http://example.org/reason\",\"valueCode\":\"unknown\"}]}",
          "\"2026-13-45\"",
          "\"https://evil.example/ www.evil.example a@b.c\"");

  @LocalServerPort private int port;

  @TestFactory
  Stream<DynamicTest> noOddRecordMakesTheServiceFail() {
    return ExampleFolders.each(this::isAnswered);
  }

  private void isAnswered(Path example) throws IOException, InterruptedException {
    byte[] request = Files.readAllBytes(example.resolve("request.json"));
    Random random = new Random(example.getFileName().toString().hashCode());
    for (int change = 0; change < CHANGES; change++) {
      JsonNode odd = JSON.readTree(request);
      String what = change(odd.path("prefetch"), random);
      HttpResponse<String> response = HookCall.send(port, odd);
      assertThat(response.statusCode()).as("%s: %s", what, response.body()).isLessThan(500);
      assertThat(response.body()).as(what).doesNotContain("https://evil", " www.evil");
    }
  }

  /** Walks down at random and removes or replaces what it ends at. */
  private static String change(JsonNode prefetch, Random random) {
    JsonNode parent = prefetch;
    StringBuilder path = new StringBuilder();
    while (true) {
      if (parent instanceof ObjectNode object && !object.isEmpty()) {
        String name = object.propertyNames().stream().toList().get(random.nextInt(object.size()));
        path.append('/').append(name);
        if (stops(object.get(name), random)) {
          return replace(object, name, random, path);
        }
        parent = object.get(name);
      } else if (parent instanceof ArrayNode array && !array.isEmpty()) {
        int index = random.nextInt(array.size());
        path.append('/').append(index);
        if (stops(array.get(index), random)) {
          array.set(index, JSON.readTree(ODD_VALUES.get(random.nextInt(ODD_VALUES.size()))));
          return path.toString();
        }
        parent = array.get(index);
      } else {
        return path.toString();
      }
    }
  }

  private static boolean stops(JsonNode node, Random random) {
    return !node.isContainer() || node.isEmpty() || random.nextInt(12) == 0;
  }

  private static String replace(ObjectNode object, String name, Random random, StringBuilder path) {
    if (random.nextInt(3) == 0) {
      object.remove(name);
      return path + " removed";
    }
    String value = ODD_VALUES.get(random.nextInt(ODD_VALUES.size()));
    object.set(name, JSON.readTree(value));
    return path + " = " + value;
  }
}
