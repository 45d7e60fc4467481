package org.karyon.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.RequestGroup;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karyon.ExampleFolders;
import org.karyon.Loopback;
import org.karyon.OnTheDayOfTheExamples;
import org.karyon.chart.ReadLimits;
import org.karyon.chart.RecordJson;
import org.karyon.chart.SentResources;
import org.karyon.facts.Facts;
import org.karyon.guideline.yaml.CaseReader;
import org.karyon.proof.PatientsByChance;
import org.karyon.registry.AssessRegistry;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whichever door a patient comes through, the same is said: cards, {@code $assess}, {@code $apply},
 * a registry run, and another engine that is handed the published logic with the facts of {@code
 * $assess}. Tried on every example and on patients by chance: some in each build, {@code
 * -Dtrial.doors} at night.
 */
@OnTheDayOfTheExamples
class FiveDoorsTest {

  private static final int PATIENTS = Integer.getInteger("trial.doors", 10);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final FhirContext FHIR = FhirContext.forR4Cached();

  private static final Map<String, String> KEYS =
      Map.of(
          "conditions", "Condition",
          "laboratory", "Observation",
          "clinical", "",
          "reports", "DiagnosticReport",
          "medicationRequests", "MedicationRequest",
          "medicationStatements", "MedicationStatement",
          "medicationAdministrations", "MedicationAdministration",
          "procedures", "Procedure",
          "serviceRequests", "ServiceRequest");

  private final OtherEngine engine =
      new OtherEngine(PackageTest.PACKAGE, PublishedValidation.CANONICALS);
  @LocalServerPort private int port;
  @TempDir private Path folder;

