package org.karyon.fhirapi;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationDefinition.OperationDefinitionParameterComponent;
import org.hl7.fhir.r4.model.OperationDefinition.OperationParameterUse;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.karyon.fhirapi.knowledge.Artifacts;
import org.karyon.fhirapi.search.AnswerParameters;
import org.karyon.fhirapi.search.NotApplied;

/**
 * Refuses what no operation definition declares and what no read understands, by its name; with
 * {@code Prefer: handling=lenient} it is left aside.
 */
@Interceptor
public final class DeclaredParameters {

  private final List<OperationDefinition> operations;

  DeclaredParameters(Artifacts artifacts) {
    this.operations = artifacts.all(OperationDefinition.class);
  }

  /**
   * The parameters that an operation takes.
   *
   * @param code the operation without its dollar sign
   * @param type the resource type; empty for the whole system
   */
  Set<String> of(String code, Optional<String> type) {
    Set<String> names = new LinkedHashSet<>();
    parameters(code, type).forEach(parameter -> names.add(parameter.getName()));
    return names;
  }

  private Stream<OperationDefinitionParameterComponent> parameters(
      String code, Optional<String> type) {
    return operations.stream()
        .filter(operation -> operation.getCode().equals(code))
        .filter(
            operation ->
                type.isEmpty()
                    || operation.getResource().stream()
                        .map(CodeType::getValue)
                        .anyMatch(type.get()::equals))
        .flatMap(operation -> operation.getParameter().stream())
        .filter(parameter -> parameter.getUse() == OperationParameterUse.IN);
  }

  /**
   * Looks at the parameters when it is known what is asked.
   *
   * @param request the request
   * @param operation what is asked
   */
  @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
  public void look(RequestDetails request, RestOperationTypeEnum operation) {
    if (Handling.isLenient(request)) {
      return;
    }
    switch (operation) {
      case EXTENDED_OPERATION_SERVER, EXTENDED_OPERATION_TYPE, EXTENDED_OPERATION_INSTANCE -> {
        String code = request.getOperation().substring(1);
        Optional<String> type = Optional.ofNullable(request.getResourceName());
        List<String> asked = new ArrayList<>();
        AskedParameters.of(request)
            .forEach((name, values) -> asked.addAll(Collections.nCopies(values.length, name)));
        switch (request.getResource()) {
          case null -> {}
          case Parameters body ->
              body.getParameter().forEach(p -> asked.add(String.valueOf(p.getName())));
          default ->
              throw FhirFailures.invalid(
                  IssueType.STRUCTURE, "", "Send the parameters of an operation as Parameters.");
        }
        refuse(asked, of(code, type), request.getOperation());
        once(asked, code, type);
        if (operation == RestOperationTypeEnum.EXTENDED_OPERATION_INSTANCE) {
          ofInstance(asked, request.getOperation());
        }
      }
      default -> {}
    }
  }

  private void once(Collection<String> asked, String code, Optional<String> type) {
    Set<String> repeating =
        parameters(code, type)
            .filter(parameter -> parameter.getMax().equals("*"))
            .map(OperationDefinitionParameterComponent::getName)
            .collect(Collectors.toSet());
    Set<String> seen = new HashSet<>();
    for (String name : asked) {
      if (!seen.add(name) && !repeating.contains(name)) {
        throw FhirFailures.invalid(
            IssueType.INVALID, name, "The parameter '%s' is there twice.".formatted(name));
      }
    }
  }

  /** What is named by its id is not named once more, and then perhaps another. */
  static void ofInstance(Collection<String> asked, String operation) {
    List<FhirFailures.Refusal> refusals =
        asked.stream()
            .filter(name -> name.equals("url") || name.equals("planDefinition"))
            .map(
                name ->
                    new FhirFailures.Refusal(
                        name,
                        "The parameter '%s' belongs to %s on the type; here the id names what is meant."
                            .formatted(name, operation)))
            .toList();
    if (!refusals.isEmpty()) {
      throw FhirFailures.notSupported(refusals);
    }
  }

  /** A read, the history of an artifact, the metadata or a batch take little but their form. */
  static void onRead(RequestDetails request) {
    String operation = Optional.ofNullable(request.getOperation()).orElse("");
    Set<String> own =
        switch (operation) {
          case "metadata" -> Set.of("mode");
          case "_history" -> Set.of("_since", "_count");
          default -> Set.of();
        };
    Set<String> known = new HashSet<>(AnswerParameters.NAMES);
    known.addAll(own);
    if (Handling.isLenient(request)) {
      AskedParameters.leaveAside(request, known);
      return;
    }
    onRead(
        Optional.ofNullable(request.getResourceName())
            .orElse(operation.equals("metadata") ? "CapabilityStatement" : "Bundle"),
        AskedParameters.of(request),
        own);
  }

  static void onRead(String type, Map<String, String[]> asked, Set<String> own) {
    refuse(asked.keySet(), own, "this request");
    asked.forEach((name, values) -> form(type, name, values));
  }

  private static void form(String type, String name, String[] values) {
    if (values.length > 1) {
      throw FhirFailures.invalid(
          IssueType.INVALID, name, "The parameter '%s' is there twice.".formatted(name));
    }
    try {
      AnswerParameters.check(type, name, values[0]);
    } catch (NotApplied refused) {
      throw FhirFailures.notSupported(
          List.of(new FhirFailures.Refusal(name, String.valueOf(refused.getMessage()))));
    }
  }

  static void refuse(Collection<String> asked, Set<String> declared, String by) {
    List<FhirFailures.Refusal> refusals =
        asked.stream()
            .filter(name -> !AnswerParameters.NAMES.contains(name) && !declared.contains(name))
            .map(
                name ->
                    new FhirFailures.Refusal(
                        name,
                        "The parameter '%s' is not supported by %s%s."
                            .formatted(
                                name,
                                by,
                                declared.isEmpty()
                                    ? ""
                                    : "; supported are " + String.join(", ", declared))))
            .toList();
    if (!refusals.isEmpty()) {
      throw FhirFailures.notSupported(refusals);
    }
  }
}
