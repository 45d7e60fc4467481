package org.karyon.hooks;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.hooks.EhrFhirServer.json;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.karyon.ExampleFolders;
import org.karyon.OnTheDayOfTheExamples;
import org.karyon.chart.ChartKey;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A site that gives FHIR access is asked for little, reads the rest itself, and gets the same
 * advice, however its server pages, orders and delays what it has.
 */
@Tag("slow")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "karyon.security.http-allowed=true",
      "karyon.prefetch=lean",
      "karyon.fhir.deadline=10s",
      "karyon.security.fhir.not-served=MedicationStatement",
      "karyon.security.fhir.refuses=_count"
    })
@ActiveProfiles("demo")
@Import(OnTheDayOfTheExamples.Today.class)
class LeanPrefetchTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  @AutoClose private static final EhrFhirServer EHR = new EhrFhirServer();
  private static final int PAGE = 3;

  private final HttpClient client = HttpClient.newHttpClient();
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void allowed(DynamicPropertyRegistry registry) {
    registry.add("karyon.security.fhir-base-urls", EHR::base);
  }

  @Test
  void theLeanDiscoveryDocumentIsServedByteForByte() throws Exception {
    HttpResponse<byte[]> response =
        client.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/cds-services"))
                .build(),
            BodyHandlers.ofByteArray());

    assertThat(response.body()).isEqualTo(Files.readAllBytes(Path.of("cds-services-lean.json")));
  }

  /** Each example once as the EHR sends everything, once shuffled, in small pages and late. */
  @TestFactory
  Stream<DynamicTest> nothingThatArrivesLatePagedOrUnsortedChangesTheAdvice() {
    return ExampleFolders.names().stream()
        .filter(name -> !name.contains("broken"))
        // This server is said to have no MedicationStatements, so theirs are not read.
        .filter(LeanPrefetchTest::hasNoStatements)
        .map(name -> DynamicTest.dynamicTest(name, () -> givesTheSameCards(name)));
  }

  private static boolean hasNoStatements(String name) {
    return ExampleFolders.request(name)
        .path("prefetch")
        .path("medicationStatements")
        .path("entry")
        .isEmpty();
  }

  private void givesTheSameCards(String name) throws IOException, InterruptedException {
    ObjectNode request = ExampleFolders.request(name);
    String whole = call(request).body();
    ObjectNode lean = request.deepCopy();
    JsonNode prefetch = lean.path("prefetch").deepCopy();
    moveInShuffledAndPaged(lean, name.hashCode());
    ObjectNode sent = lean.putObject("prefetch");
    for (String key : List.of("patient", "conditions")) {
      sent.set(key, prefetch.path(key));
    }

    HttpResponse<String> answer = call(lean);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(withoutIdentities(answer.body())).isEqualTo(withoutIdentities(whole));
  }

  private static void moveInShuffledAndPaged(ObjectNode request, int seed) {
    JsonNode prefetch = request.path("prefetch");
    EHR.moveIn(request);
    Random random = new Random(seed);
    String patient = request.path("context").path("patientId").asString();
    for (ChartKey key : Discovery.builtIn().service("all-patient-view").keys()) {
      if (!key.isRead()) {
        List<JsonNode> entries = new ArrayList<>();
        prefetch.path(key.name()).path("entry").forEach(entries::add);
        Collections.shuffle(entries, random);
        servePages(key.query(patient).replace("&_count=100", ""), entries);
      }
    }
  }

  private static void servePages(String query, List<JsonNode> entries) {
    for (int from = 0; from == 0 || from < entries.size(); from += PAGE) {
      ObjectNode page = JSON.createObjectNode();
      page.put("resourceType", "Bundle").put("type", "searchset");
      ArrayNode shown = page.putArray("entry");
      entries.subList(from, Math.min(entries.size(), from + PAGE)).forEach(shown::add);
      if (from + PAGE < entries.size()) {
        page.putArray("link")
            .addObject()
            .put("relation", "next")
            .put("url", EHR.base() + "/" + query + "&page=" + (from + PAGE));
      }
      String address = "/fhir/" + query + (from == 0 ? "" : "&page=" + from);
      EHR.wire()
          .stubFor(get(urlEqualTo(address)).willReturn(json(page.toString()).withFixedDelay(from)));
    }
  }

  @Test
  void whatAServerDoesNotServeIsNotAskedForAndItsAbsenceIsNoGap() throws Exception {
    ObjectNode request = EHR.moveIn(ExampleFolders.request("01-ph-positive-induction"));
    EHR.wire().resetAll();
    EHR.moveIn(ExampleFolders.request("01-ph-positive-induction"));
    for (String type :
        List.of("Observation", "DiagnosticReport", "MedicationRequest", "Procedure")) {
      EHR.serveAll(type, json("{\"resourceType\":\"Bundle\"}"));
    }

    String answer = call(request).body();

    assertThat(EHR.asked("/fhir/MedicationStatement")).isZero();
    assertThat(answer).doesNotContain("medicationStatements");
    assertThat(EHR.asked()).allMatch(read -> !read.getUrl().contains("_count"));
  }

  private HttpResponse<String> call(ObjectNode request) throws IOException, InterruptedException {
    return HookCall.send(port, request);
  }

  private static String withoutIdentities(String answer) {
    return answer.replaceAll("\"uuid\":\"[^\"]*\"", "");
  }
}
