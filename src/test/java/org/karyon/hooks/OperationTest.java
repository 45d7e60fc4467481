package org.karyon.hooks;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.karyon.ExampleFolders;
import org.karyon.Loopback;
import org.karyon.guideline.Guideline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the people who run the service rely on: limits, metrics, audit, and logs without patients.
 */
@Tag("slow")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "karyon.security.http-allowed=true",
      "karyon.hooks.concurrent-requests=4",
      "karyon.hooks.maximum-entries=3000",
      "karyon.operator.password=secret",
      "spring.datasource.url=jdbc:h2:mem:operation"
    })
@ActiveProfiles("demo")
class OperationTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  @AutoClose private static final EhrFhirServer EHR = new EhrFhirServer();
  private static final Set<String> CODED =
      Set.of("system", "code", "display", "unit", "resourceType", "type", "status", "use", "text");

  private final HttpClient client = HttpClient.newHttpClient();
  @LocalServerPort private int port;
  @Autowired private Guideline guideline;
  @Autowired private Environment environment;
  private StructuredLog log;

  @DynamicPropertySource
  static void allowed(DynamicPropertyRegistry registry) {
    registry.add("karyon.security.fhir-base-urls", EHR::base);
  }

  @BeforeEach
  void listen() {
    log = new StructuredLog(environment);
  }

  @AfterEach
  void stopListening() {
    log.close();
  }

  private static List<ObjectNode> examples() {
    return ExampleFolders.all().stream().map(ExampleFolders::request).toList();
  }

  private static List<String> records() {
    return ExampleFolders.all().stream()
        .map(example -> ExampleFolders.record(example).toString())
        .toList();
  }

  private void fhir(String path, String body) {
    Loopback.post(port, "/fhir/" + path, "application/fhir+json", body);
  }

  private HttpRequest request(ObjectNode body) {
    return HttpRequest.newBuilder(
            URI.create(
                "http://localhost:%d/cds-services/all-%s"
                    .formatted(port, body.path("hook").asString())))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
        .build();
  }

  private HttpResponse<String> call(ObjectNode body) {
    return HookCall.send(port, body);
  }

  private String operator(String path, String accept) throws IOException, InterruptedException {
    String basic =
        Base64.getEncoder().encodeToString("operator:secret".getBytes(StandardCharsets.UTF_8));
    return client
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + basic)
                .header("Accept", accept)
                .build(),
            BodyHandlers.ofString())
        .body();
  }

  /** Names, identifiers, dates and free text: every text of a resource that is no code. */
  private static void collect(JsonNode node, String name, Set<String> texts) {
    if (node.isString()) {
      if (!CODED.contains(name) && node.asString().length() > 3) {
        texts.add(node.asString());
      }
    } else if (node.isObject()) {
      node.properties().forEach(entry -> collect(entry.getValue(), entry.getKey(), texts));
    } else {
      node.forEach(element -> collect(element, name, texts));
    }
  }

  @Test
  @DisplayName("SEC-14 no name, identifier, date or token of a patient is logged")
  void noNameNoIdentifierNoDateAndNoTokenOfAnyPatientIsLogged() throws Exception {
    Set<String> texts = new HashSet<>(Set.of(EhrFhirServer.TOKEN));
    Set<String> hookInstances = new HashSet<>();
    for (ObjectNode request : examples()) {
      collect(request.path("prefetch"), "prefetch", texts);
      texts.add(request.path("context").path("patientId").asString());
      String hookInstance = UUID.randomUUID().toString();
      hookInstances.add(hookInstance);
      request.put("hookInstance", hookInstance);
      call(request.deepCopy());
      call(EHR.moveIn(request.deepCopy()));
      ObjectNode failing = EHR.moveIn(request.deepCopy());
      EHR.serveAll("Observation", aResponse().withStatus(500).withBody("Jane Doe"));
      EHR.serveAll("Condition", aResponse().withStatus(403));
      call(failing);
      ObjectNode broken = request.deepCopy();
      broken.withObject("/prefetch").put("patient", "Jane Doe");
      call(broken);
    }
    for (String record : records()) {
      fhir("$assess", record);
      fhir("$assess", record.replace("\"Patient\"", "\"Jane Doe\""));
      fhir("$assess-batch", record);
      fhir("Patient/Jane%20Doe", record);
    }

    List<JsonNode> lines = log.lines();
    assertThat(lines).hasSizeGreaterThan(examples().size() * 2);
    assertThat(hookInstances)
        .allSatisfy(
            number ->
                assertThat(lines).anySatisfy(line -> assertThat(line.toString()).contains(number)));
    String logged =
        String.join("\n", lines.stream().map(line -> without(line, "@timestamp")).toList());
    // Some resources of the examples are named like the test that they are the result of.
    texts.removeAll(guideline.workUp().keySet());
    assertThat(texts).hasSizeGreaterThan(300);
    for (String text : texts) {
      assertThat(
              Pattern.compile("(?<![\\w-])" + Pattern.quote(text) + "(?![\\w-])")
                  .matcher(logged)
                  .find())
          .as("'%s' in the log", text)
          .isFalse();
    }
    assertThat(logged).doesNotContain("Jane Doe");
  }

  private static String without(JsonNode line, String name) {
    return ((ObjectNode) line.deepCopy()).without(name).toString();
  }

  @Test
  void everyDecisionLeavesALineThatAnAuditorCanRead() throws Exception {
    ObjectNode request = examples().getFirst();
    String hookInstance = UUID.randomUUID().toString();
    request.put("hookInstance", hookInstance);
    call(request);
    call(request);

    List<JsonNode> audit =
        log.lines().stream()
            .filter(line -> line.path("hookInstance").asString("").equals(hookInstance))
            .filter(line -> line.toString().contains("org.karyon.audit"))
            .toList();
    assertThat(audit).hasSize(2);
    JsonNode line = audit.getFirst().path("karyon");
    assertThat(line.path("service").asString()).isEqualTo("all-patient-view");
    assertThat(line.path("guideline").asString()).matches("all-2025-11-19\\+[0-9a-f]{12}");
    assertThat(line.path("rules").toString()).contains("ph-pos-induction");
    assertThat(line.path("cards").toString()).contains("treatment");
    assertThat(line.path("client").asString()).isEqualTo("anybody");
    assertThat(line.path("facts").asString())
        .matches("[0-9a-f]{64}")
        .isEqualTo(audit.getLast().path("karyon").path("facts").asString());
  }

  @Test
  void metricsTellOfServicesKindsRulesOutcomesAndReads() throws Exception {
    call(examples().getFirst());
    call(EHR.moveIn(examples().getFirst()));
    ObjectNode nothing = examples().getFirst();
    nothing.remove("prefetch");
    call(nothing);

    String metrics = operator("/actuator/prometheus", "text/plain");

    assertThat(metrics)
        .containsPattern("karyon_cards_total\\{.*kind=\"treatment\",rule=\"ph-pos-induction\".*}")
        .containsPattern("karyon_call_seconds_count\\{.*outcome=\"cards\".*}")
        .containsPattern("karyon_call_seconds_count\\{.*outcome=\"refused\".*}")
        .containsPattern("karyon_fetch_seconds_count\\{.*key=\"conditions\".*outcome=\"whole\".*}");
  }

  @Test
  void aReportNamesTheRuleThatACardCameFrom() throws Exception {
    JsonNode cards = JSON.readTree(call(examples().getFirst()).body()).path("cards");
    JsonNode treatment = cards.path(cards.size() - 1);
    ObjectNode feedback = JSON.createObjectNode();
    feedback
        .putArray("feedback")
        .addObject()
        .put("card", treatment.path("uuid").asString())
        .put("outcome", "overridden")
        .put("outcomeTimestamp", "2026-11-23T12:00:00Z")
        .putObject("overrideReason")
        .put("userComment", "Jane Doe")
        .putObject("reason")
        .put("code", "=cmd()")
        .put("system", "http://reasons.example");
    Loopback.post(
        port, "/cds-services/all-patient-view/feedback", "application/json", feedback.toString());

    JsonNode report = JSON.readTree(operator("/feedback/report", "application/json"));
    JsonNode line =
        report
            .path("lines")
            .valueStream()
            .filter(any -> any.path("rule").asString().equals("ph-pos-induction"))
            .findFirst()
            .orElseThrow();
    assertThat(line.path("shown").asLong()).isPositive();
    assertThat(line.path("overridden").asLong()).isEqualTo(1);
    assertThat(line.path("reasons").path(0).path("code").asString()).isEqualTo("=cmd()");
    assertThat(report.toString()).doesNotContain("Jane Doe");
    assertThat(operator("/feedback/report", "text/csv"))
        .startsWith("\"guideline_version\",\"kind\",\"rule\",\"shown\"")
        .contains("\"treatment\",\"ph-pos-induction\"")
        .doesNotContain("Jane Doe");
  }

  @Test
  void moreRequestsThanPlacesAreToldToComeBack() throws Exception {
    ObjectNode slow = EHR.moveIn(examples().getFirst());
    EHR.serveAll("Condition", EhrFhirServer.json("{}").withFixedDelay(1500));
    List<CompletableFuture<HttpResponse<String>>> rush =
        Stream.generate(() -> client.sendAsync(request(slow), BodyHandlers.ofString()))
            .limit(12)
            .toList();
    List<HttpResponse<String>> answers = rush.stream().map(CompletableFuture::join).toList();

    assertThat(answers.stream().filter(answer -> answer.statusCode() == 412)).hasSize(4);
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 503))
        .hasSize(8)
        .allSatisfy(
            answer -> {
              assertThat(answer.headers().firstValue("Retry-After")).contains("1");
              assertThat(answer.body()).contains("OperationOutcome", "throttled");
            });
    assertThat(call(examples().getFirst()).statusCode()).as("afterwards").isEqualTo(200);
  }

  @Test
  @DisplayName("SEC-15 bodies, resources, depth and texts are limited")
  void moreResourcesThanAreReadAreRefused() throws Exception {
    ObjectNode request = examples().getFirst();
    String entry = "{\"resource\":{\"resourceType\":\"Procedure\",\"id\":\"x\"}}";
    request
        .withObject("/prefetch")
        .set(
            "procedures",
            JSON.readTree(
                "{\"resourceType\":\"Bundle\",\"entry\":["
                    + String.join(",", Collections.nCopies(3001, entry))
                    + "]}"));

    HttpResponse<String> answer = call(request);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("at most 3000 are read");
  }

  @Test
  void livenessAndReadinessAreToldWithoutDetail() throws Exception {
    for (String probe : List.of("liveness", "readiness")) {
      HttpResponse<String> answer = Loopback.send(Loopback.to(port, "/actuator/health/" + probe));
      assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }
  }
}
