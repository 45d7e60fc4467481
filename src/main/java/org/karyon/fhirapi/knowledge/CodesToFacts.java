package org.karyon.fhirapi.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.UriType;
import org.karyon.facts.Presence;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Lesion;
import org.karyon.guideline.Lesion.LesionTest;
import org.karyon.terminology.CodeBinding;
import org.karyon.terminology.Concept;
import org.karyon.terminology.ConceptGroup;

/**
 * What codes say of the genetic facts: a test's code with its answer, or a diagnosis by itself.
 * What a test cannot exclude is not mapped to an absence.
 */
public final class CodesToFacts {

  /** The element on which the meaning of a test depends: its answer. */
  public static final String ANSWER =
      "http://hl7.org/fhir/StructureDefinition/Observation#Observation.value";

  private final Canonicals canonicals;
  private final Guideline guideline;
  private final Map<String, ConceptMapGroupComponent> groups = new LinkedHashMap<>();
  private final Map<String, SourceElementComponent> elements = new LinkedHashMap<>();

  CodesToFacts(Canonicals canonicals) {
    this.canonicals = canonicals;
    this.guideline = canonicals.guideline();
  }

  ConceptMap map() {
    ConceptMap map =
        canonicals.published(
            new ConceptMap(),
            Canonicals.CODES_TO_FACTS,
            "From codes of records to facts of the guideline",
            "The code of a test needs its answer (the dependency Observation.value); a diagnosis"
                + " speaks for itself. The negative of a test that sees only a part of a lesion, or"
                + " that follows the response to treatment, excludes nothing by itself and is not"
                + " mapped.");
    map.setTarget(new UriType(canonicals.url("ValueSet", Canonicals.FACTS)));
    guideline.lesions().forEach(this::lesion);
    groups.values().forEach(map::addGroup);
    return map;
  }

  private void lesion(Lesion lesion) {
    for (LesionTest test : lesion.tests()) {
      answered(
          lesion, test.concept(), ConceptGroup.ANSWERS_PRESENT, Presence.PRESENT, Optional.empty());
      if (test.part().isEmpty() && !test.monitors()) {
        answered(
            lesion, test.concept(), ConceptGroup.ANSWERS_ABSENT, Presence.ABSENT, Optional.empty());
      }
    }
    for (String concept : lesion.shownByTests()) {
      answered(lesion, concept, ConceptGroup.ANSWERS_PRESENT, Presence.PRESENT, Optional.empty());
    }
    for (String concept : lesion.suggestedByTests()) {
      answered(
          lesion,
          concept,
          ConceptGroup.ANSWERS_PRESENT,
          Presence.PRESENT,
          Optional.of("Only suggests it; another test must confirm it (I-10)."));
    }
    stated(lesion, lesion.diagnoses(), Presence.PRESENT, Optional.empty());
    stated(
        lesion,
        lesion.suggestedBy(),
        Presence.PRESENT,
        Optional.of("Only suggests it; another test must confirm it (I-10)."));
    stated(lesion, lesion.excludedByDiagnoses(), Presence.ABSENT, Optional.empty());
  }

  private void answered(
      Lesion lesion, String concept, ConceptGroup answers, Presence says, Optional<String> doubt) {
    for (CodeBinding code : codes(concept)) {
      TargetElementComponent target = target(code, lesion, says, doubt);
      for (String answer : guideline.terminology().members(answers)) {
        target
            .addDependsOn()
            .setProperty(ANSWER)
            .setSystem(canonicals.url("CodeSystem", Canonicals.CONCEPTS))
            .setValue(answer);
      }
    }
  }

  private void stated(Lesion lesion, List<String> concepts, Presence says, Optional<String> doubt) {
    concepts.forEach(concept -> codes(concept).forEach(code -> target(code, lesion, says, doubt)));
  }

  private List<CodeBinding> codes(String concept) {
    return guideline.terminology().concept(concept).map(Concept::codes).orElse(List.of()).stream()
        .filter(CodeBinding::verified)
        .filter(code -> !code.prefix())
        .toList();
  }

  private TargetElementComponent target(
      CodeBinding code, Lesion lesion, Presence says, Optional<String> doubt) {
    TargetElementComponent target =
        element(code)
            .addTarget()
            .setCode(lesion.fact().id())
            .setDisplay(guideline.name(lesion.fact()).name())
            .setEquivalence(
                doubt.isPresent()
                    ? ConceptMapEquivalence.INEXACT
                    : ConceptMapEquivalence.RELATEDTO);
    doubt.ifPresent(target::setComment);
    target
        .addProduct()
        .setProperty(canonicals.url("CodeSystem", Canonicals.FACTS) + '#' + lesion.fact().id())
        .setSystem(canonicals.url("CodeSystem", Canonicals.FACT_VALUES))
        .setValue(says.id());
    return target;
  }

  private SourceElementComponent element(CodeBinding code) {
    return elements.computeIfAbsent(
        code.system() + '|' + code.code(),
        unused ->
            groups
                .computeIfAbsent(
                    code.system(),
                    system ->
                        new ConceptMapGroupComponent()
                            .setSource(system)
                            .setTarget(canonicals.url("CodeSystem", Canonicals.FACTS)))
                .addElement()
                .setCode(code.code())
                .setDisplay(code.ownDisplay().orElse(null)));
  }
}
