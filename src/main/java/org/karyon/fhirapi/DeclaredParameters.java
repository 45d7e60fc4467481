package org.karyon.fhirapi;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationDefinition.OperationParameterUse;
import org.hl7.fhir.r4.model.Parameters;
import org.karyon.fhirapi.knowledge.Artifacts;

/**
 * Refuses what no operation definition declares and what no read understands, by its name; with
 * {@code Prefer: handling=lenient} it is left aside.
 */
@Interceptor
public final class DeclaredParameters {

  private static final Set<String> OF_FORM = Set.of("_format", "_pretty", "_summary", "_elements");

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
    operations.stream()
        .filter(operation -> operation.getCode().equals(code))
        .filter(
            operation ->
                type.isEmpty()
                    || operation.getResource().stream()
                        .map(CodeType::getValue)
                        .anyMatch(type.get()::equals))
        .flatMap(operation -> operation.getParameter().stream())
        .filter(parameter -> parameter.getUse() == OperationParameterUse.IN)
        .forEach(parameter -> names.add(parameter.getName()));
    return names;
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
        Set<String> declared = of(code, Optional.ofNullable(request.getResourceName()));
        refuse(AskedParameters.of(request).keySet(), declared, request.getOperation());
        if (request.getResource() instanceof Parameters body) {
          refuse(
              body.getParameter().stream()
                  .map(given -> Optional.ofNullable(given.getName()).orElse(""))
                  .toList(),
              declared,
              request.getOperation());
        }
      }
      default -> {}
    }
  }

  /** A read, the history of an artifact, the metadata or a batch take nothing but their form. */
  static void onRead(RequestDetails request) {
    if (Handling.isLenient(request)) {
      AskedParameters.leaveAside(request, OF_FORM);
    } else {
      refuse(AskedParameters.of(request).keySet(), Set.of(), "this request");
    }
  }

  static void refuse(Collection<String> asked, Set<String> declared, String by) {
    List<FhirFailures.Refusal> refusals =
        asked.stream()
            .filter(name -> !OF_FORM.contains(name) && !declared.contains(name))
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
