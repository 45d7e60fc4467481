package org.karyon.hooks;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.karyon.BuiltIn;
import org.karyon.assessment.Assess;
import org.karyon.audit.DecisionAudit;
import org.karyon.cards.CardDetail;
import org.karyon.cards.Cards;
import org.karyon.chart.ReadLimits;
import org.karyon.chart.RecordJson;
import org.karyon.chart.SentResources;
import org.karyon.chart.fhir.FetchLimits;
import org.karyon.chart.fhir.FhirServers;
import org.karyon.guideline.Guideline;
import org.karyon.reading.RecordReader;
import org.karyon.security.FhirServerAllowList;
import org.karyon.security.ReachableAddresses;
import org.karyon.web.EvaluationDay;
import org.karyon.web.JsonBody;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record and drafts, written as JSON with single quotes and sent to the controller as a client
 * would send them, on 2026-11-23.
 */
final class OrderScreen {

  static final Guideline GUIDELINE = BuiltIn.GUIDELINE;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();
  private static final RecordJson RECORDS = new RecordJson(ReadLimits.CLINICAL);
  private static final HookController CONTROLLER =
      new HookController(
          Discovery.builtIn(),
          new JsonBody(RECORDS, 5_000_000),
          new RecordReader(GUIDELINE),
          new Assess(GUIDELINE),
          new Cards(
              GUIDELINE,
              "http://localhost:8080",
              (moment, kind, rules) -> UUID.randomUUID(),
              CardDetail.BRIEF),
          EvaluationDay.today(Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC)),
          new RecordSources(
              new FhirServers(
                  new FetchLimits(Duration.ZERO, Duration.ZERO, 0, 0, 0, 1, 1),
                  new ReachableAddresses(InetAddress::getAllByName, false),
                  RECORDS,
                  ObservationRegistry.NOOP),
              caller -> FhirServerAllowList.NONE),
          new DecisionAudit(GUIDELINE.version()),
          new CardCounts(new SimpleMeterRegistry()),
          new HooksProperties(
              List.of(), 5_000_000, 20_000, 1, 1, Duration.ofSeconds(10), 0, 0, Duration.ZERO),
          ObservationRegistry.NOOP);

  private final List<String> resources;
  private final List<JsonNode> drafts = new ArrayList<>();

  private OrderScreen(List<String> resources) {
    this.resources = resources;
  }

  static OrderScreen of(List<String> resources) {
    return new OrderScreen(resources);
  }

  OrderScreen drafting(String... orders) {
    Arrays.stream(orders).map(OrderScreen::json).forEach(drafts::add);
    return this;
  }

  /** The screen after a suggestion is taken: removals and replacements are applied, then added. */
  OrderScreen taking(JsonNode suggestion) {
    OrderScreen next = new OrderScreen(resources);
    next.drafts.addAll(drafts);
    for (JsonNode action : suggestion.path("actions")) {
      String gone =
          action.has("resourceId")
              ? action.path("resourceId").asString()
              : reference(action.path("resource"));
      next.drafts.removeIf(draft -> reference(draft).equals(gone));
      if (action.has("resource")) {
        next.drafts.add(action.path("resource"));
      }
    }
    return next;
  }

  List<JsonNode> onSelect() {
    return onSelect(drafts.stream().map(OrderScreen::reference).toList());
  }

  List<JsonNode> onSelect(List<String> selections) {
    ObjectNode request = request("order-select");
    ArrayNode selected = ((ObjectNode) request.path("context")).putArray("selections");
    selections.forEach(selected::add);
    return send(request);
  }

  List<JsonNode> onSign() {
    return send(request("order-sign"));
  }

  ObjectNode request(String hook) {
    ObjectNode request = JSON.createObjectNode();
    request.put("hook", hook);
    request.put("hookInstance", "6bc883b2-b795-4dcb-b661-34884a31d472");
    ObjectNode context = request.putObject("context");
    context.put("patientId", "p").put("userId", "Practitioner/u");
    ArrayNode entries =
        context.putObject("draftOrders").put("resourceType", "Bundle").putArray("entry");
    drafts.forEach(draft -> entries.addObject().set("resource", draft));
    ObjectNode prefetch = request.putObject("prefetch");
    Discovery.builtIn()
        .service("all-" + hook)
        .keys()
        .forEach(key -> prefetch.set(key.name(), bundle(key.resourceType())));
    return request;
  }

  private ObjectNode bundle(String type) {
    return SentResources.bundle(
        SentResources.ofKind(type, resources.stream().map(OrderScreen::json).toList()));
  }

  static List<JsonNode> send(ObjectNode request) {
    byte[] answer =
        Objects.requireNonNull(
            CONTROLLER
                .call(
                    "all-" + request.path("hook").asString(),
                    Optional.of(request.toString().getBytes(StandardCharsets.UTF_8)),
                    new MockHttpServletRequest())
                .getBody());
    return List.copyOf(JSON.readTree(answer).path("cards").valueStream().toList());
  }

  static JsonNode json(String text) {
    return JSON.readTree(text.replace('\'', '"'));
  }

  private static String reference(JsonNode resource) {
    return resource.path("resourceType").asString() + '/' + resource.path("id").asString();
  }

  static String kind(JsonNode card) {
    return card.path("extension").path("org.karyon.assessment").path("kind").asString();
  }

  static List<String> rules(JsonNode card) {
    return card.path("extension")
        .path("org.karyon.assessment")
        .path("rules")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  /** The ids of the checks that speak, in the order of their cards. */
  static List<String> checks(List<JsonNode> cards) {
    return cards.stream()
        .filter(card -> kind(card).equals("order-check"))
        .flatMap(card -> rules(card).stream())
        .toList();
  }

  static JsonNode card(List<JsonNode> cards, String rule) {
    return cards.stream().filter(card -> rules(card).contains(rule)).findFirst().orElseThrow();
  }

  static String medication(String id, String status, String members) {
    return "{'resourceType':'MedicationRequest','id':'%s','status':'%s','intent':'order','subject':{'reference':'Patient/p'},%s}"
        .formatted(id, status, members);
  }

  static String draft(String name) {
    return draft("draft-" + name.replace(' ', '-'), name);
  }

  private static String draft(String id, String name) {
    return medication(id, "draft", "'medicationCodeableConcept':{'text':'" + name + "'}");
  }

  static String intrathecal(String name) {
    return medication(
        "draft-intrathecal-" + name,
        "draft",
        "'medicationCodeableConcept':{'text':'%s'},'dosageInstruction':[{'route':{'coding':[{'system':'http://snomed.info/sct','code':'72607000'}]}}]"
            .formatted(name));
  }

  static String service(String id, String status, String system, String code) {
    return "{'resourceType':'ServiceRequest','id':'%s','status':'%s','intent':'order','subject':{'reference':'Patient/p'},'code':{'coding':[{'system':'%s','code':'%s'}]}}"
        .formatted(id, status, system, code);
  }

  static String condition(String id, String system, String code) {
    return "{'resourceType':'Condition','id':'%s','subject':{'reference':'Patient/p'},'code':{'coding':[{'system':'%s','code':'%s'}]},'clinicalStatus':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/condition-clinical','code':'active'}]}}"
        .formatted(id, system, code);
  }

  static String observation(String loinc, String members) {
    return "{'resourceType':'Observation','id':'o%s','status':'final','effectiveDateTime':'2026-11-20','subject':{'reference':'Patient/p'},'code':{'coding':[{'system':'http://loinc.org','code':'%s'}]},%s}"
        .formatted(loinc, loinc, members);
  }

  static String answer(String loinc, String code) {
    return observation(
        loinc,
        "'valueCodeableConcept':{'coding':[{'system':'http://loinc.org','code':'%s'}]}"
            .formatted(code));
  }

  static String quantity(String loinc, String value, String unit) {
    return observation(loinc, "'valueQuantity':{'value':%s,'unit':'%s'}".formatted(value, unit));
  }
}
