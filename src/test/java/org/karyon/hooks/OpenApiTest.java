package org.karyon.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.ExampleFolders;
import org.karyon.Loopback;
import org.karyon.OnTheDayOfTheExamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description at /openapi names every end point, and what they answer is of its shape. */
@OnTheDayOfTheExamples
class OpenApiTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String DOCUMENT = document();

  /** Answers of the container and of the demonstration alone. */
  private static final Set<String> NOT_DESCRIBED = Set.of("/error", "/examples");

  @LocalServerPort private int port;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  private static String document() {
    try {
      return Files.readString(Path.of("src/main/resources/openapi.json"));
    } catch (IOException exception) {
      throw new IllegalStateException(exception);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String path) {
    return Loopback.send(request.uri(URI.create("http://localhost:" + port + path)));
  }

  private HttpResponse<String> post(String path, String type, String body) {
    return Loopback.post(port, path, type, body);
  }

  private static void isOfShape(String schema, String body) {
    JsonSchema shape =
        JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                factory ->
                    factory.schemaLoaders(
                        loaders -> loaders.schemas(Map.of("https://karyon/openapi", DOCUMENT))))
            .getSchema(SchemaLocation.of("https://karyon/openapi#/components/schemas/" + schema));
    assertThat(shape.validate(body, InputFormat.JSON)).as(schema).isEmpty();
  }

  @Test
  void theDescriptionIsServedToEverybody() throws Exception {
    HttpResponse<String> response = send(HttpRequest.newBuilder(), "/openapi");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(response.body())).isEqualTo(JSON.readTree(DOCUMENT));
  }

  @Test
  void everyEndPointIsDescribedAndNothingElse() {
    Set<String> offered = new TreeSet<>();
    mappings.getHandlerMethods().entrySet().stream()
        .filter(
            entry ->
                // Pages are for people and describe themselves, but for the one that is text too.
                !entry.getValue().getBeanType().getPackageName().startsWith("org.karyon.explorer")
                    || entry.getKey().getPatternValues().contains("/guideline"))
        .map(Map.Entry::getKey)
        .forEach(
            mapping ->
                mapping
                    .getPatternValues()
                    .forEach(
                        path ->
                            mapping
                                .getMethodsCondition()
                                .getMethods()
                                .forEach(method -> offered.add(method + " " + path))));
    offered.removeIf(
        offer -> NOT_DESCRIBED.stream().anyMatch(prefix -> offer.contains(" " + prefix)));
    Set<String> described = new TreeSet<>();
    JSON.readTree(DOCUMENT)
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(
                        method ->
                            described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    assertThat(described.removeIf(path -> path.contains("/actuator/"))).isTrue();
    assertThat(offered).isEqualTo(described);
  }

  @TestFactory
  Stream<DynamicTest> requestsAndAnswersOfTheExamplesAreOfTheDescribedShape() {
    return ExampleFolders.each(
        example -> {
          JsonNode request = ExampleFolders.request(example);
          String hook = request.path("hook").asString();
          isOfShape("Call", request.toString());
          isOfShape(
              "Answer",
              post("/cds-services/all-" + hook, "application/json", request.toString()).body());
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "46,XY,t(9;22)(q34;q11.2)[18]/46,XY[2]",
        "",
        "nonsense",
        "54,XX,+X,+4,+6,+10,+14,+17,+21,+21[20]",
        "nuc ish(ABL1,BCR)x3(ABL1 con BCRx2)[180/200]"
      })
  void karyotypesAreOfTheDescribedShape(String text) throws Exception {
    isOfShape("Karyotype", post("/karyotype", "text/plain", text).body());
  }

  @Test
  void discoveryFeedbackReportHealthAndErrorsAreOfTheDescribedShape() throws Exception {
    String feedback =
        "{\"feedback\":[{\"card\":\""
            + UUID.randomUUID()
            + "\",\"outcome\":\"overridden\",\"outcomeTimestamp\":\"2026-11-23T12:00:00Z\"}]}";
    String basic =
        Base64.getEncoder().encodeToString("operator:demo".getBytes(StandardCharsets.UTF_8));
    isOfShape("Services", send(HttpRequest.newBuilder(), "/cds-services").body());
    isOfShape("Feedback", feedback);
    assertThat(post("/cds-services/all-order-sign/feedback", "application/json", feedback).body())
        .isEqualTo("{}");
    isOfShape(
        "Report",
        send(
                HttpRequest.newBuilder()
                    .header("Authorization", "Basic " + basic)
                    .header("Accept", "application/json"),
                "/feedback/report")
            .body());
    isOfShape("Health", send(HttpRequest.newBuilder(), "/actuator/health").body());
    for (HttpResponse<String> error :
        List.of(
            post("/cds-services/none", "application/json", "{}"),
            post("/cds-services/all-order-sign", "application/json", "{"),
            post("/cds-services/all-order-sign", "application/xml", "<x/>"),
            post("/karyotype", "text/plain", "x".repeat(70_000)),
            send(HttpRequest.newBuilder(), "/feedback/report"))) {
      assertThat(error.statusCode()).isIn(400, 401, 404, 413, 415);
      isOfShape("OperationOutcome", error.body());
    }
  }

  @Test
  void everyReferenceInTheDescriptionLeadsSomewhere() {
    JsonNode document = JSON.readTree(DOCUMENT);
    document
        .findValuesAsString("$ref")
        .forEach(reference -> assertThat(document.at(reference.substring(1)).isObject()).isTrue());
  }
}
