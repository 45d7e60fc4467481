package org.karyon.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.karyon.chart.resource.ResourceKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fault while one resource is read, whatever throws it and at which element, costs that resource.
 */
class FaultInResourceTest {

  private static final Set<String> BEFORE_READING =
      Set.of("resourceType", "id", "meta", "subject", "patient", "contained");

  private static final Map<ResourceKind<?>, List<String>> READ =
      Map.of(
          ResourceKind.CONDITION, List.of("code", "clinicalStatus"),
          ResourceKind.OBSERVATION, List.of("code", "status", "valueQuantity"),
          ResourceKind.DIAGNOSTIC_REPORT, List.of("code", "status", "conclusion"),
          ResourceKind.MEDICATION_REQUEST, List.of("status", "medicationCodeableConcept"),
          ResourceKind.MEDICATION_STATEMENT, List.of("status", "medicationCodeableConcept"),
          ResourceKind.MEDICATION_ADMINISTRATION, List.of("status", "medicationCodeableConcept"),
          ResourceKind.PROCEDURE, List.of("status", "code"),
          ResourceKind.SERVICE_REQUEST, List.of("status", "code"));

  /** An object that cannot be asked for one of its elements. */
  private static final class Faulty extends ObjectNode {

    private static final long serialVersionUID = 1L;
    private final String element;

    Faulty(ObjectNode good, String element) {
      super(JsonNodeFactory.instance);
      setAll(good);
      this.element = element;
    }

    @Override
    public JsonNode path(String name) {
      if (name.equals(element) && !BEFORE_READING.contains(name)) {
        throw new IllegalStateException("injected");
      }
      return super.path(name);
    }

    @Override
    public JsonNode get(String name) {
      return path(name).isMissingNode() ? null : path(name);
    }
  }

  static Stream<Arguments> elements() {
    return READ.entrySet().stream()
        .flatMap(kind -> kind.getValue().stream().map(name -> Arguments.of(kind.getKey(), name)));
  }

  @ParameterizedTest
  @MethodSource("elements")
  void aFaultCostsItsResource(ResourceKind<?> kind, String element) {
    ObjectNode prefetch = JsonMapper.shared().createObjectNode();
    prefetch.set(
        "patient", JsonMapper.shared().readTree("{\"resourceType\":\"Patient\",\"id\":\"p1\"}"));
    ObjectNode bundle = prefetch.putObject("part").put("resourceType", "Bundle");
    var entries = bundle.putArray("entry");
    entries.addObject().set("resource", new Faulty(resource(kind, "faulty"), element));
    entries.addObject().set("resource", resource(kind, "good"));
    List<ChartKey> keys =
        List.of(
            new ChartKey("patient", "Patient/{{context.patientId}}", true),
            new ChartKey("part", kind.type() + "?patient={{context.patientId}}", false));

    ReadResources<?> read =
        Chart.open(
                Subject.of("p1", Optional.empty()),
                keys,
                prefetch,
                JsonMapper.shared().createObjectNode(),
                RecordSource.none("there is none"))
            .settled()
            .all(kind);

    assertThat(read.resources()).hasSize(1);
    assertThat(read.isBroken()).isTrue();
    assertThat(read.gaps())
        .singleElement()
        .satisfies(gap -> assertThat(gap.toString()).contains("/faulty", "left out"));
  }

  private static ObjectNode resource(ResourceKind<?> kind, String id) {
    ObjectNode resource = JsonMapper.shared().createObjectNode();
    resource.put("resourceType", kind.type()).put("id", id);
    resource.putObject("subject").put("reference", "Patient/p1");
    return resource;
  }
}
