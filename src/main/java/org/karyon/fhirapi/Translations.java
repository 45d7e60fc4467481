package org.karyon.fhirapi;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.OtherElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;
import org.jspecify.annotations.Nullable;
import org.karyon.fhirapi.knowledge.Artifacts;
import org.karyon.fhirapi.knowledge.CodesToFacts;
import org.karyon.terminology.Terminology;

/**
 * {@code ConceptMap/$translate}: from the code of a test and its answer, or of a diagnosis, to a
 * fact and its value (FHIR R4, ConceptMap-translate).
 */
public final class Translations {

  private final Artifacts artifacts;
  private final Terminology terminology;

  Translations(Artifacts artifacts, Terminology terminology) {
    this.artifacts = artifacts;
    this.terminology = terminology;
  }

  /**
   * Translates by the concept map of that id.
   *
   * @param id the id of the map
   * @param code the code
   * @param system its system
   * @param coding code and system together
   * @param concept several codings
   * @param dependencies the answer of the test: {@code element} Observation.value and its {@code
   *     concept}
   * @return the facts that the code tells of; a test without its answer tells of none
   */
  @Operation(name = "$translate", type = ConceptMap.class, idempotent = true)
  public Parameters translate(
      @IdParam IdType id,
      @OperationParam(name = "code") @Nullable CodeType code,
      @OperationParam(name = "system") @Nullable UriType system,
      @OperationParam(name = "coding") @Nullable Coding coding,
      @OperationParam(name = "codeableConcept") @Nullable CodeableConcept concept,
      @OperationParam(name = "dependency", min = 0, max = 1)
          @Nullable ParametersParameterComponent dependencies) {
    ConceptMap map =
        artifacts
            .named(ConceptMap.class, id.getIdPart())
            .orElseThrow(() -> FhirFailures.notFound("There is no ConceptMap with this id."));
    return translated(
        List.of(map), Terminologies.codings(code, system, coding, concept), dependencies);
  }

  /**
   * Translates by the concept map of that URL, or by any.
   *
   * @param url the canonical URL of a map
   * @param code the code
   * @param system its system
   * @param coding code and system together
   * @param concept several codings
   * @param dependencies the answer of the test
   * @return the facts that the code tells of
   */
  @Operation(name = "$translate", type = ConceptMap.class, idempotent = true)
  public Parameters translate(
      @OperationParam(name = "url") @Nullable UriType url,
      @OperationParam(name = "code") @Nullable CodeType code,
      @OperationParam(name = "system") @Nullable UriType system,
      @OperationParam(name = "coding") @Nullable Coding coding,
      @OperationParam(name = "codeableConcept") @Nullable CodeableConcept concept,
      @OperationParam(name = "dependency", min = 0, max = 1)
          @Nullable ParametersParameterComponent dependencies) {
    List<ConceptMap> maps = artifacts.all(ConceptMap.class);
    if (url != null) {
      maps =
          List.of(
              artifacts
                  .canonical(ConceptMap.class, url.getValue())
                  .orElseThrow(
                      () -> FhirFailures.notFound("There is no ConceptMap with this URL.")));
    }
    return translated(maps, Terminologies.codings(code, system, coding, concept), dependencies);
  }

  private Parameters translated(
      List<ConceptMap> maps,
      List<Coding> codings,
      @Nullable ParametersParameterComponent dependency) {
    Set<String> answers = answers(dependency);
    List<ParametersParameterComponent> matches = new ArrayList<>();
    for (ConceptMap map : maps) {
      for (ConceptMapGroupComponent group : map.getGroup()) {
        for (Coding coding : codings) {
          if (group.getSource().equals(coding.getSystem())) {
            group.getElement().stream()
                .filter(element -> element.getCode().equals(coding.getCode()))
                .forEach(element -> match(map, group, element, answers, matches));
          }
        }
      }
    }
    Parameters answer = new Parameters();
    answer.addParameter("result", !matches.isEmpty());
    if (matches.isEmpty()) {
      answer.addParameter(
          "message",
          "The code tells of no fact, or not without the answer of the test as a 'dependency'.");
    }
    matches.forEach(answer::addParameter);
    return answer;
  }

  /** The answer's code is understood as the readers of records understand it. */
  private Set<String> answers(@Nullable ParametersParameterComponent dependency) {
    Set<String> answers = new HashSet<>();
    if (dependency == null) {
      return answers;
    }
    for (ParametersParameterComponent part : dependency.getPart()) {
      if (part.getName().equals("element")
          && !CodesToFacts.ANSWER.equals(part.getValue().primitiveValue())) {
        throw FhirFailures.invalid(
            IssueType.NOTSUPPORTED,
            "dependency.element",
            "The only dependency is " + CodesToFacts.ANSWER + ".");
      }
      if (part.getName().equals("concept")) {
        codings(part.getValue())
            .forEach(
                coding ->
                    answers.addAll(terminology.conceptsOf(coding.getSystem(), coding.getCode())));
      }
    }
    return answers;
  }

  private static List<Coding> codings(Type value) {
    List<Coding> codings =
        switch (value) {
          case CodeableConcept concept -> concept.getCoding();
          case Coding coding -> List.of(coding);
          default -> List.of();
        };
    return codings.stream().filter(coding -> coding.hasSystem() && coding.hasCode()).toList();
  }

  private static void match(
      ConceptMap map,
      ConceptMapGroupComponent group,
      SourceElementComponent element,
      Set<String> answers,
      List<ParametersParameterComponent> matches) {
    for (TargetElementComponent target : element.getTarget()) {
      boolean holds =
          target.getDependsOn().stream()
              .map(OtherElementComponent::getValue)
              .allMatch(answers::contains);
      if (holds) {
        matches.add(match(map, group, target));
      }
    }
  }

  private static ParametersParameterComponent match(
      ConceptMap map, ConceptMapGroupComponent group, TargetElementComponent target) {
    ParametersParameterComponent match = new ParametersParameterComponent();
    match.setName("match");
    match.addPart().setName("equivalence").setValue(new CodeType(target.getEquivalence().toCode()));
    match
        .addPart()
        .setName("concept")
        .setValue(new Coding(group.getTarget(), target.getCode(), target.getDisplay()));
    for (OtherElementComponent product : target.getProduct()) {
      ParametersParameterComponent part = match.addPart().setName("product");
      part.addPart().setName("element").setValue(new UriType(product.getProperty()));
      part.addPart()
          .setName("concept")
          .setValue(new Coding().setSystem(product.getSystem()).setCode(product.getValue()));
    }
    match.addPart().setName("source").setValue(new UriType(map.getUrl()));
    return match;
  }
}
