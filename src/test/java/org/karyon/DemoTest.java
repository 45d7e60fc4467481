package org.karyon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.karyon.security.ExternalAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo a year later: what the README shows is still what it answers. */
@Tag("slow")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class DemoTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Path EXAMPLES = Path.of("fhir-examples");

  @LocalServerPort private int port;
  @Autowired private ExternalAddress address;

  @TestConfiguration
  static class AYearLater {
    @Bean
    @Primary
    Clock later() {
      return Clock.fixed(Instant.parse("2027-12-01T12:00:00Z"), ZoneOffset.UTC);
    }
  }

  private JsonNode get(String path) {
    return JSON.readTree(Loopback.send(Loopback.to(port, path)).body());
  }

  @Test
  void theExamplesDoNotAge() throws Exception {
    for (JsonNode example : get("/examples")) {
      String name = example.path("name").asString();
      String request = get(example.path("request").asString()).toString();
      String answer =
          Loopback.post(
                  port,
                  "/cds-services/" + example.path("service").asString(),
                  "application/json",
                  request)
              .body();
      JsonNode recorded =
          JSON.readTree(Files.readString(EXAMPLES.resolve(name).resolve("response.json")));

      assertThat(summaries(JSON.readTree(answer))).as(name).isEqualTo(summaries(recorded));
    }
  }

  private static String summaries(JsonNode answer) {
    StringBuilder summaries = new StringBuilder();
    answer
        .path("cards")
        .forEach(card -> summaries.append(card.path("summary").asString()).append('\n'));
    return summaries.toString();
  }

  @Test
  void everyRecordIsATransactionThatOneServerTakesWithAllOthers() throws Exception {
    Set<String> names = new HashSet<>();
    for (JsonNode example : get("/examples")) {
      JsonNode transaction = get(example.path("patient").asString());
      assertThat(transaction.path("type").asString()).isEqualTo("transaction");
      for (JsonNode entry : transaction.path("entry")) {
        String name = entry.path("request").path("url").asString();
        assertThat(entry.path("request").path("method").asString()).isEqualTo("PUT");
        assertThat(name)
            .isEqualTo(
                entry.path("resource").path("resourceType").asString()
                    + '/'
                    + entry.path("resource").path("id").asString());
        assertThat(name).matches("[A-Za-z]+/[A-Za-z0-9.-]{1,64}");
        assertThat(names.add(name)).as(name).isTrue();
        if (name.startsWith("Patient/")) {
          assertThat(entry.path("resource").path("name").path(0).path("given").path(0).asString(""))
              .isNotEmpty();
        }
      }
    }
    assertThat(names).hasSizeGreaterThan(1000);
  }

  @Test
  void theDemoServesItsPatientsAsAFhirServer() throws Exception {
    assertThat(get("/demo/fhir/metadata").path("resourceType").asString())
        .isEqualTo("CapabilityStatement");
    assertThat(get("/demo/fhir/Patient/example-01").path("id").asString()).isEqualTo("example-01");
    JsonNode page = get("/demo/fhir/Observation?patient=example-01&category=laboratory&_count=5");
    assertThat(page.path("entry")).hasSize(5);
    assertThat(page.path("link").toString()).contains("\"next\"");
    JsonNode status =
        get(
            "/demo/fhir/Observation?patient=example-03&code=http%3A%2F%2Floinc.org%7C97509-4,http%3A%2F%2Floinc.org%7C89247-1&_count=100");
    assertThat(status.path("entry").size()).isPositive();
    assertThat(
            get("/demo/fhir/MedicationAdministration?patient=example-01&effective-time=ge2020")
                .path("resourceType")
                .asString())
        .isIn("Bundle", "OperationOutcome");
    assertThat(address.url()).isNotEmpty();
  }

  @Test
  void aSearchOfTheDemoByFormFindsWhatTheSameSearchByAddressFinds() throws Exception {
    JsonNode byAddress = get("/demo/fhir/Condition?patient=example-08");
    JsonNode byForm =
        JSON.readTree(
            Loopback.post(
                    port,
                    "/demo/fhir/Condition/_search",
                    "application/x-www-form-urlencoded",
                    "patient=example-08")
                .body());
    assertThat(byForm.path("total").asInt())
        .isPositive()
        .isEqualTo(byAddress.path("total").asInt());
  }
}
