package org.karyon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.karyon.assessment.Assess;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.OptionAdvice;
import org.karyon.chart.SentResources;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.OrderSelection;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.PatientRecord;
import org.karyon.facts.RecordedTest;
import org.karyon.guideline.Guideline;
import org.karyon.reading.RecordReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What must not matter, tried on every example patient: the order of resources, a resource of
 * something else, a duplicate; and what is taken away never makes the advice more specific. All
 * changes are drawn by a fixed seed.
 */
@Tag("slow")
class PermutationTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Guideline GUIDELINE = BuiltIn.GUIDELINE;
  private static final RecordReader READER = new RecordReader(GUIDELINE);
  private static final Assess ASSESS = new Assess(GUIDELINE);
  private static final int SHUFFLES = Integer.getInteger("trial.shuffles", 2);

  /** With so many orders every resource is doubled; with fewer, as large a share. */
  private static final int ALL_ARE_DOUBLED_FROM = 12;

  private interface Trial {
    void on(Map<String, List<JsonNode>> resources, Random random);
  }

  private static Stream<DynamicTest> onEveryExample(Trial trial) {
    return ExampleFolders.each(
        example ->
            trial.on(resources(example), new Random(ExampleFolders.name(example).hashCode())));
  }

  /** The resources of the example's request, by prefetch key. */
  private static Map<String, List<JsonNode>> resources(Path example) {
    JsonNode request = ExampleFolders.request(example);
    Map<String, List<JsonNode>> resources = new LinkedHashMap<>();
    request
        .path("prefetch")
        .propertyStream()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              boolean bundle = value.path("resourceType").asString("").equals("Bundle");
              resources.put(
                  entry.getKey(),
                  new ArrayList<>(
                      bundle
                          ? value.path("entry").valueStream().map(e -> e.path("resource")).toList()
                          : List.of(value)));
            });
    return resources;
  }

  private static PatientRecord read(Map<String, List<JsonNode>> resources) {
    return READER.read(
        SentResources.chart(
            resources.get("patient").get(0).path("id").asString(),
            resources.values().stream().flatMap(List::stream).toList()),
        TODAY,
        new OrderSelection.Every());
  }

  private static Assessment assess(Map<String, List<JsonNode>> resources) {
    return ASSESS.assess(read(resources));
  }

  /** Everything that is concluded: facts, work-up, risk, rules, options. */
  private static Map<String, String> conclusions(Assessment assessment) {
    Map<String, String> conclusions = new TreeMap<>();
    conclusions.put("scope", assessment.scope().name());
    assessment.facts().all().forEach((fact, finding) -> conclusions.put(fact.id(), say(finding)));
    assessment.all().forEach(item -> conclusions.put(item.item().id(), item.status().name()));
    assessment
        .risk()
        .ifPresent(risk -> conclusions.put("risk", risk.group() + (risk.provisional() ? "?" : "")));
    assessment
        .treatment()
        .ifPresent(
            advice -> {
              conclusions.put(
                  "rules", advice.rules().stream().map(rule -> rule.id()).toList().toString());
              advice
                  .options()
                  .forEach(option -> conclusions.put(option.option().id(), option.status().id()));
            });
    return conclusions;
  }

  private static String say(Finding<?> finding) {
    return switch (finding) {
      case Known<?> known -> known.known().id() + (known.contradictedBy().isEmpty() ? "" : "!");
      case Unknown<?> unknown -> unknown.reason().words();
    };
  }

  @TestFactory
  Stream<DynamicTest> theOrderOfResourcesNeverMatters() {
    return onEveryExample(
        (resources, random) -> {
          Assessment before = assess(resources);
          for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
            resources.values().forEach(values -> Collections.shuffle(values, random));
            Assessment after = assess(resources);

            assertThat(conclusions(after)).isEqualTo(conclusions(before));
            assertThat(after.record().timeline()).isEqualTo(before.record().timeline());
            assertThat(evidence(after)).isEqualTo(evidence(before));
          }
        });
  }

  private static Map<String, List<String>> evidence(Assessment assessment) {
    Map<String, List<String>> evidence = new TreeMap<>();
    assessment
        .facts()
        .all()
        .forEach(
            (fact, finding) ->
                evidence.put(
                    fact.id(), finding.evidence().stream().map(e -> e.resource()).toList()));
    return evidence;
  }

  @TestFactory
  Stream<DynamicTest> aResourceOfSomethingElseNeverMatters() {
    return onEveryExample(
        (resources, random) -> {
          Map<String, String> before = conclusions(assess(resources));
          for (String other : OTHER) {
            Map<String, List<JsonNode>> more = copy(resources);
            JsonNode resource = other(other, resources);
            List<JsonNode> values = more.get(key(resource));
            values.add(random.nextInt(values.size() + 1), resource);

            assertThat(conclusions(assess(more))).as(other).isEqualTo(before);
          }
        });
  }

  private static final List<String> OTHER =
      List.of(
          "{'resourceType':'Observation','status':'final','code':{'coding':[{'system':'http://loinc.org','code':'8867-4'}],'text':'Heart"
              + " rate'},'effectiveDateTime':'2026-11-22','valueQuantity':{'value':88,'unit':'/min'}}",
          "{'resourceType':'Observation','status':'final','code':{'coding':[{'system':'http://loinc.org','code':'4548-4'}],'text':'Hemoglobin"
              + " A1c'},'effectiveDateTime':'2026-11-22','valueQuantity':{'value':5.1,'unit':'%'}}",
          "{'resourceType':'Observation','status':'final','code':{'text':'Urine"
              + " culture'},'effectiveDateTime':'2026-11-22','valueString':'No growth. Positive"
              + " control detected.'}",
          "{'resourceType':'Observation','status':'final','code':{'text':'AML MRD by"
              + " flow'},'effectiveDateTime':'2026-11-22','valueString':'positive, 3 %'}",
          "{'resourceType':'Observation','status':'entered-in-error','code':{'text':'MRD by flow,"
              + " bone marrow'},'effectiveDateTime':'2026-11-22','valueString':'positive'}",
          "{'resourceType':'DiagnosticReport','status':'final','code':{'text':'Chest"
              + " X-ray'},'effectiveDateTime':'2026-11-22','conclusion':'No residual infiltrate."
              + " Normal heart size.'}",
          "{'resourceType':'Procedure','status':'completed','code':{'text':'Appendectomy'},'performedDateTime':'2010-01-01'}",
          "{'resourceType':'MedicationRequest','status':'active','intent':'order','medicationCodeableConcept':{'text':'pantoprazole'},'authoredOn':'2026-11-22'}");

  private static JsonNode other(String text, Map<String, List<JsonNode>> resources) {
    ObjectNode resource = (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    resource.put("id", "something-else");
    resource
        .putObject("subject")
        .put("reference", "Patient/" + resources.get("patient").get(0).path("id").asString());
    return resource;
  }

  private static String key(JsonNode resource) {
    return switch (resource.path("resourceType").asString()) {
      case "Observation" -> "laboratory";
      case "DiagnosticReport" -> "reports";
      case "Procedure" -> "procedures";
      case "MedicationRequest" -> "medicationRequests";
      default -> throw new IllegalArgumentException(resource.toString());
    };
  }

  private static Map<String, List<JsonNode>> copy(Map<String, List<JsonNode>> resources) {
    Map<String, List<JsonNode>> copy = new LinkedHashMap<>();
    resources.forEach((key, values) -> copy.put(key, new ArrayList<>(values)));
    return copy;
  }

  @TestFactory
  Stream<DynamicTest> aDuplicateChangesNothing() {
    return onEveryExample(
        (resources, random) -> {
          Map<String, String> before = conclusions(assess(resources));
          resources.forEach(
              (key, values) -> {
                for (JsonNode value : key.equals("patient") ? List.<JsonNode>of() : values) {
                  if (random.nextInt(ALL_ARE_DOUBLED_FROM) >= SHUFFLES) {
                    continue;
                  }
                  for (String id : List.of(value.path("id").asString(), "the-same-again")) {
                    Map<String, List<JsonNode>> more = copy(resources);
                    more.get(key).add(((ObjectNode) value.deepCopy()).put("id", id));

                    assertThat(conclusions(assess(more)))
                        .as("%s as %s", value.path("id"), id)
                        .isEqualTo(before);
                  }
                }
              });
        });
  }

  /**
   * Forgetting a fact: an option that was decided may become open, and what was open is never
   * decided by it. A genetic feature is forgotten together with the tests, because once both
   * studies are done an untested lesion counts as absent (I-11).
   */
  @TestFactory
  Stream<DynamicTest> forgettingAFactNeverMakesTheAdviceMoreSpecific() {
    return onEveryExample(
        (resources, random) -> {
          PatientRecord record = read(resources);
          Assessment before = ASSESS.assess(record);
          for (Fact<?> fact : record.facts().all().keySet()) {
            Assessment after =
                ASSESS.assess(with(record, forget(record.facts(), fact), tests(record, fact)));
            isNotMoreSpecific(before, after, fact.id());
          }
        });
  }

  private static <V extends FactValue> PatientFacts forget(PatientFacts facts, Fact<V> fact) {
    return facts.with(fact, Finding.notRecorded());
  }

  private static List<RecordedTest> tests(PatientRecord record, Fact<?> fact) {
    boolean feature =
        GUIDELINE.features().stream().anyMatch(candidate -> candidate.fact().equals(fact))
            || fact.equals(Facts.KMT2A_AFF1);
    return feature ? List.of() : record.tests();
  }

  private static PatientRecord with(
      PatientRecord record, PatientFacts facts, List<RecordedTest> tests) {
    return new PatientRecord(
        record.asOf(),
        facts,
        tests,
        record.therapies(),
        record.orders(),
        record.treatedSince(),
        record.diagnosed(),
        record.timeline(),
        record.gaps(),
        record.notGraded(),
        record.notations(),
        record.unreadable());
  }

  private static void isNotMoreSpecific(Assessment before, Assessment after, String what) {
    if (before.treatment().isEmpty() || after.treatment().isEmpty()) {
      return;
    }
    Map<String, OptionAdvice.Status> earlier = new TreeMap<>();
    before.treatment().get().options().forEach(o -> earlier.put(o.option().id(), o.status()));
    for (OptionAdvice option : after.treatment().get().options()) {
      boolean decided = option.status() == OptionAdvice.Status.APPLIES;
      if (decided) {
        assertThat(earlier.get(option.option().id()))
            .as("%s without %s", option.option().id(), what)
            .isEqualTo(OptionAdvice.Status.APPLIES);
      }
    }
    Set<String> rules = new TreeSet<>();
    before.treatment().get().rules().forEach(rule -> rules.add(rule.id()));
    after
        .treatment()
        .get()
        .rules()
        .forEach(rule -> assertThat(rules).as("without %s", what).contains(rule.id()));
  }

  /** Taking a result out of the record leaves an induction, a remission or a relapse as open. */
  @TestFactory
  Stream<DynamicTest> takingAResidualDiseaseResultAwayNeverAnswersTheQuestion() {
    return onEveryExample(
        (resources, random) -> {
          Map<String, List<JsonNode>> less = copy(resources);
          less.values().forEach(values -> values.removeIf(PermutationTest::isResidualDisease));
          Assessment after = assess(less);

          assertThat(after.facts().get(Facts.MRD).value()).isEmpty();
          isNotMoreSpecific(assess(resources), after, "MRD");
        });
  }

  private static boolean isResidualDisease(JsonNode resource) {
    String text = resource.path("code").toString() + resource.path("conclusion");
    return text.matches("(?s).*(?:MRD|residual disease|69380-4|transcript|BCR::ABL1/ABL1).*");
  }

  @Test
  void theExamplesHaveWhatTheTrialsNeed() throws IOException {
    int observations = 0;
    for (Path example : ExampleFolders.all()) {
      Map<String, List<JsonNode>> resources = resources(example);
      observations += resources.getOrDefault("laboratory", List.of()).size();
    }
    assertThat(ExampleFolders.all()).hasSizeGreaterThanOrEqualTo(28);
    assertThat(observations).isGreaterThan(300);
  }
}
