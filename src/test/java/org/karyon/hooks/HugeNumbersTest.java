package org.karyon.hooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.Loopback;
import org.karyon.chart.ReadLimits;
import org.karyon.chart.RecordJson;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.node.ObjectNode;

/**
 * A number of a few bytes can be one of millions of digits. Wherever it comes in, it costs the
 * resource that it stands in, which is named, and no time.
 */
@Tag("slow")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "karyon.security.http-allowed=true")
@ActiveProfiles("demo")
class HugeNumbersTest {

  @AutoClose private static final EhrFhirServer EHR = new EhrFhirServer();
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final String MARK = "424242";

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void allowed(DynamicPropertyRegistry registry) {
    registry.add("karyon.security.fhir-base-urls", EHR::base);
  }

  static List<String> numbers() {
    return List.of(
        "1e1000000",
        "-1e3000000",
        "1e999999999",
        "1e-999999999",
        "1e99999999999",
        "1E+99999999999999999999999",
        "9".repeat(1_000_000),
        "0." + "3".repeat(1_000_000));
  }

  private HttpResponse<String> post(String path, String type, String body) {
    long begun = System.nanoTime();
    HttpResponse<String> response = Loopback.post(port, path, type, body);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(path).isLessThan(SOON);
    return response;
  }

  private static String example() throws IOException {
    ObjectNode request =
        EhrFhirServer.read(
            Files.readAllBytes(
                Path.of(
                    "fhir-examples/08-ph-negative-adult-cd20-positive-work-up-complete/request.json")));
    ObjectNode observation =
        (ObjectNode)
            request.path("prefetch").path("laboratory").path("entry").get(0).path("resource");
    observation.put("id", "huge").remove("valueQuantity");
    observation.putObject("valueQuantity").put("value", Integer.parseInt(MARK));
    return request.toString();
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void inAPrefetchItCostsItsResourceWhichIsNamed(String number) throws Exception {
    HttpResponse<String> answer =
        post("/cds-services/all-patient-view", "application/json", example().replace(MARK, number));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("Observation/huge", "more digits or a larger exponent");
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void inAnAnswerOfTheEhrItCostsItsResource(String number) throws Exception {
    ObjectNode request = EHR.moveIn(EhrFhirServer.read(example().getBytes(UTF_8)));
    String laboratory =
        EhrFhirServer.read(example().getBytes(UTF_8))
            .path("prefetch")
            .path("laboratory")
            .toString()
            .replace(MARK, number);
    EHR.serve(
        Discovery.builtIn().service("all-patient-view").keys().stream()
            .filter(key -> key.name().equals("laboratory"))
            .findFirst()
            .orElseThrow()
            .query(request.path("context").path("patientId").asString()),
        EhrFhirServer.json(laboratory));

    HttpResponse<String> answer =
        post("/cds-services/all-patient-view", "application/json", request.toString());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("Observation/huge", "more digits or a larger exponent");
  }

  static Stream<String> addresses() {
    return Stream.of(
        "/cds-services/all-patient-view",
        "/cds-services/all-order-sign",
        "/cds-services/all-patient-view/feedback",
        "/fhir/$assess",
        "/fhir/PlanDefinition/treatment/$apply",
        "/fhir/CodeSystem/$lookup",
        "/fhir/CodeSystem/$validate-code",
        "/fhir/ValueSet/$expand",
        "/fhir/ConceptMap/$translate");
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void aloneItIsAMistakeOfTheClientEverywhere(String address) throws Exception {
    for (String number : numbers()) {
      for (String body :
          List.of(
              "{\"a\":%s}",
              "{\"feedback\":[{\"outcome\":%s}]}",
              "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"code\",\"valueDecimal\":%s}]}")) {
        HttpResponse<String> answer = post(address, "application/json", body.formatted(number));

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
      }
    }
  }

  @Test
  void inALineOfABatchItCostsNoOtherLine() throws Exception {
    String lines =
        String.join("\n", numbers().stream().map("{\"a\":%s}"::formatted).toList()) + "\n";

    HttpResponse<String> answer = post("/fhir/$assess-batch", "application/fhir+ndjson", lines);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().lines()).hasSize(numbers().size());
    assertThat(answer.body()).doesNotContain("The service failed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$assess", "CodeSystem/$lookup"})
  void inXmlItIsAMistakeOfTheClient(String operation) throws Exception {
    for (String number : numbers()) {
      HttpResponse<String> answer =
          post(
              "/fhir/" + operation,
              "application/fhir+xml",
              """
              <Parameters xmlns="http://hl7.org/fhir"><parameter><name value="code"/>
              <valueDecimal value="%s"/></parameter></Parameters>
              """
                  .formatted(number));

      assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
    }
  }

  @Test
  void theNumbersOfMedicineAreReadAsTheyAreWritten() {
    for (String number : List.of("0.10", "1e3", "46.3", "-0.0", "6.02214076e23", "1E-30")) {
      assertThat(
              new RecordJson(ReadLimits.CLINICAL)
                  .read(("[" + number + "]").getBytes(UTF_8))
                  .get(0)
                  .decimalValue())
          .isEqualTo(new BigDecimal(number));
    }
  }
}
