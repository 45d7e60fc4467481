package org.karyon.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.packages.PackageInstallOutcomeJson;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.RequestGroup;
import org.hl7.fhir.r4.model.RequestGroup.RequestGroupActionComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The steps of docs/elsewhere.md in a server that is not ours: it takes the package, and plans for
 * every example patient what Karyon plans. The service's own tests write the facts of the examples
 * with the options that apply to {@code target/elsewhere}.
 */
class PackageInHapiTest {

  private static final Path PAGE = Path.of("../docs/elsewhere.md");
  private static final Path PACKAGE = Path.of("../target/package.tgz");
  private static final Path EXAMPLES = Path.of("../target/elsewhere");
  private static final String CANONICAL = "https://karyon.org/fhir/";

  private static HapiServer server;
  private static IGenericClient client;
  private static PackageInstallOutcomeJson installed;

  @BeforeAll
  static void theServerTakesThePackage() throws Exception {
    server = HapiServer.start();
    client = server.client();
    NpmPackage read = NpmPackage.fromPackage(Files.newInputStream(PACKAGE));
    installed = server.install(PACKAGE, read.name(), read.version(), types());
    Patient patient = new Patient();
    patient.setId("example-01");
    client.update().resource(patient).execute();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  /** As the page says; without them that server takes nothing but terminology. */
  private static String[] types() throws IOException {
    Matcher types =
        Pattern.compile("installResourceTypes: \\[([^]]+)]").matcher(Files.readString(PAGE));
    assertThat(types.find()).isTrue();
    return types.group(1).split(", ");
  }

  @Test
  void everythingIsThere() {
    assertThat(installed.getResourcesInstalled())
        .containsEntry("PlanDefinition", 9)
        .containsEntry("Library", 1)
        .containsKeys("ActivityDefinition", "CodeSystem", "ValueSet", "ConceptMap");
  }

  /** The request of the page, letter by letter. */
  @Test
  void thePageIsTrue() throws IOException {
    String page = Files.readString(PAGE);
    String body = page.substring(page.indexOf("{\"resourceType\":\"Parameters\""));
    Parameters request =
        client
            .getFhirContext()
            .newJsonParser()
            .parseResource(Parameters.class, body.substring(0, body.indexOf("```")));
    assertThat(options(apply(request))).contains("tki-chemotherapy", "tki-blinatumomab");

    Parameters all = new Parameters();
    request.getParameter().stream()
        .filter(parameter -> !parameter.getName().equals("url"))
        .forEach(all::addParameter);
    all.addParameter("url", new UriType(CANONICAL + "Library/KaryonLogic"));
    Parameters evaluated =
        client
            .operation()
            .onType(Library.class)
            .named("$evaluate")
            .withParameters(all)
            .returnResourceType(Parameters.class)
            .execute();
    assertThat(evaluated.getParameterValue("option tki-chemotherapy").primitiveValue())
        .isEqualTo("applies");
    assertThat(evaluated.getParameterValue("option pomp").primitiveValue()).isNotEqualTo("applies");
  }

  @TestFactory
  Stream<DynamicTest> everyExampleIsPlannedAlike() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      List<Path> examples = files.sorted().toList();
      assertThat(examples).hasSizeGreaterThan(40);
      return examples.stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      file.getFileName().toString(), () -> isPlannedAlike(file)));
    }
  }

  private static void isPlannedAlike(Path file) throws IOException {
    Parameters example =
        client
            .getFhirContext()
            .newJsonParser()
            .parseResource(Parameters.class, Files.readString(file));
    Set<String> ours = new TreeSet<>();
    Parameters request = new Parameters();
    request.addParameter("url", new UriType(CANONICAL + "PlanDefinition/all-2025-11-19"));
    request.addParameter("subject", "Patient/example-01");
    example
        .getParameter()
        .forEach(
            parameter -> {
              if (parameter.getName().equals("applies")) {
                ours.add(parameter.getValue().primitiveValue());
              } else {
                request.addParameter(parameter);
              }
            });
    assertThat(options(apply(request))).isEqualTo(ours);
  }

  private static CarePlan apply(Parameters request) {
    return client
        .operation()
        .onType(PlanDefinition.class)
        .named("$apply")
        .withParameters(request)
        .returnResourceType(CarePlan.class)
        .execute();
  }

  private static Set<String> options(CarePlan plan) {
    Set<String> options = new TreeSet<>();
    for (Resource contained : plan.getContained()) {
      if (contained instanceof RequestGroup group) {
        group.getAction().forEach(action -> collect(action, options));
      }
    }
    return options;
  }

  private static void collect(RequestGroupActionComponent action, Set<String> options) {
    if (action != null) {
      action.getCode().stream()
          .flatMap(concept -> concept.getCoding().stream())
          .filter(code -> code.getSystem().equals(CANONICAL + "CodeSystem/options"))
          .forEach(code -> options.add(code.getCode()));
      action.getAction().stream()
          .filter(Objects::nonNull)
          .forEach(child -> collect(child, options));
    }
  }
}
