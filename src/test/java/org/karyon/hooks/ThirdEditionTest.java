package org.karyon.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.karyon.Loopback;
import org.karyon.OnTheDayOfTheExamples;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** CDS Hooks 3.0 for those who ask for it; nobody else sees a difference. */
@OnTheDayOfTheExamples
class ThirdEditionTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String THIRD = "application/json; cdsHooksVersion=3.0";
  private static final String UUIDS =
      "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  private final HttpClient client = HttpClient.newHttpClient();
  @LocalServerPort private int port;

  private HttpResponse<byte[]> discovery(String accept) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/cds-services"))
            .header("Accept", accept)
            .build(),
        BodyHandlers.ofByteArray());
  }

  private HttpResponse<String> call(JsonNode request, String accept) {
    return Loopback.send(
        Loopback.to(port, "/cds-services/all-" + request.path("hook").asString())
            .header("Accept", accept)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(request.toString())));
  }

  private static List<ObjectNode> examples() throws Exception {
    List<ObjectNode> requests = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("fhir-examples"))) {
      for (Path file :
          files
              .filter(file -> file.getFileName().toString().matches("request.*\\.json"))
              .sorted()
              .toList()) {
        requests.add((ObjectNode) JSON.readTree(Files.readAllBytes(file)));
      }
    }
    assertThat(requests).hasSizeGreaterThan(30);
    return requests;
  }

  private static ObjectNode asking(ObjectNode request, String version, String... systemActions) {
    ObjectNode asking = request.deepCopy();
    ObjectNode extension =
        asking.putObject("extension").putObject("org.karyon.cds-hooks").put("version", version);
    for (String action : systemActions) {
      extension.withArray("systemActions").add(action);
    }
    return asking;
  }

  @Test
  void discoveryIsTheFileByteForByteUnlessTheEditionIsAskedFor() throws Exception {
    byte[] file = Files.readAllBytes(Path.of("cds-services.json"));
    for (String accept :
        List.of("*/*", "application/json", "application/json;cdsHooksVersion=2.0", "text/html")) {
      assertThat(discovery(accept).body()).as(accept).isEqualTo(file);
    }
    JsonNode third = JSON.readTree(discovery(THIRD).body());
    for (JsonNode service : third.path("services")) {
      assertThat(service.path("version").asString()).isEqualTo("3.0.0");
      assertThat(service.path("hookVersion").asString()).isEqualTo("1.0");
      ((ObjectNode) service).remove(List.of("version", "hookVersion"));
    }
    assertThat(third).isEqualTo(JSON.readTree(file));
  }

  @Test
  void whoDoesNotAskGetsTheSameBytesAsBefore() throws Exception {
    for (ObjectNode request : examples()) {
      String plain = call(request, "*/*").body().replaceAll(UUIDS, "");
      assertThat(JSON.readTree(plain).propertyNames()).containsExactly("cards");
      assertThat(
              call(request, "application/json; cdsHooksVersion=2.0").body().replaceAll(UUIDS, ""))
          .isEqualTo(plain);
      assertThat(call(asking(request, "2.0", "reason"), "*/*").body().replaceAll(UUIDS, ""))
          .isEqualTo(plain);
    }
  }

  @Test
  void aDeleteComesBeforeItsCreateAndNoOrderIsTakenOffBesidesBeingReplaced() throws Exception {
    int replaced = 0;
    for (ObjectNode request : examples()) {
      JsonNode second = JSON.readTree(call(request, "*/*").body());
      JsonNode third = JSON.readTree(call(request, THIRD).body());
      assertThat(third.propertyNames()).containsExactly("cards");
      assertThat(third.path("cards").size()).isEqualTo(second.path("cards").size());
      for (JsonNode card : third.path("cards")) {
        List<String> replacing = new ArrayList<>();
        List<String> removing = new ArrayList<>();
        for (JsonNode suggestion : card.path("suggestions")) {
          List<String> types =
              suggestion.path("actions").valueStream().map(a -> a.path("type").asString()).toList();
          assertThat(types).isSortedAccordingTo((a, b) -> order(a) - order(b));
          suggestion
              .path("actions")
              .forEach(
                  action ->
                      (types.contains("create") ? replacing : removing)
                          .add(action.path("resourceId").asString("")));
        }
        replacing.removeIf(String::isEmpty);
        removing.removeIf(String::isEmpty);
        replaced += replacing.size();
        assertThat(Collections.disjoint(removing, replacing)).isTrue();
        assertThat(card.has("selectionBehavior")).isEqualTo(card.has("suggestions"));
      }
    }
    assertThat(replaced).as("examples that replace an order").isPositive();
  }

  private static int order(String type) {
    return List.of("delete", "create", "update").indexOf(type);
  }

  @Test
  void theReasonOfADraftIsASystemActionOnlyWhereThatWasAgreedOn() throws Exception {
    int moved = 0;
    for (ObjectNode request : examples()) {
      String second = call(request, "*/*").body();
      JsonNode agreed = JSON.readTree(call(asking(request, "3.0", "reason"), "*/*").body());
      long updates = count(JSON.readTree(second).path("cards").toString());
      assertThat(count(agreed.path("cards").toString())).isZero();
      assertThat(agreed.path("systemActions").size()).isEqualTo((int) updates);
      assertThat(agreed.has("systemActions")).isEqualTo(updates > 0);
      for (JsonNode action : agreed.path("systemActions")) {
        assertThat(action.path("resource").path("reasonReference").isArray()).isTrue();
        moved++;
      }
      assertThat(JSON.readTree(call(asking(request, "3.0"), "*/*").body()).has("systemActions"))
          .isFalse();
    }
    assertThat(moved).as("examples with a draft that names no reason").isPositive();
  }

  private static long count(String cards) {
    return cards.split("\"type\":\"update\"", -1).length - 1L;
  }

  @Test
  void anEditionOrSystemActionThatIsNotSpokenIsRefusedByItsPlace() throws Exception {
    ObjectNode request = examples().getFirst();
    HttpResponse<String> unknown = call(asking(request, "4.0"), "*/*");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("OperationOutcome", "extension.org.karyon.cds-hooks");
    assertThat(call(request, "application/json; cdsHooksVersion=9").statusCode()).isEqualTo(400);
    HttpResponse<String> action = call(asking(request, "3.0", "sign"), "*/*");
    assertThat(action.statusCode()).isEqualTo(400);
    assertThat(action.body()).contains("The only system action is 'reason'");
    assertThat(
            new String(
                discovery("application/json; cdsHooksVersion=9").body(), StandardCharsets.UTF_8))
        .contains("OperationOutcome");
  }
}
