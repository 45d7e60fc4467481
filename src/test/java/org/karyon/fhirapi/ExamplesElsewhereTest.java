package org.karyon.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.RequestGroup;
import org.hl7.fhir.r4.model.RequestGroup.RequestGroupActionComponent;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.karyon.ExampleFolders;
import org.karyon.OnTheDayOfTheExamples;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.OptionAdvice;
import org.karyon.fhirapi.answers.FactParameters;
import org.karyon.fhirapi.knowledge.Canonicals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every example patient, judged and planned by another engine from the facts of {@code $assess}.
 */
@OnTheDayOfTheExamples
class ExamplesElsewhereTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final OtherEngine engine =
      new OtherEngine(PackageTest.PACKAGE, PublishedValidation.CANONICALS);

  @Autowired private AssessPatient assess;

  @TestFactory
  Stream<DynamicTest> everyExampleIsJudgedAndPlannedAlike() {
    return ExampleFolders.each(this::isJudgedAndPlannedAlike);
  }

  private void isJudgedAndPlannedAlike(Path example) throws IOException {
    JsonNode request = ExampleFolders.request(example);
    Assessment ours =
        assess
            .assess(
                "test",
                OperationInput.of(parameters(request), Set.of(), true),
                new MockHttpServletRequest())
            .assessment();
    OtherEngineTest.isJudgedAlike(example.getFileName().toString(), engine, ours);
    CarePlan plan =
        (CarePlan)
            engine.apply(
                PublishedValidation.CANONICALS.whole(),
                FactParameters.of(ours, PublishedValidation.GUIDELINE));
    Set<String> planned = new TreeSet<>();
    for (Resource contained : plan.getContained()) {
      if (contained instanceof RequestGroup group) {
        // Where a condition does not hold, the engine leaves an empty place.
        group.getAction().stream()
            .filter(Objects::nonNull)
            .forEach(action -> codes(action, planned));
      }
    }
    Set<String> applying = new TreeSet<>();
    ours.treatment()
        .map(advice -> advice.options(OptionAdvice.Status.APPLIES))
        .orElse(List.of())
        .forEach(option -> applying.add(option.option().id()));
    assertThat(planned).isEqualTo(applying);
    write(example.getFileName().toString(), ours, applying);
  }

  /** For the server of {@code elsewhere/}, which is asked the same at night. */
  private static void write(String name, Assessment ours, Set<String> applying) throws IOException {
    Parameters example = new Parameters();
    example
        .addParameter()
        .setName("parameters")
        .setResource(FactParameters.of(ours, PublishedValidation.GUIDELINE));
    applying.forEach(option -> example.addParameter("applies", option));
    Path folder = Files.createDirectories(Path.of("target", "elsewhere"));
    Files.writeString(
        folder.resolve(name + ".json"),
        FhirContext.forR4Cached().newJsonParser().encodeResourceToString(example));
  }

  private static void codes(RequestGroupActionComponent action, Set<String> codes) {
    action
        .getCode()
        .forEach(
            concept ->
                concept.getCoding().stream()
                    .filter(c -> c.getSystem().endsWith("/" + Canonicals.OPTIONS))
                    .forEach(c -> codes.add(c.getCode())));
    action.getAction().stream().filter(Objects::nonNull).forEach(child -> codes(child, codes));
  }

  /** The prefetch as a record, and the drafts as they are checked. */
  private static ObjectNode parameters(JsonNode request) {
    ObjectNode parameters = JSON.createObjectNode().put("resourceType", "Parameters");
    ArrayNode parameter = parameters.putArray("parameter");
    ObjectNode record = JSON.createObjectNode().put("resourceType", "Bundle");
    record.put("type", "collection");
    ArrayNode entries = record.putArray("entry");
    List<JsonNode> parts = new ArrayList<>();
    request.path("prefetch").forEach(parts::add);
    parts.forEach(part -> entries.addObject().set("resource", part));
    parameter.addObject().put("name", "data").set("resource", record);
    String patient = request.path("context").path("patientId").asString();
    parameter.addObject().put("name", "subject").put("valueString", patient);
    JsonNode drafts = request.path("context").path("draftOrders");
    if (drafts.isObject()) {
      parameter.addObject().put("name", "draft-orders").set("resource", drafts);
    }
    return parameters;
  }
}
