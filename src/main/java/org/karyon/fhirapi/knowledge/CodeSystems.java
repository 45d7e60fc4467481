package org.karyon.fhirapi.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.PropertyType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.StringType;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.RiskGroup;
import org.karyon.guideline.Citation;
import org.karyon.guideline.FactName;
import org.karyon.guideline.Guideline;
import org.karyon.terminology.CodeBinding;
import org.karyon.terminology.Concept;

/** The guideline's own vocabulary: facts and their values, features, groups, rules and options. */
final class CodeSystems {

  private static final String LINES = "lines";
  private static final String KIND = "kind";
  private static final String UNIT = "unit";

  private final Canonicals canonicals;
  private final Guideline guideline;

  CodeSystems(Canonicals canonicals) {
    this.canonicals = canonicals;
    this.guideline = canonicals.guideline();
  }

  List<CodeSystem> all() {
    return List.of(facts(), values(), groups(), features(), rules(), options(), concepts());
  }

  private CodeSystem system(
      String id, String title, String description, List<ConceptDefinitionComponent> concepts) {
    CodeSystem system = canonicals.published(new CodeSystem(), id, title, description);
    system.setCaseSensitive(true);
    system.setContent(CodeSystemContentMode.COMPLETE);
    system.setValueSet(canonicals.url("ValueSet", id));
    system.setConcept(concepts);
    system.setCount(concepts.size());
    return system;
  }

  private CodeSystem facts() {
    List<ConceptDefinitionComponent> concepts = new ArrayList<>();
    for (Fact<?> fact : Facts.all()) {
      FactName name = guideline.name(fact);
      ConceptDefinitionComponent concept = concept(fact.id(), name.name());
      lines(concept, name.citation());
      property(concept, KIND, fact.isAmount() ? "amount" : "term");
      if (!name.unit().isEmpty()) {
        concept.addProperty().setCode(UNIT).setValue(new StringType(name.unit()));
      }
      concepts.add(concept);
    }
    CodeSystem system =
        system(
            Canonicals.FACTS,
            "Facts of a patient with ALL",
            "What the guideline asks about a patient; each is known or unknown.",
            concepts);
    declareLines(system);
    declareKind(system);
    system
        .addProperty()
        .setCode(UNIT)
        .setType(PropertyType.STRING)
        .setDescription("The unit of an amount");
    return system;
  }

  private CodeSystem values() {
    Map<String, ConceptDefinitionComponent> values = new LinkedHashMap<>();
    Facts.all().stream()
        .flatMap(fact -> fact.terms().stream())
        .forEach(
            term -> values.putIfAbsent(term.id(), concept(term.id(), term.id().replace('-', ' '))));
    return system(
        Canonicals.FACT_VALUES,
        "Values of facts",
        "The terms that a fact can have; amounts are plain numbers.",
        List.copyOf(values.values()));
  }

  private CodeSystem groups() {
    return system(
        Canonicals.RISK_GROUPS,
        "Genetic risk groups of the guideline",
        "These groups rest on genetics alone and are not the paediatric risk groups that share"
            + " their names.",
        Arrays.stream(RiskGroup.values())
            .map(group -> concept(group.id(), group.id() + " genetic risk"))
            .toList());
  }

  private CodeSystem features() {
    CodeSystem system =
        system(
            Canonicals.RISK_FEATURES,
            "Genetic risk features",
            "The genetic features that the guideline weighs.",
            guideline.features().stream()
                .map(
                    feature ->
                        property(
                            lines(concept(feature.id(), feature.name()), feature.citation()),
                            KIND,
                            feature.weight().id()))
                .toList());
    declareLines(system);
    declareKind(system);
    return system;
  }

  private CodeSystem rules() {
    List<ConceptDefinitionComponent> concepts = new ArrayList<>();
    guideline
        .riskRows()
        .forEach(row -> concepts.add(rule(row.id(), row.says(), row.citation(), "risk")));
    guideline
        .tables()
        .forEach(
            table ->
                table
                    .rules()
                    .forEach(
                        rule ->
                            concepts.add(
                                rule(rule.id(), rule.title(), rule.citation(), "treatment"))));
    guideline
        .workUp()
        .values()
        .forEach(item -> concepts.add(rule(item.id(), item.name(), item.citation(), "work-up")));
    guideline
        .orderChecks()
        .checks()
        .forEach(
            check ->
                concepts.add(rule(check.id(), check.title(), check.citation(), "order-check")));
    CodeSystem system =
        system(
            Canonicals.RULES,
            "Rules of the guideline",
            "The rules, work-up items and order checks, by the ids that cards carry.",
            concepts);
    declareLines(system);
    declareKind(system);
    return system;
  }

  private static ConceptDefinitionComponent rule(
      String id, String words, Citation citation, String kind) {
    return property(lines(concept(id, words), citation), KIND, kind);
  }

  private CodeSystem options() {
    CodeSystem system =
        system(
            Canonicals.OPTIONS,
            "Treatment options",
            "What the guideline offers for a clinician to choose from.",
            guideline.options().values().stream()
                .map(option -> lines(concept(option.id(), option.name()), option.citation()))
                .toList());
    declareLines(system);
    return system;
  }

  private CodeSystem concepts() {
    return system(
        Canonicals.CONCEPTS,
        "What codes of records can stand for",
        "Tests, answers, drugs, diseases and procedures; each has a ValueSet of the codes that"
            + " stand for it.",
        guideline.terminology().concepts().stream()
            .map(concept -> concept(concept.id(), display(concept)))
            .toList());
  }

  /** The display of the first code is the best name that the terminology has. */
  static String display(Concept concept) {
    return concept.codes().stream()
        .map(CodeBinding::display)
        .filter(display -> !display.isBlank())
        .findFirst()
        .orElse(concept.id().replace('-', ' '));
  }

  private static ConceptDefinitionComponent concept(String code, String display) {
    return new ConceptDefinitionComponent().setCode(code).setDisplay(display);
  }

  private static ConceptDefinitionComponent property(
      ConceptDefinitionComponent concept, String property, String value) {
    concept.addProperty().setCode(property).setValue(new CodeType(value));
    return concept;
  }

  private static ConceptDefinitionComponent lines(
      ConceptDefinitionComponent concept, Citation citation) {
    if (!citation.lines().isEmpty()) {
      concept.addProperty().setCode(LINES).setValue(new StringType(citation.text()));
    }
    return concept;
  }

  private static void declareLines(CodeSystem system) {
    system
        .addProperty()
        .setCode(LINES)
        .setType(PropertyType.STRING)
        .setDescription("The lines of the source");
  }

  private static void declareKind(CodeSystem system) {
    system
        .addProperty()
        .setCode(KIND)
        .setType(PropertyType.CODE)
        .setDescription("What kind of entry it is");
  }
}
