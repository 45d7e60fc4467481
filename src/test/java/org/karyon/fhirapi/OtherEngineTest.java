package org.karyon.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cqframework.cql.cql2elm.CqlCompilerOptions;
import org.cqframework.cql.cql2elm.CqlTranslator;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.ModelManager;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.karyon.assessment.Assess;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.OrderFinding;
import org.karyon.fhirapi.answers.FactParameters;
import org.karyon.fhirapi.cql.CqlLibrary;
import org.karyon.fhirapi.cql.CqlNames;
import org.karyon.fhirapi.knowledge.Canonicals;
import org.karyon.guideline.Guideline;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Another engine, handed nothing but what is published, says of every patient what Karyon says: an
 * independent oracle for both.
 */
@Tag("slow")
class OtherEngineTest {

  private static final int PATIENTS = Integer.getInteger("trial.elsewhere", 1000);

  private static final Guideline GUIDELINE = PublishedValidation.GUIDELINE;
  private static final CqlLibrary LIBRARY = new CqlLibrary(Canonicals.LOGIC, GUIDELINE);

  @Test
  void theElmIsWhatTheTranslatorMakesOfTheCql() {
    CqlTranslator translator =
        CqlTranslator.Companion.fromText(
            LIBRARY.cql(), new LibraryManager(new ModelManager(), new CqlCompilerOptions()));
    assertThat(translator.getErrors()).isEmpty();
    JsonNode translated = JsonMapper.shared().readTree(translator.toJson());
    JsonNode ours = JsonMapper.shared().readTree(LIBRARY.elm());
    for (String part : new String[] {"identifier", "parameters", "statements"}) {
      assertThat(plain(ours.path("library").path(part)))
          .as(part)
          .isEqualTo(plain(translated.path("library").path(part)));
    }
  }

