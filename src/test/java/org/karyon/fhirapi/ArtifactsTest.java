package org.karyon.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.fhirpath.IFhirPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.Questionnaire;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.PatientFacts;
import org.karyon.fhirapi.answers.FactParameters;
import org.karyon.fhirapi.cql.CqlLibrary;
import org.karyon.fhirapi.knowledge.Canonicals;
import org.karyon.fhirapi.knowledge.FactExpressions;
import org.karyon.guideline.Condition;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.FactDomains;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Row;
import org.karyon.guideline.TreatmentRule;

/** The artifacts say what the guideline says, all of it, in valid FHIR. */
@Tag("slow")
class ArtifactsTest {

  private static final Guideline GUIDELINE = PublishedValidation.GUIDELINE;

  private static <R extends MetadataResource> Set<String> ids(Class<R> type) {
    return PublishedValidation.ARTIFACTS.all(type).stream()
        .map(artifact -> artifact.getIdElement().getIdPart())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @TestFactory
  Stream<DynamicTest> everyArtifactIsValid() {
    return PublishedValidation.everyArtifact().stream()
        .map(
            artifact ->
                DynamicTest.dynamicTest(
                    artifact.fhirType() + "/" + artifact.getIdElement().getIdPart(),
                    () -> assertThat(PublishedValidation.complaints(artifact)).isEmpty()));
  }

  @Test
  void everythingThatCanBeOrderedIsAnActivityDefinitionWithoutADose() {
    assertThat(ids(ActivityDefinition.class))
        .containsExactlyInAnyOrderElementsOf(GUIDELINE.orderables().keySet());
    PublishedValidation.ARTIFACTS
        .all(ActivityDefinition.class)
        .forEach(
            activity ->
                activity
                    .getDosage()
                    .forEach(dosage -> assertThat(dosage.hasDoseAndRate()).isFalse()));
  }

  @Test
  void theActionsOfATableAreItsRules() {
    for (DecisionTable table : GUIDELINE.tables()) {
      PlanDefinition plan =
          PublishedValidation.ARTIFACTS.named(PlanDefinition.class, table.id()).orElseThrow();
      assertThat(plan.getAction().stream().map(PlanDefinitionActionComponent::getId))
          .containsExactlyElementsOf(table.rules().stream().map(TreatmentRule::id).toList());
    }
    assertThat(actions("work-up")).containsExactlyElementsOf(GUIDELINE.workUp().keySet());
    assertThat(actions("order-checks"))
        .containsExactlyElementsOf(
            GUIDELINE.orderChecks().checks().stream().map(check -> check.id()).toList());
  }

  private static List<String> actions(String plan) {
    return PublishedValidation.ARTIFACTS
        .named(PlanDefinition.class, plan)
        .orElseThrow()
        .getAction()
        .stream()
        .map(PlanDefinitionActionComponent::getId)
        .toList();
  }

  @Test
  void whateverAnActionNamesIsPublished() {
    Set<String> urls =
        PublishedValidation.everyArtifact().stream()
            .map(MetadataResource::getUrl)
            .collect(Collectors.toSet());
    List<PlanDefinitionActionComponent> all = new ArrayList<>();
    PublishedValidation.ARTIFACTS
        .all(PlanDefinition.class)
        .forEach(plan -> collect(plan.getAction(), all));
    assertThat(all).hasSizeGreaterThan(150);
    for (PlanDefinitionActionComponent action : all) {
      if (action.getDefinition() instanceof CanonicalType definition) {
        assertThat(urls).contains(definition.getValue());
      }
      action
          .getCondition()
          .forEach(c -> assertThat(c.getExpression().getDescription()).endsWith("."));
    }
  }

  /** An order stands alone, or is a member of what a condition guards. */
  @Test
  void noActionStandsWithoutTheConditionThatGuardsIt() {
    List<String> definitions = new CqlLibrary(Canonicals.LOGIC, GUIDELINE).definitions();
    for (PlanDefinition plan : PublishedValidation.ARTIFACTS.all(PlanDefinition.class)) {
      for (PlanDefinitionActionComponent action : plan.getAction()) {
        assertThat(action.getCondition()).as(action.getId()).isNotEmpty();
        action.getAction().stream()
            .filter(member -> !member.hasDefinition() || member.hasCode())
            .forEach(member -> assertThat(member.getCondition()).as(member.getId()).isNotEmpty());
      }
    }
    List<PlanDefinitionActionComponent> all = new ArrayList<>();
    PublishedValidation.ARTIFACTS
        .all(PlanDefinition.class)
        .forEach(plan -> collect(plan.getAction(), all));
    for (PlanDefinitionActionComponent action : all) {
      for (PlanDefinition.PlanDefinitionActionConditionComponent condition :
          action.getCondition()) {
        assertThat(condition.getExpression().getLanguage()).isEqualTo("text/cql-identifier");
        assertThat(definitions).contains(condition.getExpression().getExpression());
      }
    }
  }

  @Test
  void theLibraryIsNamedAsItsTextNamesItself() {
    Library library =
        PublishedValidation.ARTIFACTS.named(Library.class, Canonicals.LOGIC).orElseThrow();
    assertThat(library.getUrl()).endsWith("/Library/" + library.getName());
    assertThat(library.getContent().stream().map(c -> c.getContentType()))
        .contains("text/cql", "application/elm+json");
  }

  private static void collect(
      List<PlanDefinitionActionComponent> actions, List<PlanDefinitionActionComponent> all) {
    for (PlanDefinitionActionComponent action : actions) {
      all.add(action);
      collect(action.getAction(), all);
    }
  }

  /** Known patients get the table's answer; a patient of whom nothing is known gets none. */
  @Test
  void theFhirPathOfARuleIsTheRule() {
    IFhirPath engine = FhirContext.forR4Cached().newFhirPath();
    Random random = new Random(20261123);
    for (DecisionTable table : GUIDELINE.tables()) {
      Map<Fact<?>, List<FactValue>> domains = FactDomains.of(conditions(table));
      List<Map<Fact<?>, FactValue>> patients = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        patients.add(
            domains.entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey,
                        domain ->
                            domain.getValue().get(random.nextInt(domain.getValue().size())))));
      }
      PlanDefinition plan =
          PublishedValidation.ARTIFACTS.named(PlanDefinition.class, table.id()).orElseThrow();
      for (int i = 0; i < table.rules().size(); i++) {
        TreatmentRule rule = table.rules().get(i);
        PlanDefinitionActionComponent action = plan.getAction().get(i);
        for (Map<Fact<?>, FactValue> patient : patients) {
          boolean holds =
              table.appliesTo().holdsFor(patient)
                  && rule.when().stream().anyMatch(row -> row.holdsFor(patient));
          assertThat(isTrue(engine, action, facts(patient)))
              .as(rule.id() + " " + patient)
              .isEqualTo(holds);
        }
        assertThat(isTrue(engine, action, PatientFacts.none())).as(rule.id()).isFalse();
      }
    }
  }

  private static List<Condition> conditions(DecisionTable table) {
    List<Row> rows = new ArrayList<>(List.of(table.appliesTo()));
    table.rules().forEach(rule -> rows.addAll(rule.when()));
    return rows.stream().flatMap(row -> row.conditions().stream()).toList();
  }

  private static PatientFacts facts(Map<Fact<?>, FactValue> patient) {
    PatientFacts facts = PatientFacts.none();
    for (Map.Entry<Fact<?>, FactValue> entry : patient.entrySet()) {
      facts = with(facts, entry.getKey(), entry.getValue());
    }
    return facts;
  }

  private static <V extends FactValue> PatientFacts with(
      PatientFacts facts, Fact<V> fact, FactValue value) {
    return facts.with(fact, new Known<>(fact.type().cast(value), List.of(), List.of()));
  }

  private static Expression alternative(Expression expression) {
    return (Expression) expression.getExtensionByUrl(FactExpressions.ALTERNATIVE).getValue();
  }

  private static boolean isTrue(
      IFhirPath engine, PlanDefinitionActionComponent action, PatientFacts facts) {
    return action.getCondition().stream()
        .allMatch(
            condition ->
                engine
                    .evaluateFirst(
                        FactParameters.of(facts),
                        alternative(condition.getExpression()).getExpression(),
                        BooleanType.class)
                    .map(BooleanType::booleanValue)
                    .orElse(false));
  }

  @Test
  void theQuestionnaireAsksWhatOnlyAClinicianCanSettle() {
    Questionnaire questionnaire =
        PublishedValidation.ARTIFACTS.named(Questionnaire.class, "clinician-facts").orElseThrow();
    assertThat(questionnaire.getItem().stream().map(item -> item.getLinkId()))
        .contains("frail", "planned-transplantation")
        .doesNotContain("bcrAbl1", "mrd", "ageGroup");
  }

  @Test
  void everyCodeCarriesTheDisplayOfItsOwnSystemOrNone() {
    assertThat(
            PublishedValidation.everyArtifact().stream()
                .flatMap(artifact -> CodesInUse.wronglyNamed(artifact).stream())
                .distinct())
        .isEmpty();
    assertThat(CodesInUse.withRemarks()).isEmpty();
  }
}
