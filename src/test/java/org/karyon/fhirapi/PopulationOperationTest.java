package org.karyon.fhirapi;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.karyon.ExampleFolders;
import org.karyon.bulk.ExportingServer;
import org.karyon.facts.Facts;
import org.karyon.population.PopulationRunner;
import org.karyon.security.SigningClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code $assess-population} over HTTP, as a registry asks for it. */
@Tag("slow")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "karyon.public-url=http://localhost:8080",
      "spring.datasource.url=jdbc:h2:mem:populations",
      "karyon.security.http-allowed=true",
      "karyon.population.most-jobs=2"
    })
class PopulationOperationTest {

  private static final SigningClient REGISTRY = SigningClient.es384("https://registry.example.org");
  private static final SigningClient OTHER = SigningClient.es384("https://other.example.org");
  private static final SigningClient NARROW = SigningClient.es384("https://narrow.example.org");
  @AutoClose private static final ExportingServer EHR = new ExportingServer();
  private static final String API = "http://localhost:8080/fhir";
  private static final String EMPTY = "{\"resourceType\":\"Parameters\"}";

  private final HttpClient http = HttpClient.newHttpClient();
  @LocalServerPort private int port;
  @Autowired private PopulationRunner runner;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) throws Exception {
    Path folder = Files.createTempDirectory("population-operation");
    client(registry, folder, "registry", REGISTRY, "system/*.rs");
    client(registry, folder, "other", OTHER, "system/*.rs");
    client(registry, folder, "narrow", NARROW, "system/RiskAssessment.rs");
    Path key = folder.resolve("key.json");
    Files.writeString(key, new ECKeyGenerator(Curve.P_384).keyID("ours").generate().toJSONString());
    registry.add("karyon.fhir.private-addresses-allowed", () -> "true");
    registry.add("karyon.population.folder", () -> folder.resolve("jobs").toString());
    String server = "karyon.population.servers.ehr.";
    registry.add(server + "fhir-base-url", () -> EHR.at("/fhir"));
    registry.add(server + "client-id", () -> "karyon");
    registry.add(server + "key-file", key::toString);
  }

  private static void client(
      DynamicPropertyRegistry registry,
      Path folder,
      String name,
      SigningClient client,
      String scope)
      throws IOException {
    Path keys = folder.resolve(name + ".json");
    Files.writeString(keys, client.publicKeys());
    String setting = "karyon.security.clients." + name + ".";
    registry.add(setting + "issuer", () -> "https://" + name + ".example.org");
    registry.add(setting + "jwks-file", keys::toString);
    registry.add(setting + "scopes", () -> scope);
  }

  @BeforeEach
  void export() {
    EHR.done();
  }

  private HttpRequest.Builder to(String path, SigningClient client) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/fhir/" + path))
        .header("Authorization", "Bearer " + client.token(API));
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    try {
      return http.send(request.build(), body);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    } catch (InterruptedException exception) {
      throw new AssertionError(exception);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  private HttpRequest.Builder order(SigningClient client, String body) {
    return to("$assess-population", client)
        .header("Prefer", "respond-async")
        .header("Content-Type", "application/fhir+json")
        .POST(BodyPublishers.ofString(body));
  }

  /** The path of the job below the base. */
  private String begin() {
    HttpResponse<String> accepted = send(order(REGISTRY, EMPTY));
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    String address = accepted.headers().firstValue("Content-Location").orElseThrow();
    assertThat(address).startsWith(API + "/population/");
    return address.substring(API.length() + 1);
  }

  private HttpResponse<String> status(String job) {
    return send(to(job, REGISTRY));
  }

  private HttpResponse<String> ended(String job) throws InterruptedException {
    for (int times = 0; times < 600; times++) {
      runner.tick();
      HttpResponse<String> status = status(job);
      if (status.statusCode() != 202) {
        return status;
      }
      assertThat(status.headers().firstValue("Retry-After")).isPresent();
      assertThat(status.headers().firstValue("X-Progress")).isPresent();
      Thread.sleep(100);
    }
    throw new AssertionError("not done within a minute");
  }

  private static IParser strict() {
    return FhirContext.forR4Cached()
        .newJsonParser()
        .setParserErrorHandler(new StrictErrorHandler());
  }

  private <R extends Resource> Map<String, R> resources(
      JsonNode manifest, Class<R> type, Function<R, String> subject) throws IOException {
    for (JsonNode file : manifest.path("output")) {
      if (file.path("type").asString("").equals(type.getSimpleName())) {
        String path = file.path("url").asString("").substring(API.length() + 1);
        HttpResponse<byte[]> packed =
            send(to(path, REGISTRY).header("Accept-Encoding", "gzip"), BodyHandlers.ofByteArray());
        assertThat(packed.headers().firstValue("Content-Type")).hasValue("application/fhir+ndjson");
        String lines =
            new String(
                new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(send(to(path, REGISTRY)).body()).isEqualTo(lines);
        Map<String, R> found = new HashMap<>();
        lines
            .lines()
            .forEach(
                line -> {
                  R resource = strict().parseResource(type, line);
                  found.put(subject.apply(resource), resource);
                });
        assertThat(found).hasSize(file.path("count").asInt());
        return found;
      }
    }
    throw new AssertionError("no file of " + type);
  }

  @Test
  void aPopulationIsAskedForWaitedForAndFetched() throws Exception {
    String job = begin();
    assertThat(status(job).statusCode()).isEqualTo(202);
    HttpResponse<String> done = ended(job);
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    assertThat(done.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(done.headers().firstValue("Expires")).isPresent();

    JsonNode manifest = JsonMapper.shared().readTree(done.body());
    assertThat(manifest.path("request").asString()).isEqualTo(API + "/$assess-population");
    assertThat(manifest.path("requiresAccessToken").asBoolean()).isTrue();
    assertThat(manifest.path("transactionTime").asString()).isEqualTo("2026-11-23T08:00:00Z");
    Map<String, GuidanceResponse> guidance =
        resources(manifest, GuidanceResponse.class, r -> r.getSubject().getReference());
    Map<String, RiskAssessment> risks =
        resources(manifest, RiskAssessment.class, r -> r.getSubject().getReference());
    agreeWithAssess(guidance, risks);

    JsonNode errors = manifest.path("error").path(0);
    assertThat(errors.path("count").asInt()).isEqualTo(2);
    String broken = send(to(below(errors), REGISTRY)).body();
    assertThat(broken).contains("Line 1 of the export's file 00001.Patient.ndjson");
    for (JsonNode beside : manifest.path("extension").path("beside")) {
      HttpResponse<String> file = send(to(below(beside), REGISTRY));
      assertThat(file.statusCode()).isEqualTo(200);
      assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
          .contains("attachment");
    }
    EHR.server()
        .verify(
            getRequestedFor(urlPathEqualTo("/files/1"))
                .withHeader("Authorization", equalTo("Bearer good")));

    String file = below(manifest.path("output").path(0));
    assertThat(send(to(file, OTHER)).statusCode()).isEqualTo(404);
    assertThat(send(to(file, NARROW)).statusCode()).isEqualTo(403);
    assertThat(send(to(job + "/results.json", REGISTRY)).statusCode()).isEqualTo(404);
    assertThat(send(to(job + "/..%2f..%2fkey.json", REGISTRY)).statusCode()).isIn(400, 404);
    assertThat(send(to(job, REGISTRY).DELETE()).statusCode()).isEqualTo(202);
    assertThat(send(to(file, REGISTRY)).statusCode()).isEqualTo(404);
    assertThat(status(job).statusCode()).isEqualTo(404);
  }

  private static String below(JsonNode file) {
    return file.path("url").asString("").substring(API.length() + 1);
  }

  /** What is said of a patient is the same whether one is asked about or all are. */
  private void agreeWithAssess(
      Map<String, GuidanceResponse> guidance, Map<String, RiskAssessment> risks)
      throws IOException {
    int compared = 0;
    for (Path example : ExampleFolders.all().subList(0, 12)) {
      HttpResponse<String> answer =
          send(
              to("$assess", REGISTRY)
                  .header("Content-Type", "application/fhir+json")
                  .POST(BodyPublishers.ofFile(example.resolve("patient.json"))));
      Bundle bundle = strict().parseResource(Bundle.class, answer.body());
      for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
        switch (entry.getResource()) {
          case GuidanceResponse alone -> {
            GuidanceResponse among = guidance.get(alone.getSubject().getReference());
            assertThat(facts(among)).as(example.toString()).containsAll(facts(alone));
            assertThat("urn:uuid:" + among.getIdPart()).isEqualTo(alone.getIdPart());
            assertThat(among.getModule().primitiveValue())
                .isEqualTo(alone.getModule().primitiveValue());
          }
          case RiskAssessment alone -> {
            RiskAssessment among = risks.get(alone.getSubject().getReference());
            assertThat(among.getStatus()).isEqualTo(alone.getStatus());
            assertThat(among.getPrediction().getFirst().getQualitativeRisk().getText())
                .isEqualTo(alone.getPrediction().getFirst().getQualitativeRisk().getText());
            assertThat(among.getBasis().stream().map(b -> b.getReference()).toList())
                .isEqualTo(alone.getBasis().stream().map(b -> b.getReference()).toList());
            assertThat("urn:uuid:" + among.getIdPart()).isEqualTo(alone.getIdPart());
            compared++;
          }
          default -> {}
        }
      }
    }
    assertThat(compared).isGreaterThan(8);
  }

  /** The facts of the guideline; states of tests and screens are $assess' own. */
  private static List<String> facts(GuidanceResponse guidance) {
    List<String> facts = new ArrayList<>();
    guidance.getContained().stream()
        .filter(Parameters.class::isInstance)
        .map(Parameters.class::cast)
        .flatMap(parameters -> parameters.getParameter().stream())
        .filter(
            parameter ->
                Facts.all().stream().anyMatch(fact -> fact.id().equals(parameter.getName())))
        .forEach(parameter -> facts.add(parameter.getName() + '=' + value(parameter.getValue())));
    return facts;
  }

  private static String value(Type value) {
    return value instanceof DecimalType number
        ? number.getValue().stripTrailingZeros().toPlainString()
        : value.primitiveValue();
  }

  @Test
  void aJobUnderWayIsCancelled() throws Exception {
    EHR.atWork();
    String job = begin();
    runner.tick();
    assertThat(send(to(job, OTHER).DELETE()).statusCode()).isEqualTo(404);
    assertThat(send(to(job, REGISTRY).DELETE()).statusCode()).isEqualTo(202);
    runner.tick();

    assertThat(status(job).statusCode()).isEqualTo(404);
    assertThat(send(to(job, REGISTRY).DELETE()).statusCode()).isEqualTo(404);
  }

  @Test
  void moreJobsThanAllowedAreSentAwayForAWhile() {
    EHR.atWork();
    List<String> jobs = List.of(begin(), begin());
    HttpResponse<String> refused = send(order(REGISTRY, EMPTY));
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    jobs.forEach(job -> send(to(job, REGISTRY).DELETE()));
    runner.tick();
  }

  @Test
  void withoutATokenOrWithAnothersNothingIsTold() {
    for (String path : List.of("$assess-population", "population/x")) {
      URI address = URI.create("http://localhost:" + port + "/fhir/" + path);
      assertThat(send(HttpRequest.newBuilder(address)).statusCode()).isEqualTo(401);
      assertThat(
              send(HttpRequest.newBuilder(address).header("Authorization", "Bearer a.b.c"))
                  .statusCode())
          .isEqualTo(401);
      assertThat(send(to(path, NARROW)).statusCode()).isEqualTo(403);
    }
    assertThat(send(order(NARROW, EMPTY)).statusCode()).isEqualTo(403);
  }

  @Test
  void theCapabilityStatementHasTheOperationWhereItIsOffered() {
    String statement = send(to("metadata", REGISTRY)).body();
    assertThat(statement).contains("OperationDefinition/assess-population");
  }

  @TestFactory
  Stream<DynamicTest> everyLineOfTheTableIsTrue() {
    return TableRow.ofPopulations(EHR.at("/fhir")).stream()
        .map(row -> DynamicTest.dynamicTest(row.line(), () -> isTrue(row)));
  }

  private void isTrue(TableRow row) {
    HttpRequest.Builder request =
        to(row.address(), REGISTRY)
            .method(
                row.method(),
                row.body().map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()));
    if (row.body().isPresent()) {
      request.header("Content-Type", row.contentType());
    }
    row.header().ifPresent(name -> request.header(name, row.headerValue()));
    HttpResponse<String> answer = send(request);
    row.isAnsweredBy(answer.statusCode(), answer.body());
    answer
        .headers()
        .firstValue("Content-Location")
        .ifPresent(
            job -> {
              send(to(job.substring(API.length() + 1), REGISTRY).DELETE());
              runner.tick();
            });
  }
}
