package org.karyon.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.karyon.chart.ChartKey;
import org.karyon.hooks.PrefetchProperties.Prefetch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What large EHRs refuse is not asked for (docs/ehrs.md). */
class PortablePrefetchTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @ParameterizedTest
  @EnumSource(Prefetch.class)
  void everySearchIsOneThatLargeEhrsServe(Prefetch prefetch) throws IOException {
    assertThat(templates(prefetch)).isNotEmpty();
    for (String template : templates(prefetch)) {
      if (template.contains("?")) {
        assertThat(template)
            .startsWith(template.split("\\?", 2)[0] + "?patient={{context.patientId}}")
            .endsWith("&_count=100")
            .doesNotContain("_sort", "status=", "today()", " ");
        assertThat(template.replaceAll("\\{\\{context\\.patientId}}", ""))
            .as("CDS Hooks 2.0 tokens only")
            .doesNotContain("{{");
      }
      if (template.contains("code=")) {
        String codes = template.replaceAll(".*[?&]code=([^&]*).*", "$1");
        assertThat(codes.split(",", -1))
            .allMatch(code -> code.matches("http://[a-z./]+\\|[0-9-]+"));
      }
      if (template.startsWith("MedicationAdministration")) {
        assertThat(template).contains("&effective-time=ge");
      }
    }
  }

  @Test
  void noTwoSearchesForOneKindCouldBeServedTogether() throws IOException {
    Map<String, List<String>> byKind = new TreeMap<>();
    for (String template : prefetch(Prefetch.FULL, 0).values()) {
      byKind
          .computeIfAbsent(template.split("[/?]", 2)[0], unused -> new ArrayList<>())
          .add(template);
    }

    // A category and a list of codes are two searches: EHRs take one of them at a time, and what
    // no laboratory reported has no category that they agree on.
    assertThat(byKind.get("Observation"))
        .hasSize(2)
        .anyMatch(template -> template.contains("category=laboratory"))
        .anyMatch(template -> template.contains("code="));
    byKind.remove("Observation");
    assertThat(byKind.values()).allMatch(templates -> templates.size() == 1);
  }

  @Test
  void theLeanFormAsksForThePatientAndTheProblemListAndForOrdersWhereOrdersAreChecked()
      throws IOException {
    assertThat(prefetch(Prefetch.LEAN, 0)).containsOnlyKeys("patient", "conditions");
    for (int service : List.of(1, 2)) {
      assertThat(prefetch(Prefetch.LEAN, service))
          .containsOnlyKeys("patient", "conditions", "medicationRequests", "serviceRequests");
    }
    for (int service : List.of(0, 1, 2)) {
      assertThat(prefetch(Prefetch.FULL, service))
          .containsAllEntriesOf(prefetch(Prefetch.LEAN, service));
    }
  }

  @Test
  void theLeanFormReadsEveryPartThatTheFullOneReads() {
    Discovery lean = Discovery.builtIn(Prefetch.LEAN);

    assertThat(lean.services()).isEqualTo(Discovery.builtIn().services());
    assertThat(lean.services()).allSatisfy(service -> assertThat(service.keys()).hasSize(10));
    assertThat(lean.document()).isEqualTo(bytes("cds-services-lean.json"));
  }

  /** A service that was asked for its old keys by an EHR that keeps discovery for a while. */
  @Test
  void theNamesOfTheKeysStayWhatTheyWere() {
    assertThat(Discovery.builtIn().service("all-patient-view").keys())
        .extracting(ChartKey::name)
        .containsExactly(
            "patient",
            "conditions",
            "laboratory",
            "clinical",
            "reports",
            "medicationRequests",
            "medicationStatements",
            "medicationAdministrations",
            "procedures",
            "serviceRequests");
  }

  private static List<String> templates(Prefetch prefetch) throws IOException {
    List<String> templates = new ArrayList<>();
    for (int service : List.of(0, 1, 2)) {
      templates.addAll(prefetch(prefetch, service).values());
    }
    return templates;
  }

  private static Map<String, String> prefetch(Prefetch prefetch, int service) throws IOException {
    JsonNode services = JSON.readTree(Files.readAllBytes(Path.of(prefetch.document())));
    Map<String, String> templates = new TreeMap<>();
    services
        .path("services")
        .path(service)
        .path("prefetch")
        .propertyStream()
        .forEach(entry -> templates.put(entry.getKey(), entry.getValue().asString()));
    return templates;
  }

  private static byte[] bytes(String file) {
    try {
      return Files.readAllBytes(Path.of(file));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
