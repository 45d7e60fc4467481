package org.karyon.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.RequestGroup;
import org.hl7.fhir.r4.model.RequestGroup.RequestGroupActionComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.karyon.ExampleFolders;
import org.karyon.Loopback;
import org.karyon.OnTheDayOfTheExamples;
import org.karyon.facts.Facts;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hooks and FHIR API never disagree: every example patient is sent to both over HTTP, and
 * everything that the FHIR API answers is valid.
 */
@OnTheDayOfTheExamples
class HooksAndFhirAgreeTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final FhirContext FHIR = FhirContext.forR4Cached();
  private static final String EXTENSION = "org.karyon.assessment";

  private static final String GENOMIC_VARIANT =
      "http://hl7.org/fhir/uv/genomics-reporting/StructureDefinition/variant";

  @LocalServerPort private int port;

  private static JsonNode json(Path file) {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private HttpResponse<String> post(String path, String type, String body) {
    return Loopback.post(port, path, type, body);
  }

  private <R extends Resource> R fhir(Class<R> type, String path, JsonNode body) {
    HttpResponse<String> response = post("/fhir/" + path, "application/fhir+json", body.toString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return FHIR.newJsonParser().parseResource(type, response.body());
  }

  /** The cards of one hook, by kind; the same request is sent whatever hook it was written for. */
  private Map<String, List<JsonNode>> cards(Path example, String hook) {
    ObjectNode request = ExampleFolders.request(example);
    request.put("hook", hook);
    HttpResponse<String> response =
        post("/cds-services/all-" + hook, "application/json", request.toString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    Map<String, List<JsonNode>> cards = new LinkedHashMap<>();
    for (JsonNode card : JSON.readTree(response.body()).path("cards")) {
      cards
          .computeIfAbsent(
              card.path("extension").path(EXTENSION).path("kind").asString(),
              unused -> new ArrayList<>())
          .add(card);
    }
    return cards;
  }

  private static ObjectNode parameters(Path example) {
    JsonNode context = ExampleFolders.request(example).path("context");
    ObjectNode parameters = JSON.createObjectNode();
    parameters.put("resourceType", "Parameters");
    ArrayNode list = parameters.putArray("parameter");
    list.addObject()
        .put("name", "subject")
        .put("valueString", "Patient/" + context.path("patientId").asString());
    if (context.has("encounterId")) {
      list.addObject()
          .put("name", "encounter")
          .put("valueString", "Encounter/" + context.path("encounterId").asString());
    }
    list.addObject()
        .put("name", "practitioner")
        .put("valueString", context.path("userId").asString());
    list.addObject().put("name", "data").set("resource", json(example.resolve("patient.json")));
    if (context.has("draftOrders")) {
      list.addObject().put("name", "draft-orders").set("resource", context.path("draftOrders"));
    }
    return parameters;
  }

  @Test
  void aKaryotypeIsToldAsAGenomicVariantWithItsNotationGenesAndConclusion() {
    Path example = Path.of("fhir-examples/01-ph-positive-induction");
    Bundle answer = fhir(Bundle.class, "$assess", parameters(example));
    List<Observation> variants =
        answer.getEntry().stream()
            .map(Bundle.BundleEntryComponent::getResource)
            .filter(Observation.class::isInstance)
            .map(Observation.class::cast)
            .filter(found -> found.getCode().getCodingFirstRep().getCode().equals("69548-6"))
            .toList();
    assertThat(variants).isNotEmpty();
    Observation karyotype = variants.getFirst();
    assertThat(karyotype.getMeta().hasProfile(GENOMIC_VARIANT)).isTrue();
    assertThat(karyotype.getCategory()).hasSize(2);
    assertThat(karyotype.getValueCodeableConcept().getCodingFirstRep().getCode())
        .isEqualTo("LA9633-4");
    String source = karyotype.getDerivedFromFirstRep().getReference();
    String record = json(example.resolve("patient.json")).toString();
    assertThat(record).contains('"' + source.substring(source.indexOf('/') + 1) + '"');
    Map<String, List<String>> components = new LinkedHashMap<>();
    for (Observation.ObservationComponentComponent component : karyotype.getComponent()) {
      String value =
          component.hasValueCodeableConcept()
              ? component.getValueCodeableConcept().getText()
              : component.getValueStringType().getValue();
      components
          .computeIfAbsent(
              component.getCode().getCodingFirstRep().getCode(), unused -> new ArrayList<>())
          .add(value);
    }
    assertThat(components.get("48018-6")).contains("BCR", "ABL1");
    assertThat(components.get("81291-7")).hasSize(1).allMatch(record::contains);
    assertThat(components.get("81291-7").getFirst()).contains("t(9;22)");
    assertThat(components.get("conclusion-string").getFirst()).contains("Shown: BCR::ABL1");
  }

  @TestFactory
  Stream<DynamicTest> theAssessmentIsThatOfTheCards() {
    return ExampleFolders.each(this::assessmentAgrees);
  }

  private void assessmentAgrees(Path example) {
    Map<String, List<JsonNode>> view = cards(example, "patient-view");
    Map<String, List<JsonNode>> sign = cards(example, "order-sign");
    Bundle answer = fhir(Bundle.class, "$assess", parameters(example));
    assertThat(PublishedValidation.complaints(answer)).isEmpty();
    assertThat(CodesInUse.wronglyNamed(answer)).isEmpty();

    assertThat(group(answer))
        .isEqualTo(only(view, "risk").map(risk -> risk.path("riskGroup").asString()));
    Set<String> checks = new TreeSet<>();
    sign.getOrDefault("order-check", List.of())
        .forEach(
            card ->
                card.path("extension")
                    .path(EXTENSION)
                    .path("rules")
                    .forEach(rule -> checks.add(rule.asString())));
    assertThat(codes(answer)).isEqualTo(checks);

    GuidanceResponse guidance = all(answer, GuidanceResponse.class).getFirst();
    Set<String> missing = new TreeSet<>();
    only(view, "work-up")
        .ifPresent(card -> card.path("missing").forEach(item -> missing.add(item.asString())));
    Set<String> required =
        guidance.getDataRequirement().stream()
            .map(requirement -> requirement.getId().split("\\.", 2)[0])
            .collect(Collectors.toSet());
    assertThat(required).isEqualTo(missing);
    only(view, "treatment")
        .ifPresent(card -> assertThat(facts(guidance)).isEqualTo(facts(card.path("facts"))));
    Provenance provenance = all(answer, Provenance.class).getFirst();
    assertThat(provenance.getTarget()).hasSize(answer.getEntry().size() - 1);
    assertThat(provenance.getEntity().getLast().getWhat().getIdentifier().getValue())
        .contains("/fhir/PlanDefinition/all-2025-11-19|");
    if (!facts(guidance).getOrDefault("diagnosis", "none").equals("none")) {
      assertThat(provenance.getEntityFirstRep().getWhat().getReference()).isNotBlank();
    }
  }

  private static Optional<JsonNode> only(Map<String, List<JsonNode>> cards, String kind) {
    return cards.getOrDefault(kind, List.of()).stream()
        .map(card -> card.path("extension").path(EXTENSION))
        .findFirst();
  }

  private static Optional<String> group(Bundle answer) {
    Optional<String> group =
        all(answer, RiskAssessment.class).stream()
            .map(risk -> risk.getPredictionFirstRep().getQualitativeRisk())
            .map(risk -> risk.hasCoding() ? risk.getCodingFirstRep().getCode() : "undetermined")
            .findFirst();
    assertThat(
            all(answer, Observation.class).stream()
                .filter(found -> found.getCode().getCodingFirstRep().getCode().equals("C167435"))
                .map(
                    risk ->
                        risk.hasValueCodeableConcept()
                            ? risk.getValueCodeableConcept().getCodingFirstRep().getCode()
                            : "undetermined")
                .findFirst())
        .isEqualTo(group);
    return group;
  }

  private static Set<String> codes(Bundle answer) {
    return all(answer, DetectedIssue.class).stream()
        .map(issue -> issue.getCode().getCodingFirstRep().getCode())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static <R extends Resource> List<R> all(Bundle bundle, Class<R> type) {
    return bundle.getEntry().stream()
        .map(Bundle.BundleEntryComponent::getResource)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private static Map<String, String> facts(GuidanceResponse guidance) {
    Map<String, String> facts = new LinkedHashMap<>();
    guidance.getContained().stream()
        .filter(Parameters.class::isInstance)
        .map(Parameters.class::cast)
        .flatMap(parameters -> parameters.getParameter().stream())
        // Beside the facts stand the states of tests and the groups of orders.
        .filter(parameter -> Facts.named(parameter.getName()).isPresent())
        .forEach(
            parameter ->
                facts.put(parameter.getName(), number(parameter.getValue().primitiveValue())));
    return facts;
  }

  private static Map<String, String> facts(JsonNode wire) {
    Map<String, String> facts = new LinkedHashMap<>();
    wire.propertyStream()
        .forEach(
            fact ->
                facts.put(
                    fact.getKey(),
                    number(
                        fact.getValue().isNumber()
                            ? fact.getValue().decimalValue().toPlainString()
                            : fact.getValue().asString())));
    return facts;
  }

  private static String number(String text) {
    return text.matches("-?\\d+(\\.\\d+)?")
        ? new BigDecimal(text).stripTrailingZeros().toPlainString()
        : text;
  }

  @TestFactory
  Stream<DynamicTest> thePlanIsThatOfTheCards() {
    return ExampleFolders.each(this::planAgrees);
  }

  private void planAgrees(Path example) {
    Map<String, List<JsonNode>> cards = cards(example, "patient-view");
    CarePlan plan =
        fhir(CarePlan.class, "PlanDefinition/all-2025-11-19/$apply", parameters(example));
    assertThat(PublishedValidation.complaints(plan)).isEmpty();
    assertThat(CodesInUse.wronglyNamed(plan)).isEmpty();

    Map<String, Set<String>> planned = new LinkedHashMap<>();
    actions(plan).forEach(action -> planned.put(action.getId(), orders(plan, action)));
    Map<String, Set<String>> carded = new LinkedHashMap<>();
    only(cards, "work-up")
        .ifPresent(card -> card.path("missing").forEach(id -> carded.put(id.asString(), Set.of())));
    only(cards, "treatment")
        .ifPresent(
            card ->
                card.path("options")
                    .forEach(
                        option -> {
                          if (option.path("status").asString().equals("applies")) {
                            carded.put(option.path("id").asString(), Set.of());
                          }
                        }));
    assertThat(planned.keySet()).containsExactlyElementsOf(carded.keySet());

    Set<Set<String>> drafted = suggestions(cards);
    assertThat(
            planned.values().stream()
                .filter(orders -> !orders.isEmpty())
                .collect(Collectors.toSet()))
        .isEqualTo(drafted);
  }

  private static List<RequestGroupActionComponent> actions(CarePlan plan) {
    return plan.getContained().stream()
        .filter(RequestGroup.class::isInstance)
        .map(RequestGroup.class::cast)
        .flatMap(group -> group.getAction().stream())
        .toList();
  }

  /** A plan proposes options of its own day and definition; a card drafts the order itself. */
  private static String asOrdered(Resource proposed) {
    ObjectNode order =
        (ObjectNode) JSON.readTree(FHIR.newJsonParser().encodeResourceToString(proposed));
    assertThat(order.path("intent").asString()).isEqualTo("option");
    assertThat(order.path("authoredOn").asString()).isNotEmpty();
    assertThat(order.path("instantiatesCanonical").toString()).contains("/ActivityDefinition/");
    order.remove(List.of("authoredOn", "instantiatesCanonical"));
    return FHIR.newJsonParser()
        .encodeResourceToString(
            FHIR.newJsonParser().parseResource(order.put("intent", "order").toString()));
  }

  /** The drafts themselves, without the ids that each side gives them. */
  private static Set<String> orders(CarePlan plan, RequestGroupActionComponent action) {
    Set<String> orders = new TreeSet<>();
    for (RequestGroupActionComponent part : action.getAction()) {
      String id = part.getResource().getReference().substring(1);
      plan.getContained().stream()
          .filter(contained -> contained.getId().replace("#", "").equals(id))
          .forEach(
              contained -> {
                Resource order = contained.copy();
                order.setId((String) null);
                orders.add(asOrdered(order));
              });
    }
    return orders;
  }

  private static Set<Set<String>> suggestions(Map<String, List<JsonNode>> cards) {
    Set<Set<String>> all = new HashSet<>();
    for (String kind : List.of("work-up", "treatment")) {
      for (JsonNode card : cards.getOrDefault(kind, List.of())) {
        for (JsonNode suggestion : card.path("suggestions")) {
          Set<String> drafts = new TreeSet<>();
          for (JsonNode action : suggestion.path("actions")) {
            if (action.path("type").asString().equals("create")) {
              ObjectNode order = (ObjectNode) action.path("resource").deepCopy();
              order.remove("id");
              drafts.add(
                  FHIR.newJsonParser()
                      .encodeResourceToString(
                          FHIR.newJsonParser().parseResource(order.toString())));
            }
          }
          if (!drafts.isEmpty()) {
            all.add(drafts);
          }
        }
      }
    }
    return all;
  }

  @Test
  void aBatchAnswersEachLineAsTheOperationAnswersIt() {
    StringBuilder lines = new StringBuilder();
    List<Path> examples = ExampleFolders.all();
    examples.forEach(example -> lines.append(parameters(example)).append('\n'));
    lines.append("{\"resourceType\":\"Patient\"}\n\nnonsense\n");
    HttpResponse<String> response =
        post("/fhir/$assess-batch", "application/fhir+ndjson", lines.toString());
    assertThat(response.statusCode()).isEqualTo(200);
    List<String> answers = response.body().lines().toList();
    assertThat(answers).hasSize(examples.size() + 2);
    for (int i = 0; i < examples.size(); i++) {
      Bundle single = fhir(Bundle.class, "$assess", parameters(examples.get(i)));
      Bundle line = FHIR.newJsonParser().parseResource(Bundle.class, answers.get(i));
      assertThat(FHIR.newJsonParser().encodeResourceToString(line))
          .isEqualTo(FHIR.newJsonParser().encodeResourceToString(single));
    }
    assertThat(answers.subList(examples.size(), answers.size()))
        .allMatch(answer -> answer.contains("\"OperationOutcome\""));
  }

  @Test
  void theRecordAloneIsAssessedInJsonAndInXml() {
    String record = json(Path.of("fhir-examples/01-ph-positive-induction/patient.json")).toString();
    HttpResponse<String> fromJson = post("/fhir/$assess", "application/fhir+json", record);
    HttpResponse<String> fromXml =
        post(
            "/fhir/$assess?_format=json",
            "application/fhir+xml",
            FHIR.newXmlParser().encodeResourceToString(FHIR.newJsonParser().parseResource(record)));
    assertThat(fromJson.statusCode()).isEqualTo(200);
    assertThat(fromXml.body()).isEqualTo(fromJson.body());
  }

  @Test
  void aReplayDoesNotKnowWhatCameLater() {
    ObjectNode parameters = parameters(Path.of("fhir-examples/17-t-all-remission-mrd-positive"));
    ((ArrayNode) parameters.path("parameter"))
        .addObject()
        .put("name", "as-of")
        .put("valueDate", "2026-01-01");
    Bundle replay = fhir(Bundle.class, "$assess", parameters);
    GuidanceResponse guidance = all(replay, GuidanceResponse.class).getFirst();
    assertThat(guidance.getOccurrenceDateTimeElement().asStringValue()).isEqualTo("2026-01-01");
    assertThat(FHIR.newJsonParser().encodeResourceToString(guidance)).contains("were left out");
  }

  @Test
  void aServerThatTheClientMayNotNameIsRefused() {
    ObjectNode parameters = parameters(Path.of("fhir-examples/01-ph-positive-induction"));
    ObjectNode endpoint =
        JSON.createObjectNode()
            .put("resourceType", "Endpoint")
            .put("address", "https://evil.example/fhir");
    ((ArrayNode) parameters.path("parameter"))
        .addObject()
        .put("name", "dataEndpoint")
        .set("resource", endpoint);
    HttpResponse<String> response =
        post("/fhir/$assess", "application/fhir+json", parameters.toString());
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).contains("OperationOutcome").doesNotContain("evil");
  }

  @Test
  void whatCannotBeOrderedIsNotApplied() {
    JsonNode body = parameters(Path.of("fhir-examples/01-ph-positive-induction"));
    assertThat(
            post("/fhir/PlanDefinition/risk/$apply", "application/fhir+json", body.toString())
                .statusCode())
        .isEqualTo(422);
    assertThat(
            post("/fhir/PlanDefinition/none/$apply", "application/fhir+json", body.toString())
                .statusCode())
        .isEqualTo(404);
  }
}
