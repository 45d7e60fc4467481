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
import org.hl7.fhir.r4.model.StringType;
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

  private final NamedArtifacts named;
  private final Artifacts artifacts;
  private final Terminology terminology;

  Translations(Artifacts artifacts, Terminology terminology) {
    this.named = new NamedArtifacts(artifacts);
    this.artifacts = artifacts;
    this.terminology = terminology;
  }

  /**
   * Translates by one concept map, or by any.
   *
   * @param id the id of a map, where the operation is called on one
   * @param url the canonical URL of a map otherwise
   * @param version the version of the map that is expected
   * @param code the code
   * @param system its system
   * @param coding code and system together
   * @param concept several codings
   * @param target the value set of the targets that are wanted
   * @param targetSystem the code system of the targets that are wanted
   * @param dependencies the answer of the test: {@code element} Observation.value and its {@code
   *     concept}
   * @return the facts that the code tells of; a test without its answer tells of none
   */
  @Operation(name = "$translate", type = ConceptMap.class, idempotent = true)
  public Parameters translate(
      @IdParam(optional = true) @Nullable IdType id,
      @OperationParam(name = "url") @Nullable UriType url,
      @OperationParam(name = "conceptMapVersion") @Nullable StringType version,
      @OperationParam(name = "code") @Nullable CodeType code,
      @OperationParam(name = "system") @Nullable UriType system,
      @OperationParam(name = "coding") @Nullable Coding coding,
      @OperationParam(name = "codeableConcept") @Nullable CodeableConcept concept,
      @OperationParam(name = "target") @Nullable UriType target,
      @OperationParam(name = "targetsystem") @Nullable UriType targetSystem,
      @OperationParam(name = "dependency", min = 0, max = 1)
          @Nullable ParametersParameterComponent dependencies) {
    List<ConceptMap> maps =
        id == null && url == null
            ? artifacts.all(ConceptMap.class).stream()
                .map(map -> named.checked(map, "conceptMapVersion", version))
                .toList()
            : List.of(named.named(ConceptMap.class, id, url, "conceptMapVersion", version));
    return translated(
        maps,
        AskedCodes.of(code, system, null, coding, concept),
        new Targets(target, targetSystem),
        dependencies);
  }

  /** Which targets are wanted; any where none is named. */
  private record Targets(@Nullable UriType set, @Nullable UriType system) {

    boolean wants(ConceptMap map, ConceptMapGroupComponent group) {
      return (system == null || group.getTarget().equals(system.getValue()))
          && (set == null || set.getValue().equals(map.getTargetUriType().getValue()));
    }
  }

  private Parameters translated(
      List<ConceptMap> maps,
      AskedCodes codes,
      Targets targets,
      @Nullable ParametersParameterComponent dependency) {
    Set<String> answers = answers(dependency);
    List<ParametersParameterComponent> matches = new ArrayList<>();
    for (ConceptMap map : maps) {
      for (ConceptMapGroupComponent group : map.getGroup()) {
        for (Coding coding : codes.codings()) {
          if (group.getSource().equals(coding.getSystem()) && targets.wants(map, group)) {
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
      switch (String.valueOf(part.getName())) {
        case "element" -> {
          if (!part.hasValue() || !CodesToFacts.ANSWER.equals(part.getValue().primitiveValue())) {
            throw FhirFailures.invalid(
                IssueType.NOTSUPPORTED,
                "dependency.element",
                "The only dependency is " + CodesToFacts.ANSWER + ".");
          }
        }
        case "concept" -> {
          List<Coding> given = part.hasValue() ? codings(part.getValue()) : List.of();
          if (given.isEmpty()) {
            throw FhirFailures.invalid(
                IssueType.REQUIRED,
                "dependency.concept",
                "The 'concept' of a dependency has a coding with its system and code.");
          }
          given.forEach(
              coding ->
                  answers.addAll(terminology.conceptsOf(coding.getSystem(), coding.getCode())));
        }
        default ->
            throw FhirFailures.invalid(
                IssueType.NOTSUPPORTED,
                "dependency",
                "A dependency has the parts 'element' and 'concept'.");
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