  /** Without the translator's notes on where things stand. */
  private static JsonNode plain(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(Set.of("annotation", "localId", "locator", "signature", "resultTypeName"));
    }
    node.forEach(OtherEngineTest::plain);
    return node;
  }

  /** The request of docs/elsewhere.md, with the package and nothing else. */
  @Test
  void theStepsOfThePageAreTaken() throws IOException {
    String page = Files.readString(Path.of("docs/elsewhere.md"));
    String body = page.substring(page.indexOf("{\"resourceType\":\"Parameters\""));
    Parameters request =
        FhirContext.forR4Cached()
            .newJsonParser()
            .parseResource(Parameters.class, body.substring(0, body.indexOf("```")));
    Parameters facts =
        (Parameters)
            request.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("parameters"))
                .findFirst()
                .orElseThrow()
                .getResource();
    OtherEngine engine = new OtherEngine(PackageTest.PACKAGE, PublishedValidation.CANONICALS);
    CarePlan plan = (CarePlan) engine.apply(PublishedValidation.CANONICALS.whole(), facts);
    String written = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(plan);
    assertThat(written).contains("tki-chemotherapy", "tki-blinatumomab").doesNotContain("pomp");
    assertThat(
            engine.evaluate(
                facts, Set.of("option tki-chemotherapy", "rule ph-neg-adult-induction holds")))
        .containsEntry("option tki-chemotherapy", "applies")
        .containsEntry("rule ph-neg-adult-induction holds", "false");
  }

  @Test
  void generatedPatientsAreJudgedAlike() {
    OtherEngine engine = new OtherEngine(PackageTest.PACKAGE, PublishedValidation.CANONICALS);
    GeneratedPatients patients = new GeneratedPatients(GUIDELINE, 20261123);
    Assess assess = new Assess(GUIDELINE);
    Map<String, Integer> seen = new TreeMap<>();
    for (int index = 0; index < PATIENTS; index++) {
      Assessment ours = assess.assess(patients.next());
      isJudgedAlike("patient " + index, engine, ours);
      statements(ours).values().forEach(value -> seen.merge(value, 1, Integer::sum));
    }
    assertThat(seen)
        .containsKeys("applies", "needs", "excluded", "fires", "asks", "notes", "missing");
    // None of these agreements is about patients of whom nothing is said.
    assertThat(seen.values()).as(seen.toString()).allMatch(times -> times >= PATIENTS / 200);
  }

  static void isJudgedAlike(String name, OtherEngine engine, Assessment ours) {
    Parameters facts = FactParameters.of(ours, GUIDELINE);
    assertThat(
            statements(
                engine.evaluate(facts, definitions()), ours.scope() == Assessment.Scope.NOT_KNOWN))
        .as(
            name
                + ' '
                + ours.scope()
                + ' '
                + facts.getParameter().stream()
                    .map(p -> p.getName() + '=' + p.getValue().primitiveValue())
                    .collect(Collectors.joining(" ")))
        .isEqualTo(statements(ours));
  }

  static Set<String> definitions() {
    Set<String> definitions = new TreeSet<>();
    GUIDELINE.options().keySet().forEach(id -> definitions.add(CqlNames.option(id)));
    GUIDELINE.workUp().values().forEach(item -> definitions.add(CqlNames.missing(item)));
    GUIDELINE.riskRows().forEach(row -> definitions.add(CqlNames.decides(row)));
    GUIDELINE
        .orderChecks()
        .checks()
        .forEach(
            check -> {
              definitions.add(CqlNames.fires(check));
              definitions.add(CqlNames.asks(check));
              definitions.add(CqlNames.notes(check));
            });
    definitions.retainAll(LIBRARY.definitions());
    return definitions;
  }

  /** What the other engine says; nothing of options where it is not known of a leukemia. */
  static Map<String, String> statements(Map<String, String> theirs, boolean notKnown) {
    Map<String, String> statements = new TreeMap<>();
    for (String option : GUIDELINE.options().keySet()) {
      String status = theirs.get(CqlNames.option(option));
      boolean open = notKnown && "needs".equals(status);
      statements.put("option " + option, open ? "excluded" : status);
    }
    GUIDELINE
        .workUp()
        .values()
        .forEach(
            item ->
                put(statements, theirs, CqlNames.missing(item), "test " + item.id(), "missing"));
    GUIDELINE
        .riskRows()
        .forEach(row -> put(statements, theirs, CqlNames.decides(row), "risk", row.id()));
    GUIDELINE
        .orderChecks()
        .checks()
        .forEach(
            check -> {
              put(statements, theirs, CqlNames.fires(check), "check " + check.id(), "fires");
              put(statements, theirs, CqlNames.asks(check), "check " + check.id(), "asks");
              put(statements, theirs, CqlNames.notes(check), "check " + check.id(), "notes");
            });
    return statements;
  }

  private static void put(
      Map<String, String> statements,
      Map<String, String> theirs,
      String definition,
      String subject,
      String word) {
    if (theirs.get(definition).equals("true")) {
      statements.merge(subject, word, (one, two) -> one + " and " + two);
    }
  }

  private static Map<String, String> statements(Assessment ours) {
    Map<String, String> statements = new TreeMap<>();
    GUIDELINE.options().keySet().forEach(id -> statements.put("option " + id, "excluded"));
    ours.treatment()
        .ifPresent(
            advice ->
                advice
                    .options()
                    .forEach(
                        option ->
                            statements.put(
                                "option " + option.option().id(), option.status().id())));
    ours.missingTests().forEach(test -> statements.put("test " + test.item().id(), "missing"));
    ours.risk()
        .flatMap(risk -> risk.decidedBy())
        .ifPresent(row -> statements.put("risk", row.id()));
    for (OrderFinding finding : ours.orders().findings()) {
      statements.put(
          "check " + finding.check().id(),
          switch (finding.state()) {
            case CONFLICT -> "fires";
            case NOTE -> "notes";
            case OPEN -> "asks";
          });
    }
    return statements;
  }
}