  /**
   * What one door says. A door that does not speak of something leaves it empty.
   *
   * @param facts the known facts with their values
   * @param group the risk group
   * @param options each option with its state
   * @param missing the tests that are neither done nor ordered
   * @param checks the checks that speak
   */
  private record Said(
      Map<String, String> facts,
      Optional<String> group,
      Map<String, String> options,
      Set<String> missing,
      Set<String> checks) {

    Set<String> applying() {
      return options.entrySet().stream()
          .filter(option -> option.getValue().startsWith("applies"))
          .map(Map.Entry::getKey)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private record Person(String id, List<ObjectNode> resources, List<ObjectNode> drafts) {

    static Person of(String id, List<ObjectNode> resources, List<ObjectNode> drafts) {
      String former =
          resources.stream()
              .filter(resource -> resource.path("resourceType").asString().equals("Patient"))
              .map(resource -> resource.path("id").asString())
              .findFirst()
              .orElseThrow();
      return new Person(
          id,
          resources.stream().map(resource -> renamed(resource, former, id)).toList(),
          drafts.stream().map(draft -> renamed(draft, former, id)).toList());
    }

    private static ObjectNode renamed(ObjectNode resource, String former, String id) {
      ObjectNode copy =
          (ObjectNode)
              JSON.readTree(
                  resource
                      .toString()
                      .replace("\"Patient/" + former + '"', "\"Patient/" + id + '"'));
      return resource.path("resourceType").asString().equals("Patient") ? copy.put("id", id) : copy;
    }

    List<ObjectNode> of(String type) {
      return resources.stream()
          .filter(resource -> resource.path("resourceType").asString().equals(type))
          .toList();
    }

    @Override
    public String toString() {
      return id
          + '\n'
          + String.join("\n", resources.stream().map(Object::toString).toList())
          + "\ndrafts "
          + drafts;
    }
  }

  @Test
  void everyDoorSaysTheSame() throws Exception {
    List<Person> people = new ArrayList<>(examples());
    PatientsByChance patients =
        new PatientsByChance(
            CaseReader.read(Path.of("src/main/guideline/cases"), PublishedValidation.GUIDELINE),
            people.stream()
                .map(one -> Person.of("p", one.resources(), List.of()).resources())
                .toList(),
            20261124);
    while (people.size() < examples().size() + PATIENTS) {
      PatientsByChance.Patient patient = patients.next();
      if (patient.today().equals(TODAY)) {
        people.add(Person.of("chance-" + people.size(), patient.resources(), patient.drafts()));
      }
    }
    Map<String, Said> registry = registry(people);
    Map<String, Integer> seen = new TreeMap<>();
    for (Person person : people) {
      agree(person, registry.get(person.id()), seen);
    }
    assertThat(seen)
        .containsKeys(
            "applies", "needs", "excluded", "missing", "checks", "poor", "favorable", "standard");
    assertThat(seen.values()).as(seen.toString()).allMatch(times -> times >= 3);
  }

  private void agree(Person person, Said registry, Map<String, Integer> seen) {
    Bundle record = assess(person, List.of());
    Bundle screen = assess(person, person.drafts());
    Said assess = said(record);
    Said view = cards(person, "patient-view", List.of());
    String name = person.toString();

    assertThat(assess.facts()).as(name).isEqualTo(registry.facts());
    assertThat(registry.facts().entrySet()).as(name).containsAll(view.facts().entrySet());
    assertThat(List.of(assess.group(), view.group()))
        .as("risk group of %s", name)
        .containsOnly(registry.group());

    Map<String, String> elsewhere = elsewhere(record, registry);
    Set<String> planned = planned(person);
    assertThat(assess.missing()).as(name).isEqualTo(registry.missing());
    assertThat(view.missing()).as(name).isEqualTo(registry.missing());
    assertThat(named(elsewhere, "test ", "missing")).as(name).isEqualTo(registry.missing());
    assertThat(named(elsewhere, "option ", "applies")).as(name).isEqualTo(registry.applying());
    assertThat(named(elsewhere, "option ", "needs"))
        .as(name)
        .isEqualTo(
            registry.options().keySet().stream()
                .filter(option -> registry.options().get(option).startsWith("needs"))
                .collect(Collectors.toSet()));
    assertThat(view.applying()).as(name).isEqualTo(registry.applying());
    assertThat(registry.options().entrySet()).as(name).containsAll(view.options().entrySet());
    Set<String> whole = new TreeSet<>(registry.missing());
    whole.addAll(registry.applying());
    assertThat(planned).as(name).isEqualTo(whole);

    Said sign = cards(person, "order-sign", person.drafts());
    Map<String, String> screenElsewhere = elsewhere(screen, registry);
    Set<String> checks = new TreeSet<>();
    List.of("fires", "asks", "notes")
        .forEach(word -> checks.addAll(named(screenElsewhere, "check ", word)));
    assertThat(said(screen).checks()).as(name).isEqualTo(sign.checks());
    assertThat(checks).as(name).isEqualTo(sign.checks());

    registry
        .options()
        .values()
        .forEach(status -> seen.merge(status.split(" ")[0], 1, Integer::sum));
    registry.group().ifPresent(group -> seen.merge(group, 1, Integer::sum));
    registry.missing().forEach(test -> seen.merge("missing", 1, Integer::sum));
    sign.checks().forEach(check -> seen.merge("checks", 1, Integer::sum));
  }

  private static Set<String> named(Map<String, String> said, String kind, String word) {
    return said.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(kind) && entry.getValue().equals(word))
        .map(entry -> entry.getKey().substring(kind.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Person> examples() {
    List<Person> people = new ArrayList<>();
    for (Path example : ExampleFolders.all()) {
      List<ObjectNode> resources = entries(ExampleFolders.record(example));
      JsonNode context = ExampleFolders.request(example).path("context");
      people.add(
          Person.of("example-" + people.size(), resources, entries(context.path("draftOrders"))));
    }
    return people;
  }

  private static List<ObjectNode> entries(JsonNode bundle) {
    return bundle
        .path("entry")
        .valueStream()
        .map(entry -> (ObjectNode) entry.path("resource"))
        .toList();
  }

  private String post(String path, String type, JsonNode body) {
    HttpResponse<String> response = Loopback.post(port, path, type, body.toString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  private Said cards(Person person, String hook, List<ObjectNode> drafts) {
    ObjectNode request = JSON.createObjectNode().put("hook", hook);
    request.put("hookInstance", "2f7a1c0e-4b8e-4c39-9a0b-6f4bd1d8f0aa");
    ObjectNode context = request.putObject("context");
    context.put("userId", "Practitioner/p").put("patientId", person.id());
    if (!hook.equals("patient-view")) {
      context.set("draftOrders", SentResources.bundle(drafts));
    }
    ObjectNode prefetch = request.putObject("prefetch");
    prefetch.set("patient", person.of("Patient").getFirst());
    KEYS.forEach((key, type) -> prefetch.set(key, SentResources.bundle(person.of(type))));
    Map<String, String> facts = new TreeMap<>();
    Map<String, String> options = new TreeMap<>();
    Set<String> missing = new TreeSet<>();
    Set<String> checks = new TreeSet<>();
    Optional<String> group = Optional.empty();
    JsonNode answer = JSON.readTree(post("/cds-services/all-" + hook, "application/json", request));
    for (JsonNode card : answer.path("cards")) {
      JsonNode said = card.path("extension").path("org.karyon.assessment");
      said.path("facts").propertyStream().forEach(f -> facts.put(f.getKey(), text(f.getValue())));
      switch (said.path("kind").asString()) {
        case "risk" -> group = determined(said.path("riskGroup").asString());
        case "treatment" ->
            said.path("options")
                .forEach(
                    option ->
                        options.put(
                            option.path("id").asString(),
                            status(option.path("status"), option.path("needs"))));
        case "work-up" -> said.path("missing").forEach(test -> missing.add(test.asString()));
        case "order-check" -> said.path("rules").forEach(rule -> checks.add(rule.asString()));
        default -> {}
      }
    }
    return new Said(facts, group, options, missing, checks);
  }

  private static Optional<String> determined(String group) {
    return group.equals("undetermined") ? Optional.empty() : Optional.of(group);
  }

  private static String status(JsonNode status, JsonNode needs) {
    return (status.asString()
            + ' '
            + needs.valueStream().map(JsonNode::asString).sorted().collect(Collectors.joining(" ")))
        .strip();
  }

  private static String text(JsonNode value) {
    return number(value.isNumber() ? value.decimalValue().toPlainString() : value.asString());
  }

  private static String number(String text) {
    return text.matches("-?\\d+(\\.\\d+)?")
        ? new BigDecimal(text).stripTrailingZeros().toPlainString()
        : text;
  }

  private static ObjectNode parameters(Person person, List<ObjectNode> drafts) {
    ObjectNode parameters = JSON.createObjectNode().put("resourceType", "Parameters");
    ArrayNode list = parameters.putArray("parameter");
    list.addObject().put("name", "subject").put("valueString", "Patient/" + person.id());
    list.addObject().put("name", "data").set("resource", SentResources.bundle(person.resources()));
    if (!drafts.isEmpty()) {
      list.addObject().put("name", "draft-orders").set("resource", SentResources.bundle(drafts));
    }
    return parameters;
  }

  private Bundle assess(Person person, List<ObjectNode> drafts) {
    return FHIR.newJsonParser()
        .parseResource(
            Bundle.class,
            post("/fhir/$assess", "application/fhir+json", parameters(person, drafts)));
  }

  private static <R extends Resource> Stream<R> all(Bundle bundle, Class<R> type) {
    return bundle.getEntry().stream()
        .map(Bundle.BundleEntryComponent::getResource)
        .filter(type::isInstance)
        .map(type::cast);
  }

  private static Parameters facts(Bundle answer) {
    return all(answer, GuidanceResponse.class)
        .flatMap(guidance -> guidance.getContained().stream())
        .filter(Parameters.class::isInstance)
        .map(Parameters.class::cast)
        .findFirst()
        .orElseGet(Parameters::new);
  }

  private static Said said(Bundle answer) {
    Map<String, String> facts = new TreeMap<>();
    facts(answer).getParameter().stream()
        .filter(parameter -> Facts.named(parameter.getName()).isPresent())
        .forEach(fact -> facts.put(fact.getName(), number(fact.getValue().primitiveValue())));
    return new Said(
        facts,
        all(answer, RiskAssessment.class)
            .map(risk -> risk.getPredictionFirstRep().getQualitativeRisk())
            .filter(risk -> risk.hasCoding())
            .map(risk -> risk.getCodingFirstRep().getCode())
            .findFirst(),
        Map.of(),
        all(answer, GuidanceResponse.class)
            .flatMap(guidance -> guidance.getDataRequirement().stream())
            .map(requirement -> requirement.getId().split("\\.", 2)[0])
            .collect(Collectors.toCollection(TreeSet::new)),
        all(answer, DetectedIssue.class)
            .map(issue -> issue.getCode().getCodingFirstRep().getCode())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private Set<String> planned(Person person) {
    CarePlan plan =
        FHIR.newJsonParser()
            .parseResource(
                CarePlan.class,
                post(
                    "/fhir/PlanDefinition/all-2025-11-19/$apply",
                    "application/fhir+json",
                    parameters(person, List.of())));
    return plan.getContained().stream()
        .filter(RequestGroup.class::isInstance)
        .map(RequestGroup.class::cast)
        .flatMap(group -> group.getAction().stream())
        .map(action -> action.getId())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Map<String, String> elsewhere(Bundle answer, Said registry) {
    return OtherEngineTest.statements(
        engine.evaluate(facts(answer), OtherEngineTest.definitions()),
        registry.options().isEmpty());
  }

  private Map<String, Said> registry(List<Person> people) throws Exception {
    Path export = Files.createDirectories(folder.resolve("export"));
    List<String> lines = new ArrayList<>();
    people.forEach(person -> person.resources().forEach(r -> lines.add(r.toString())));
    Files.write(export.resolve("all.ndjson"), lines);
    Path out = folder.resolve("out");
    new AssessRegistry(
            PublishedValidation.GUIDELINE,
            new RecordJson(ReadLimits.CLINICAL),
            1,
            1 << 20,
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .run(new AssessRegistry.Order(export, out, TODAY, false, List.of()));
    Map<String, Said> answers = new LinkedHashMap<>();
    for (String line : Files.readAllLines(out.resolve("patients.ndjson"))) {
      JsonNode answer = JSON.readTree(line);
      Map<String, String> facts = new TreeMap<>();
      answer
          .path("facts")
          .propertyStream()
          .filter(fact -> fact.getValue().has("value"))
          .forEach(fact -> facts.put(fact.getKey(), text(fact.getValue().path("value"))));
      Map<String, String> options = new TreeMap<>();
      for (JsonNode option : answer.path("options")) {
        options.put(
            option.path("id").asString(), status(option.path("status"), option.path("needs")));
      }
      Set<String> missing = new TreeSet<>();
      answer.path("missing").forEach(test -> missing.add(test.asString()));
      answers.put(
          answer.path("patient").asString(),
          new Said(
              facts,
              Optional.ofNullable(answer.path("riskGroup").asString(null)),
              options,
              missing,
              Set.of()));
    }
    return answers;
  }
}
